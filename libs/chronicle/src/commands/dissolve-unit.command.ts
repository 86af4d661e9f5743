import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit ends. */
export class DissolveUnit extends ChangeSetCommand {}

@CommandHandler(DissolveUnit)
export class DissolveUnitHandler extends ChangeSetHandler<DissolveUnit> {}
