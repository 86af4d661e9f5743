import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { assignmentsAt, type AssignmentOnDate, type AssignmentQuery } from '#governance';
import type { OrganisationReading } from '../organisation-reading.js';

/** Assignments as they stand on the date, in the order of recording. */
export class ReadAssignments extends Query<readonly AssignmentOnDate[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: Omit<AssignmentQuery, 'reading'> = {},
  ) {
    super();
  }
}

@QueryHandler(ReadAssignments)
export class ReadAssignmentsHandler implements IQueryHandler<ReadAssignments> {
  async execute({ reading, filter }: ReadAssignments): Promise<readonly AssignmentOnDate[]> {
    return assignmentsAt(reading.register, reading.ledgerPosition, reading.at, { ...filter, reading });
  }
}
