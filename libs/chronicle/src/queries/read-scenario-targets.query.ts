import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { evaluateTargets, type EvaluatedTarget } from '#scenarios';
import type { Day } from '#temporal';
import type { OrganisationReading } from '../organisation-reading.js';
import { impactIn } from './read-impact.query.js';

/**
 * Whether a scenario reaches its goals once all of it has taken effect: on its date, or on the last day on which one of
 * its changes does, if that is later. Nothing of what is recorded.
 */
export class ReadScenarioTargets extends Query<readonly EvaluatedTarget[]> {
  constructor(readonly reading: OrganisationReading) {
    super();
  }
}

@QueryHandler(ReadScenarioTargets)
export class ReadScenarioTargetsHandler implements IQueryHandler<ReadScenarioTargets> {
  async execute({ reading }: ReadScenarioTargets): Promise<readonly EvaluatedTarget[]> {
    const { scenario } = reading;
    if (scenario === undefined || scenario.state.targets.length === 0) return [];
    return evaluateTargets(scenario.state.targets, impactIn(reading.moved({ at: wholeBy(reading) }))!);
  }
}

/** The day by which all of a scenario has taken effect. */
function wholeBy({ scenario, at }: OrganisationReading): Day {
  const days = scenario!.simulation.versions().flatMap(({ from }) => (Number.isFinite(from) ? [from] : []));
  return Math.max(at, ...days) as Day;
}
