import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit gets another parent, with or without all that stands under it. */
export class TransferUnit extends ChangeSetCommand {}

@CommandHandler(TransferUnit)
export class TransferUnitHandler extends ChangeSetHandler<TransferUnit> {}
