import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit gets a new name. */
export class RenameUnit extends ChangeSetCommand {}

@CommandHandler(RenameUnit)
export class RenameUnitHandler extends ChangeSetHandler<RenameUnit> {}
