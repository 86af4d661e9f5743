import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { standingAlone, type ChangeStanding } from '#governance';
import { changesBetween, type ChronicleEntry, type ChronicleFilter } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';
import { isPlanned } from '../planned-change.js';

export interface ChangesFilter extends Omit<ChronicleFilter, 'position'> {
  /** Only changes whose standing on the date is one of these. */
  readonly standings?: readonly ChangeStanding[] | undefined;
}

/** The chronicle: changes in the order in which they apply. */
export class ReadChanges extends Query<readonly ChronicleEntry[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: ChangesFilter = {},
  ) {
    super();
  }
}

@QueryHandler(ReadChanges)
export class ReadChangesHandler implements IQueryHandler<ReadChanges> {
  async execute({ reading, filter }: ReadChanges): Promise<readonly ChronicleEntry[]> {
    const { standings, ...rest } = filter;
    const entries = changesBetween(reading.timeline, { ...rest, position: reading.position });
    if (standings === undefined) return entries;
    const { base, evidence, at, ledgerPosition } = reading;
    return entries.filter(({ id }) => {
      if (isPlanned(reading, id)) return false;
      const change = base.changes.get(id);
      const standing = change && standingAlone(base, evidence, change, at, ledgerPosition);
      return standing !== undefined && standings.includes(standing);
    });
  }
}
