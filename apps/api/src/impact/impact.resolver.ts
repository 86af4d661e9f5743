import { Args, ArgsType, Context, Field, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import { dayGiven, ReadImpact, ReadScenarioTargets } from '#chronicle';
import type { Impact as Computed } from '#scenarios';
import { RequestContext } from '../request-context.js';
import { DateScalar } from '../schema/scalars.js';
import { Scenario } from '../scenarios/scenario.type.js';
import { Amount, AmountPart, MissingFigure } from './amount.type.js';
import { Impact } from './impact.type.js';
import { ScenarioTarget } from './scenario-target.type.js';

@ArgsType()
class ImpactArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'On which date; default: the date that the scenario is about.',
  })
  readonly at?: string | null;
}

/** What a scenario does, and whether that is what it is meant to. */
@Resolver(() => Scenario)
export class ScenarioImpactResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Impact, {
    description: 'What it does to units, people, money and what points at them, and what it takes first.',
  })
  async impact(
    @Parent() scenario: Scenario,
    @Args() { at }: ImpactArgs,
    @Context() context: RequestContext,
  ): Promise<Impact> {
    const own = await scenario.reading();
    const reading = at == null ? own : own.moved({ at: dayGiven(at, 'at') });
    const impact = (await context.inTime(this.queries.execute(new ReadImpact(reading))))!;
    for (const list of listsOf(impact)) context.produce(list);
    return new Impact(reading, impact);
  }

  @ResolveField(() => [ScenarioTarget], {
    description:
      'What it is meant to reach, and whether it does once all of it has taken effect, in the order in which that was stated.',
  })
  async targets(@Parent() scenario: Scenario, @Context() context: RequestContext): Promise<ScenarioTarget[]> {
    const question = new ReadScenarioTargets(await scenario.reading());
    const evaluated = await context.inTime(this.queries.execute(question));
    return context.produce(evaluated).map((target) => new ScenarioTarget(target));
  }
}

/** Its long lists; those that amounts are made of are counted where they are asked for. */
function listsOf({ units, resources, leftBehind, neededFirst }: Computed): (readonly unknown[])[] {
  const { beforeDecision, beforeFinal } = neededFirst.earliest;
  return [
    ...Object.values(units),
    ...Object.values(resources.sizes).flatMap(({ flows, holders }) => [flows, holders]),
    resources.begunFromNothing,
    ...Object.values(leftBehind),
    neededFirst.conditions,
    beforeDecision,
    beforeFinal,
  ];
}

@Resolver(() => Amount)
export class AmountResolver {
  @ResolveField(() => [AmountPart], { description: 'The figures that are known of it.' })
  parts(@Parent() { known }: Amount, @Context() context: RequestContext): AmountPart[] {
    return context.produce(known.parts).map((part) => new AmountPart(part));
  }

  @ResolveField(() => [MissingFigure], { description: 'What keeps it from being known.' })
  missing(@Parent() { known }: Amount, @Context() context: RequestContext): readonly MissingFigure[] {
    return context.produce(known.missing);
  }
}

/** The impact of scenarios, and their goals. */
export const IMPACT_RESOLVERS = [ScenarioImpactResolver, AmountResolver] as const;
