import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A decision is appealed, or the appeal is settled. */
export class RecordAppeal extends ChangeSetCommand {}

@CommandHandler(RecordAppeal)
export class RecordAppealHandler extends ChangeSetHandler<RecordAppeal> {}
