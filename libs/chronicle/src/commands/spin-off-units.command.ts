import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** New units begin from parts of a unit that lives on. */
export class SpinOffUnits extends ChangeSetCommand {}

@CommandHandler(SpinOffUnits)
export class SpinOffUnitsHandler extends ChangeSetHandler<SpinOffUnits> {}
