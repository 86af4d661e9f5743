import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A unit gets, changes or loses codes. */
export class RecodeUnit extends ChangeSetCommand {}

@CommandHandler(RecodeUnit)
export class RecodeUnitHandler extends ChangeSetHandler<RecodeUnit> {}
