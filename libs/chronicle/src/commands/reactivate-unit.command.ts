import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit that ended begins again under its own id. */
export class ReactivateUnit extends ChangeSetCommand {}

@CommandHandler(ReactivateUnit)
export class ReactivateUnitHandler extends ChangeSetHandler<ReactivateUnit> {}
