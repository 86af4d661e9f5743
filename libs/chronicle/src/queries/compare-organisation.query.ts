import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { difference, type Difference } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** What differs between two readings of one organisation: other dates, other knowledge, or both. */
export class CompareOrganisation extends Query<Difference> {
  constructor(
    readonly from: OrganisationReading,
    readonly to: OrganisationReading,
  ) {
    super();
  }
}

@QueryHandler(CompareOrganisation)
export class CompareOrganisationHandler implements IQueryHandler<CompareOrganisation> {
  async execute({ from, to }: CompareOrganisation): Promise<Difference> {
    return difference(from, to);
  }
}
