import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A person confirms what is inferred from an observation. */
export class ConfirmObservation extends ChangeSetCommand {}

@CommandHandler(ConfirmObservation)
export class ConfirmObservationHandler extends ChangeSetHandler<ConfirmObservation> {}
