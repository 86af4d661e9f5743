import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A condition fails: what rests on it lapses. */
export class FailCondition extends ChangeSetCommand {}

@CommandHandler(FailCondition)
export class FailConditionHandler extends ChangeSetHandler<FailCondition> {}
