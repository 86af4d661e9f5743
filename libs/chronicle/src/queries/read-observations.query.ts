import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { observationsAt, type Observation, type ObservationFilter } from '#governance';
import type { OrganisationReading } from '../organisation-reading.js';

/** What later documents show, in the order of recording, each with its verdict. */
export class ReadObservations extends Query<readonly Observation[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: ObservationFilter = {},
  ) {
    super();
  }
}

@QueryHandler(ReadObservations)
export class ReadObservationsHandler implements IQueryHandler<ReadObservations> {
  async execute({ reading, filter }: ReadObservations): Promise<readonly Observation[]> {
    return observationsAt(reading.register, reading.ledgerPosition, filter);
  }
}
