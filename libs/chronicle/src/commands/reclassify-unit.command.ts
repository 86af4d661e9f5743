import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit becomes another type of unit. */
export class ReclassifyUnit extends ChangeSetCommand {}

@CommandHandler(ReclassifyUnit)
export class ReclassifyUnitHandler extends ChangeSetHandler<ReclassifyUnit> {}
