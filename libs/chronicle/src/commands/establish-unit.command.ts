import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit begins. */
export class EstablishUnit extends ChangeSetCommand {}

@CommandHandler(EstablishUnit)
export class EstablishUnitHandler extends ChangeSetHandler<EstablishUnit> {}
