import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit ends and two or more continue it. */
export class SplitUnit extends ChangeSetCommand {}

@CommandHandler(SplitUnit)
export class SplitUnitHandler extends ChangeSetHandler<SplitUnit> {}
