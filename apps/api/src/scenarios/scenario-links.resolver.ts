import { Context, Field, Int, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { ListScenarios, type OrganisationReading } from '#chronicle';
import { SCENARIO_STATUSES, type Adoption } from '#scenarios';
import { Change } from '../changes/change.type.js';
import { decisionIn } from '../governance/found-records.js';
import { Matter } from '../governance/matter.type.js';
import { Organisation } from '../organisations/organisation.type.js';
import { RequestContext } from '../request-context.js';
import { InstantScalar } from '../schema/scalars.js';
import { hasChangedSince } from './scenario-grounds.resolver.js';
import { ScenarioNodes } from './scenario-nodes.js';
import { Scenario } from './scenario.type.js';

@ObjectType({ description: 'A scenario that is laid before a matter.' })
export class MatterAlternative {
  @Field(() => Scenario, { description: 'The scenario, as it now is.' })
  readonly scenario!: Scenario;

  @Field(() => Int, { description: "The scenario's version that was proposed." })
  readonly version!: number;

  @Field(() => InstantScalar, { description: 'When it was proposed.' })
  readonly proposedAt!: string;

  @Field(() => Boolean, { description: 'It is recorded in the organisation.' })
  readonly adopted!: boolean;

  @Field(() => Boolean, { description: 'It was adopted in this matter: it is the one that was selected.' })
  readonly selected!: boolean;
}

/** From what is recorded, or shown, to scenarios. */
@Resolver(() => Organisation)
export class OrganisationScenarioResolver {
  constructor(private readonly nodes: ScenarioNodes) {}

  @ResolveField(() => Scenario, {
    nullable: true,
    description: 'The scenario that is shown, as of the knowledge time; null: what is recorded.',
  })
  async scenario(
    @Parent() organisation: Organisation,
    @Context() context: RequestContext,
  ): Promise<Scenario | null> {
    const reading = await organisation.reading();
    return reading.scenario === undefined
      ? null
      : this.nodes.of(reading.scenario.state, reading.organisation, context);
  }
}

@Resolver(() => Matter)
export class MatterAlternativesResolver {
  constructor(
    private readonly queries: QueryBus,
    private readonly nodes: ScenarioNodes,
  ) {}

  @ResolveField(() => [MatterAlternative], {
    description:
      'The scenarios that are laid before it, of those that you may see, in the order in which they were begun; as they now are, whatever the knowledge time.',
  })
  async alternatives(
    @Parent() { reading, id }: Matter,
    @Context() context: RequestContext,
  ): Promise<readonly MatterAlternative[]> {
    const { organisation } = reading;
    const question = new ListScenarios(
      organisation.id,
      { matter: id, statuses: SCENARIO_STATUSES },
      context.actor,
    );
    const states = await context.inTime(this.queries.execute(question));
    return context.produce(
      states.map((state) => {
        const { version, proposedAt } = state.proposals.find(({ matter }) => matter === id)!;
        return {
          scenario: this.nodes.of(state, organisation, context),
          version,
          proposedAt,
          adopted: state.status === 'adopted',
          selected: matterOf(reading, state.adoption) === id,
        };
      }),
    );
  }
}

@Resolver(() => MatterAlternative)
export class MatterAlternativeResolver {
  @ResolveField(() => Boolean, {
    description: 'Its steps, or its base, are no more those that were proposed.',
  })
  changedSince(@Parent() { scenario, version }: MatterAlternative): Promise<boolean> {
    return hasChangedSince(scenario, version);
  }
}

@Resolver(() => Change)
export class ChangeScenarioResolver {
  constructor(private readonly nodes: ScenarioNodes) {}

  @ResolveField(() => Scenario, {
    nullable: true,
    description: 'The scenario by whose adoption it was recorded; null: none, or one that you may not see.',
  })
  async scenario(@Parent() { entry }: Change, @Context() context: RequestContext): Promise<Scenario | null> {
    const scenario = entry.log.find((each) => each.scenario !== undefined)?.scenario;
    return scenario === undefined ? null : this.nodes.find(scenario, context);
  }
}

/** The matter in which a scenario was adopted: said itself, or by the decision. */
function matterOf(reading: OrganisationReading, adoption: Adoption | undefined): string | undefined {
  return adoption?.matter ?? decisionIn(reading, adoption?.decision)?.payload.matter;
}
