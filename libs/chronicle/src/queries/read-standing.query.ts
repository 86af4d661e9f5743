import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { standingOf, type StandingReport } from '#governance';
import type { ChangeId } from '#structure';
import type { OrganisationReading } from '../organisation-reading.js';
import { isPlanned } from '../planned-change.js';

/** How firm a change is on the date, with all that this follows from; null if it was not recorded yet, or is only planned. */
export class ReadStanding extends Query<StandingReport | null> {
  constructor(
    readonly reading: OrganisationReading,
    readonly change: ChangeId,
  ) {
    super();
  }
}

@QueryHandler(ReadStanding)
export class ReadStandingHandler implements IQueryHandler<ReadStanding> {
  async execute({ reading, change: id }: ReadStanding): Promise<StandingReport | null> {
    const { base, evidence, at, ledgerPosition } = reading;
    if (isPlanned(reading, id)) return null;
    const change = base.changes.get(id);
    return change === undefined ? null : (standingOf(base, evidence, change, at, ledgerPosition) ?? null);
  }
}
