import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A table, or a single statement, of figures in a document. */
export class RecordFigures extends ChangeSetCommand {}

@CommandHandler(RecordFigures)
export class RecordFiguresHandler extends ChangeSetHandler<RecordFigures> {}
