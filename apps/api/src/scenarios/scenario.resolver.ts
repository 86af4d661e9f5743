import {
  Args,
  ArgsType,
  Context,
  Field,
  ID,
  Int,
  ObjectType,
  Parent,
  ResolveField,
  Resolver,
} from '@nestjs/graphql';
import { QueryBus } from '@nestjs/cqrs';
import {
  CompareOrganisation,
  dayGiven,
  PreviewRebase,
  ReadOrganisation,
  stepsTold,
  type OrganisationReading,
  type Standing,
} from '#chronicle';
import { scenarioLines } from '#interchange';
import { LATEST } from '#structure';
import { Difference, sideOf } from '../comparison/difference.type.js';
import { Organisation } from '../organisations/organisation.type.js';
import { RequestContext } from '../request-context.js';
import { StandingEnum } from '../schema/enums.js';
import { DateScalar, PositionScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { ScenarioRebase } from './rebase.type.js';
import { Resolution, unitReference } from './resolution.type.js';
import { ScenarioStep } from './scenario-step.type.js';
import { Scenario, ScenarioAdoption, ScenarioProposal } from './scenario.type.js';

const AT = 'When; default: the date that the scenario is about.';

@ArgsType()
class ShownArgs {
  @Field(() => DateScalar, { nullable: true, description: AT })
  readonly at?: string | null;

  @Field(() => StandingEnum, {
    nullable: true,
    description:
      'Which changes that wait in the organisation count beside those of the scenario; default: what is in force.',
  })
  readonly standing?: Standing | null;
}

@ArgsType()
class DifferenceArgs {
  @Field(() => DateScalar, { nullable: true, description: AT })
  readonly at?: string | null;
}

@ArgsType()
class RebaseArgs {
  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The position of the ledger; default: the newest.',
  })
  readonly to?: number | null;
}

@ObjectType({ description: 'How a step that did not fit is settled, until the scenario is rebased.' })
export class SettledStep {
  @Field(() => ID, { description: 'The id of the step.' })
  readonly step!: string;

  @Field(() => Resolution, { description: 'How.' })
  readonly resolution!: Resolution;
}

@Resolver(() => Scenario)
export class ScenarioResolver {
  constructor(private readonly queries: QueryBus) {}

  @ResolveField(() => Int, {
    description: 'How many events of the ledger its base is behind the newest.',
  })
  async behind(@Parent() scenario: Scenario, @Context() context: RequestContext): Promise<number> {
    const question = new ReadOrganisation(scenario.registered.id);
    const { ledgerPosition } = await context.inTime(this.queries.execute(question));
    return ledgerPosition - scenario.base;
  }

  @ResolveField(() => UnitReference, {
    nullable: true,
    description: 'The unit under which it plans; null: the whole organisation.',
  })
  async root(@Parent() scenario: Scenario): Promise<UnitReference | null> {
    const { root } = scenario.state;
    return root === undefined ? null : unitReference([await scenario.reading()], root);
  }

  @ResolveField(() => Organisation, { description: 'The organisation as it is planned, on a date.' })
  organisation(
    @Parent() scenario: Scenario,
    @Args() { at, standing }: ShownArgs,
    @Context() context: RequestContext,
  ): Organisation {
    const { registered, state } = scenario;
    const read = async (): Promise<OrganisationReading> => {
      const axes = {
        at: at ?? state.at,
        standing: standing ?? undefined,
        scenario: state.id,
        actor: context.actor,
      };
      const reading = await context.inTime(this.queries.execute(new ReadOrganisation(registered.id, axes)));
      return reading.moved({ revision: state.version });
    };
    return new Organisation(registered, read, { at: at != null, knownAt: false });
  }

  @ResolveField(() => [ScenarioStep], { description: 'What was simulated, in order.' })
  async steps(
    @Parent() scenario: Scenario,
    @Context() context: RequestContext,
  ): Promise<readonly ScenarioStep[]> {
    const { simulation } = (await scenario.reading()).scenario!;
    let written: readonly (readonly string[])[] | undefined;
    const steps = stepsTold(simulation);
    const linesOf = (i: number) => () => (written ??= linesByStep(simulation))[i]!;
    return context.produce(steps).map((step, i) => new ScenarioStep(step, linesOf(i)));
  }

  @ResolveField(() => [ScenarioProposal], {
    description: 'The matters that it is laid before as an alternative.',
  })
  proposals(@Parent() scenario: Scenario): ScenarioProposal[] {
    return scenario.state.proposals.map((proposal) => new ScenarioProposal(scenario, proposal));
  }

  @ResolveField(() => ScenarioAdoption, {
    nullable: true,
    description: 'How it became real; null: it has not.',
  })
  adoption(@Parent() scenario: Scenario): ScenarioAdoption | null {
    const { adoption } = scenario.state;
    return adoption === undefined ? null : new ScenarioAdoption(scenario, adoption);
  }

  @ResolveField(() => Difference, {
    description: 'What differs between the organisation as the scenario found it and as it is planned.',
  })
  async difference(
    @Parent() scenario: Scenario,
    @Args() { at }: DifferenceArgs,
    @Context() context: RequestContext,
  ): Promise<Difference> {
    const reading = await scenario.reading();
    const to = at == null ? reading : reading.moved({ at: dayGiven(at, 'at') });
    const from = to.scenario!.found();
    const difference = await this.queries.execute(new CompareOrganisation(from, to));
    for (const list of Object.values(difference)) context.produce(list);
    return { from: sideOf(from), to: sideOf(to), ...difference };
  }

  @ResolveField(() => ScenarioRebase, {
    description:
      'What would become of each step on a newer base, as it is settled so far; nothing is changed.',
  })
  async rebase(
    @Parent() scenario: Scenario,
    @Args() { to }: RebaseArgs,
    @Context() context: RequestContext,
  ): Promise<ScenarioRebase> {
    const rebase = await context.inTime(
      this.queries.execute(new PreviewRebase(scenario.id, to ?? undefined, context.actor)),
    );
    context.produce(rebase.steps);
    return new ScenarioRebase(rebase, await scenario.reading());
  }

  @ResolveField(() => [SettledStep], {
    description: 'How steps that did not fit a newer base are settled so far.',
  })
  async resolutions(@Parent() scenario: Scenario): Promise<SettledStep[]> {
    const reading = await scenario.reading();
    const { base, at } = reading;
    const readings = [reading, { timeline: base, at, position: LATEST }];
    return [...scenario.state.resolutions].flatMap(([step, settled]) =>
      settled.map((resolution) => ({ step, resolution: new Resolution(resolution, readings) })),
    );
  }
}

function linesByStep(
  simulation: NonNullable<OrganisationReading['scenario']>['simulation'],
): readonly (readonly string[])[] {
  const lines = scenarioLines(simulation, 'import');
  return simulation.steps.map(({ step }) =>
    step.commands.map(() => (lines.next().value as string).trimEnd()),
  );
}
