import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** A decision or plan hands work to somebody. */
export class GiveAssignment extends ChangeSetCommand {}

@CommandHandler(GiveAssignment)
export class GiveAssignmentHandler extends ChangeSetHandler<GiveAssignment> {}
