import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A person rejects what is inferred from an observation. */
export class RejectObservation extends ChangeSetCommand {}

@CommandHandler(RejectObservation)
export class RejectObservationHandler extends ChangeSetHandler<RejectObservation> {}
