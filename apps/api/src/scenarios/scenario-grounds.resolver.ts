import { Context, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ReadOrganisation, type OrganisationReading } from '#chronicle';
import { logEntryAt } from '#structure';
import { changesIn } from '../governance/change-in.js';
import { Decision } from '../governance/decision.type.js';
import { decisionIn, matterIn } from '../governance/found-records.js';
import { Matter } from '../governance/matter.type.js';
import { Change } from '../changes/change.type.js';
import { RequestContext } from '../request-context.js';
import { ScenarioAdoption, ScenarioProposal, type Scenario } from './scenario.type.js';

@Resolver(() => ScenarioProposal)
export class ScenarioProposalResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Matter, {
    nullable: true,
    description: 'The matter, as it now is; null if it has been withdrawn.',
  })
  async matter(
    @Parent() { scenario, proposal }: ScenarioProposal,
    @Context() context: RequestContext,
  ): Promise<Matter | null> {
    return matterIn(await recordedNow(this.queries, scenario, context), proposal.matter);
  }

  @ResolveField(() => Boolean, {
    description: 'Its steps, or its base, are no more those that were proposed.',
  })
  async changedSince(@Parent() { scenario, proposal }: ScenarioProposal): Promise<boolean> {
    return hasChangedSince(scenario, proposal.version);
  }
}

@Resolver(() => ScenarioAdoption)
export class ScenarioAdoptionResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Matter, { nullable: true, description: 'The matter in which it was decided.' })
  async matter(
    @Parent() { scenario, adoption }: ScenarioAdoption,
    @Context() context: RequestContext,
  ): Promise<Matter | null> {
    return matterIn(await recordedNow(this.queries, scenario, context), adoption.matter);
  }

  @ResolveField(() => Decision, { nullable: true, description: 'The decision that it rests on.' })
  async decision(
    @Parent() { scenario, adoption }: ScenarioAdoption,
    @Context() context: RequestContext,
  ): Promise<Decision | null> {
    return decisionIn(await recordedNow(this.queries, scenario, context), adoption.decision);
  }

  @ResolveField(() => [Change], {
    description: 'The changes of the organisation that it became, as they now are.',
  })
  async changes(
    @Parent() { scenario, adoption }: ScenarioAdoption,
    @Context() context: RequestContext,
  ): Promise<readonly Change[]> {
    const reading = await recordedNow(this.queries, scenario, context);
    const ids = new Set<string>();
    for (let position: number = adoption.first; position <= adoption.last; position++) {
      const entry = logEntryAt(reading.timeline, position);
      if (entry?.scenario === scenario.id) ids.add(entry.change.id);
    }
    return context.produce(changesIn(reading, [...ids]));
  }
}

/** Whether the steps of a scenario, or what they are based on, are no more what they were at a version. */
export async function hasChangedSince(scenario: Scenario, version: number): Promise<boolean> {
  const reading = await scenario.reading();
  const now = reading.scenario!.simulation;
  const then = reading.moved({ revision: version }).scenario!.simulation;
  return (
    now.base !== then.base ||
    now.steps.length !== then.steps.length ||
    now.steps.some(({ step }, i) => step !== then.steps[i]!.step)
  );
}

/** The organisation as it now is recorded. */
function recordedNow(
  queries: QueryBus,
  { registered }: Scenario,
  context: RequestContext,
): Promise<OrganisationReading> {
  return context.inTime(queries.execute(new ReadOrganisation(registered.id)));
}
