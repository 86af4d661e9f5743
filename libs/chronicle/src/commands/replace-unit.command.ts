import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit ends and exactly one new unit continues it. */
export class ReplaceUnit extends ChangeSetCommand {}

@CommandHandler(ReplaceUnit)
export class ReplaceUnitHandler extends ChangeSetHandler<ReplaceUnit> {}
