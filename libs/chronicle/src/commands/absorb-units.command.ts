import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Units end and a standing unit continues them. */
export class AbsorbUnits extends ChangeSetCommand {}

@CommandHandler(AbsorbUnits)
export class AbsorbUnitsHandler extends ChangeSetHandler<AbsorbUnits> {}
