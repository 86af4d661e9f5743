import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { findUnits, type Unit, type UnitFilter } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** The units in force that match, by name. */
export class FindUnits extends Query<readonly Unit[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: UnitFilter = {},
  ) {
    super();
  }
}

@QueryHandler(FindUnits)
export class FindUnitsHandler implements IQueryHandler<FindUnits> {
  async execute({ reading, filter }: FindUnits): Promise<readonly Unit[]> {
    return findUnits(reading, filter);
  }
}
