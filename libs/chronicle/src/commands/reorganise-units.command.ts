import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Any beginnings, ends and settings at once. */
export class ReorganiseUnits extends ChangeSetCommand {}

@CommandHandler(ReorganiseUnits)
export class ReorganiseUnitsHandler extends ChangeSetHandler<ReorganiseUnits> {}
