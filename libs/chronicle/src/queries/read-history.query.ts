import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { history, type HistoryEntry, type Unit } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';

/** Every version of everything recorded about a unit, in both times. */
export class ReadHistory extends Query<readonly HistoryEntry[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly unit: Unit,
  ) {
    super();
  }
}

@QueryHandler(ReadHistory)
export class ReadHistoryHandler implements IQueryHandler<ReadHistory> {
  async execute({ reading, unit }: ReadHistory): Promise<readonly HistoryEntry[]> {
    return history(reading.timeline, unit, reading.position);
  }
}
