import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Changes and amendments recorded together, all or none. */
export class RecordChanges extends ChangeSetCommand {}

@CommandHandler(RecordChanges)
export class RecordChangesHandler extends ChangeSetHandler<RecordChanges> {}
