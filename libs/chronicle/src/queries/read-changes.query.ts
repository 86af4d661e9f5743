import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { changesBetween, type ChronicleEntry, type ChronicleFilter } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** The chronicle: changes in the order in which they apply. */
export class ReadChanges extends Query<readonly ChronicleEntry[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: Omit<ChronicleFilter, 'position'> = {},
  ) {
    super();
  }
}

@QueryHandler(ReadChanges)
export class ReadChangesHandler implements IQueryHandler<ReadChanges> {
  async execute({ reading, filter }: ReadChanges): Promise<readonly ChronicleEntry[]> {
    return changesBetween(reading.timeline, { ...filter, position: reading.position });
  }
}
