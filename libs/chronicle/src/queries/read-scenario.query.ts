import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { baseOf, type PlacedStep, type Scenario, type ScenarioCommand, type Simulation } from '#scenarios';
import { narrate, logEntryAt, type ChangeId, type Recording } from '#structure';
import type { Instant, Message, Position } from '#temporal';
import { LOCAL_ACTOR } from '../local-actor.js';
import type { ScenarioMemory } from '../scenarios/scenario-memory.js';
import { Scenarios } from '../scenarios/scenarios.js';

/** What one step of a scenario did to one change. */
export interface StepChange {
  readonly change: ChangeId;
  readonly recording: Recording;
  /** What happens by it; undefined where it no longer does. */
  readonly sentence: Message | undefined;
  /** As written; undefined where it no longer happens. */
  readonly on: string | undefined;
}

/** A step of a scenario, told. */
export interface ScenarioStep {
  /** From 1. */
  readonly place: number;
  readonly id: string;
  readonly actor: string;
  readonly recordedAt: Instant;
  readonly changes: readonly StepChange[];
  readonly commands: readonly ScenarioCommand[];
}

/** A scenario with its steps told. */
export interface ScenarioView {
  readonly scenario: Scenario;
  readonly organisation: { readonly id: string; readonly slug: string; readonly name: string };
  readonly base: Position;
  /** How many events of the ledger the base is behind the newest. */
  readonly behind: number;
  readonly steps: readonly ScenarioStep[];
  /** What can be done again, what was undone last first: how many changes each had. */
  readonly undone: readonly { readonly is: 'step' | 'rebase'; readonly changes: number }[];
}

/** One scenario. @throws QuestionRefused UNKNOWN_SCENARIO */
export class ReadScenario extends Query<ScenarioView> {
  constructor(
    readonly scenario: string,
    /** Who asks. */
    readonly actor: string = LOCAL_ACTOR,
  ) {
    super();
  }
}

@QueryHandler(ReadScenario)
export class ReadScenarioHandler implements IQueryHandler<ReadScenario> {
  constructor(private readonly scenarios: Scenarios) {}

  async execute({ scenario, actor }: ReadScenario): Promise<ScenarioView> {
    return viewOf(await this.scenarios.read(scenario, actor));
  }
}

export function viewOf(memory: ScenarioMemory): ScenarioView {
  const { state, simulation, organisation } = memory;
  const base = baseOf(state);
  const { id, slug, name } = organisation.organisation;
  return {
    scenario: state,
    organisation: { id, slug, name },
    base,
    behind: organisation.position - base,
    steps: stepsTold(simulation),
    undone: memory.undoneOf(state).map(({ entry: { is, changes } }) => ({ is, changes })),
  };
}

/** What each step of a scenario did, in order. */
export function stepsTold(simulation: Simulation): ScenarioStep[] {
  return simulation.steps.map((placed, i) => stepTold(simulation, placed, i));
}

function stepTold(simulation: Simulation, { step, origin }: PlacedStep, i: number): ScenarioStep {
  const { timeline } = simulation;
  const before = simulation.before(i);
  const changes = step.events.flatMap((_, n): StepChange[] => {
    const position = before + (n + 1) * timeline.step;
    const entry = logEntryAt(timeline, position);
    if (entry === undefined || entry.recording === 'narrowed') return [];
    const { change, recording, version } = entry;
    const sentence = version && narrate(timeline, version, position);
    return [{ change: change.id, recording, sentence, on: version?.on.written }];
  });
  return { place: i + 1, id: step.id, ...origin, changes, commands: step.commands };
}
