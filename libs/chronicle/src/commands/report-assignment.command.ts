import { CommandHandler } from '@nestjs/cqrs';
import { ChangeSetCommand, ChangeSetHandler } from './record-change-set.js';

/** Somebody reports on an assignment. */
export class ReportAssignment extends ChangeSetCommand {}

@CommandHandler(ReportAssignment)
export class ReportAssignmentHandler extends ChangeSetHandler<ReportAssignment> {}
