import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A change gets another date. */
export class RescheduleChange extends ChangeSetCommand {}

@CommandHandler(RescheduleChange)
export class RescheduleChangeHandler extends ChangeSetHandler<RescheduleChange> {}
