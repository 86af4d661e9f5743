import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import {
  ArchiveScenario,
  CreateScenario,
  ProposeScenario,
  RebaseScenario,
  RedoStep,
  ResolveConflict,
  RestoreScenario,
  ReviseScenario,
  UndoStep,
  WithdrawProposal,
} from '#chronicle';
import { RequestContext } from '../request-context.js';
import { resolutionOf } from './resolution.input.js';
import { ScenarioCommands, scenarioTerms } from './scenario-commands.js';
import { AdoptionPayload, ScenarioPayload } from './scenario-payload.type.js';
import { targetsGiven } from './scenario-target.input.js';
import {
  AdoptScenarioInput,
  CreateScenarioInput,
  RebaseScenarioInput,
  ResolveConflictInput,
  ReviseScenarioInput,
  ScenarioInput,
  ScenarioMatterInput,
  SimulateInput,
} from './scenario.inputs.js';
import { SimulatedSteps } from './simulated-steps.js';

const INPUT = 'Which scenario, what is done, and on what terms.';

@Resolver()
export class ScenarioMutationsResolver {
  constructor(
    private readonly scenarios: ScenarioCommands,
    private readonly steps: SimulatedSteps,
  ) {}

  @Mutation(() => ScenarioPayload, { description: 'A scenario begins; whoever begins it owns it.' })
  async createScenario(
    @Args('input', { description: 'What it begins with.' }) input: CreateScenarioInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const { organisation, name, description, visibility, at, base, root, keys, from } = input;
    const given = input.targets == null ? undefined : targetsGiven(input.targets);
    if (given?.ok === false) return this.scenarios.refused(given.refusals, undefined, context);
    const wanted = {
      organisation,
      name,
      description: description ?? undefined,
      visibility: visibility ?? undefined,
      at: at ?? undefined,
      base: base ?? undefined,
      root: root ?? undefined,
      keyScheme: keys ?? undefined,
      from: from ?? undefined,
      targets: given?.targets,
    };
    return this.scenarios.execute(
      new CreateScenario(wanted, scenarioTerms(input, context)),
      undefined,
      context,
    );
  }

  @Mutation(() => ScenarioPayload, {
    description: 'Something else is said of a scenario: its name, description, visibility, date or targets.',
  })
  async reviseScenario(
    @Args('input', { description: INPUT }) input: ReviseScenarioInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const { scenario, name, description, visibility, at } = input;
    const given = input.targets == null ? undefined : targetsGiven(input.targets);
    if (given?.ok === false) return this.scenarios.refused(given.refusals, scenario, context);
    const revision = {
      name: name ?? undefined,
      description: description ?? undefined,
      visibility: visibility ?? undefined,
      at: at ?? undefined,
      targets: given?.targets,
    };
    const command = new ReviseScenario(scenario, revision, scenarioTerms(input, context));
    return this.scenarios.execute(command, scenario, context);
  }

  @Mutation(() => ScenarioPayload, {
    description:
      'Changes and amendments in a scenario, in one or several steps, all taken or none. What has been undone is lost.',
  })
  simulate(
    @Args('input', { description: INPUT }) input: SimulateInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    return this.steps.simulate(input, context);
  }

  @Mutation(() => ScenarioPayload, {
    description: 'Takes back what was done last in a scenario: a step, or a rebase.',
  })
  undoStep(
    @Args('input', { description: INPUT }) input: ScenarioInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const command = new UndoStep(input.scenario, scenarioTerms(input, context));
    return this.scenarios.execute(command, input.scenario, context);
  }

  @Mutation(() => ScenarioPayload, { description: 'Does again what was undone last, as it was.' })
  redoStep(
    @Args('input', { description: INPUT }) input: ScenarioInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const command = new RedoStep(input.scenario, scenarioTerms(input, context));
    return this.scenarios.execute(command, input.scenario, context);
  }

  @Mutation(() => ScenarioPayload, {
    description:
      'Moves a scenario to a newer position of the ledger: every step is decided again there. Refused, and nothing changed, while some do not fit and are not settled.',
  })
  rebaseScenario(
    @Args('input', { description: INPUT }) input: RebaseScenarioInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const { scenario, to } = input;
    const command = new RebaseScenario(scenario, scenarioTerms(input, context), to ?? undefined);
    return this.scenarios.execute(command, scenario, context);
  }

  @Mutation(() => ScenarioPayload, {
    description: 'Settles what a rebase found in the way of a step; it is kept until the rebase is done.',
  })
  resolveConflict(
    @Args('input', { description: INPUT }) input: ResolveConflictInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const { scenario, step } = input;
    const resolution = input.resolution == null ? null : (resolutionOf(input.resolution) ?? null);
    const command = new ResolveConflict(scenario, step, resolution, scenarioTerms(input, context));
    return this.scenarios.execute(command, scenario, context);
  }

  @Mutation(() => ScenarioPayload, {
    description:
      'Lays a scenario, as it now is, before a matter as one of its alternatives. Everybody in the organisation may see it then.',
  })
  proposeScenario(
    @Args('input', { description: INPUT }) input: ScenarioMatterInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const command = new ProposeScenario(input.scenario, input.matter, scenarioTerms(input, context));
    return this.scenarios.execute(command, input.scenario, context);
  }

  @Mutation(() => ScenarioPayload, {
    description: 'A scenario is no alternative of a matter any more; it stays to be seen by whom it was.',
  })
  withdrawProposal(
    @Args('input', { description: INPUT }) input: ScenarioMatterInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const command = new WithdrawProposal(input.scenario, input.matter, scenarioTerms(input, context));
    return this.scenarios.execute(command, input.scenario, context);
  }

  @Mutation(() => AdoptionPayload, {
    description:
      'Records what a scenario shows in the organisation, in one change set, all or nothing; the scenario is frozen. Refused with BASE_MOVED, and the list, if something that it rests on has been recorded since its base.',
  })
  adoptScenario(
    @Args('input', { description: INPUT }) input: AdoptScenarioInput,
    @Context() context: RequestContext,
  ): Promise<AdoptionPayload> {
    return this.scenarios.adopt(input, context);
  }

  @Mutation(() => ScenarioPayload, {
    description: 'Puts a scenario away: it can be read, and changed again once it is restored.',
  })
  archiveScenario(
    @Args('input', { description: INPUT }) input: ScenarioInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const command = new ArchiveScenario(input.scenario, scenarioTerms(input, context));
    return this.scenarios.execute(command, input.scenario, context);
  }

  @Mutation(() => ScenarioPayload, { description: 'Takes a scenario out of the archive.' })
  restoreScenario(
    @Args('input', { description: INPUT }) input: ScenarioInput,
    @Context() context: RequestContext,
  ): Promise<ScenarioPayload> {
    const command = new RestoreScenario(input.scenario, scenarioTerms(input, context));
    return this.scenarios.execute(command, input.scenario, context);
  }
}
