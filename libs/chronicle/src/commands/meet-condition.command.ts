import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A condition is met. */
export class MeetCondition extends ChangeSetCommand {}

@CommandHandler(MeetCondition)
export class MeetConditionHandler extends ChangeSetHandler<MeetCondition> {}
