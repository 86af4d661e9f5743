import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A document shows something from which an earlier change can be inferred. */
export class RecordObservation extends ChangeSetCommand {}

@CommandHandler(RecordObservation)
export class RecordObservationHandler extends ChangeSetHandler<RecordObservation> {}
