import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import {
  assignmentsAt,
  matchingAssignments,
  type AssignmentOnDate,
  type AssignmentQuery,
  type Evidence,
} from '#governance';
import { LastAnswer } from '../last-answer.js';
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
  /** All of an organisation, which one answer asks about again and again. */
  private readonly all = new LastAnswer<Evidence, readonly AssignmentOnDate[]>();

  async execute({ reading, filter }: ReadAssignments): Promise<readonly AssignmentOnDate[]> {
    const { register, ledgerPosition, at, standing, evidence, scenario, revision } = reading;
    const all = this.all.of(evidence, `${at} ${standing} ${scenario?.state.id} ${revision}`, () =>
      assignmentsAt(register, ledgerPosition, at, { reading, evidence }),
    );
    return matchingAssignments(all, filter, evidence);
  }
}
