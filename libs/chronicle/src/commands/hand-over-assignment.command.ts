import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** An assignment goes over to somebody else. */
export class HandOverAssignment extends ChangeSetCommand {}

@CommandHandler(HandOverAssignment)
export class HandOverAssignmentHandler extends ChangeSetHandler<HandOverAssignment> {}
