import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Units end and one new unit continues them. */
export class MergeUnits extends ChangeSetCommand {}

@CommandHandler(MergeUnits)
export class MergeUnitsHandler extends ChangeSetHandler<MergeUnits> {}
