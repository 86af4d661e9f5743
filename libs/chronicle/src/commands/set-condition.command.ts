import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A decision is made to depend on something. */
export class SetCondition extends ChangeSetCommand {}

@CommandHandler(SetCondition)
export class SetConditionHandler extends ChangeSetHandler<SetCondition> {}
