import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { impactOf, type Impact } from '#scenarios';
import type { UnitId } from '#structure';
import { today } from '../clock.js';
import type { OrganisationReading } from '../organisation-reading.js';

/** What a scenario does to its organisation on a date, against the organisation as it found it; null of what is recorded. */
export class ReadImpact extends Query<Impact | null> {
  constructor(readonly reading: OrganisationReading) {
    super();
  }
}

@QueryHandler(ReadImpact)
export class ReadImpactHandler implements IQueryHandler<ReadImpact> {
  async execute({ reading }: ReadImpact): Promise<Impact | null> {
    return impactIn(reading);
  }
}

export function impactIn(reading: OrganisationReading): Impact | null {
  const { scenario, register, evidence, ledgerPosition } = reading;
  if (scenario === undefined) return null;
  const { simulation, state } = scenario;
  const before = scenario.found();
  const root = state.root === undefined ? undefined : before.timeline.units.get(state.root as UnitId);
  return impactOf({
    before,
    after: reading,
    register,
    evidence,
    recordsAt: ledgerPosition,
    versions: simulation.versions(),
    cancelled: simulation.cancelled(),
    ...(root === undefined ? {} : { root }),
    today: today(),
  });
}
