import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { compareAlternatives, type AlternativesTable } from '#scenarios';
import type { OrganisationReading } from '../organisation-reading.js';

/** Any number of readings of one organisation side by side: other dates, other knowledge, scenarios. The first is what the others are compared with. */
export class CompareAlternatives extends Query<AlternativesTable> {
  constructor(readonly readings: readonly OrganisationReading[]) {
    super();
  }
}

@QueryHandler(CompareAlternatives)
export class CompareAlternativesHandler implements IQueryHandler<CompareAlternatives> {
  async execute({ readings }: CompareAlternatives): Promise<AlternativesTable> {
    return compareAlternatives(readings);
  }
}
