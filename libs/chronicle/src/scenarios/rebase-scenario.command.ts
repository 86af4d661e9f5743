import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import {
  baseOf,
  isValidResolution,
  rebase,
  type Rebase,
  type RebasedStep,
  type Resolution,
  type Step,
} from '#scenarios';
import { isUuid, type UnitId } from '#structure';
import type { Position } from '#temporal';
import { today } from '../clock.js';
import { newId } from '../new-id.js';
import { refusal } from '../refusal.js';
import { Timelines } from '../timelines.js';
import type { ScenarioMemory } from './scenario-memory.js';
import type { ScenarioOutcome, ScenarioTerms } from './scenario-outcome.js';
import { ScenarioRecorder } from './scenario-recorder.js';
import { refusedAs } from './scenario-refusals.js';
import { Scenarios } from './scenarios.js';

/**
 * Moves a scenario to a newer position of the ledger: every step is decided again there. Refused, with what became of
 * each step, while some do not fit and the planner has not settled them; nothing is changed then.
 */
export class RebaseScenario extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly terms: ScenarioTerms,
    /** Default: the newest. */
    readonly to?: number,
  ) {
    super();
  }
}

/** Settles what a rebase found in the way of a step; null: as if it had not been. Kept until the rebase is done. */
export class ResolveConflict extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    /** Its id. */
    readonly step: string,
    readonly resolution: Resolution | null,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

@CommandHandler(RebaseScenario)
export class RebaseScenarioHandler implements ICommandHandler<RebaseScenario> {
  constructor(
    private readonly timelines: Timelines,
    private readonly scenarios: Scenarios,
    private readonly recorder: ScenarioRecorder,
  ) {}

  async execute({ scenario, terms, to }: RebaseScenario): Promise<ScenarioOutcome> {
    const { organisation } = await this.scenarios.read(scenario, terms.actor);
    await this.timelines.read(organisation.organisation.slug, to);
    return this.recorder.change(scenario, terms, `rebase ${to ?? ''}`, (memory) => {
      const rebased = rebaseOf(memory, to as Position | undefined);
      const conflicts = rebased.steps.filter(({ outcome }) => outcome === 'conflict');
      if (conflicts.length > 0) {
        return { accepted: false, refusals: conflicts.flatMap(refusalsOf), warnings: [], rebase: rebased };
      }
      const isThere =
        rebased.to === rebased.from && rebased.steps.every(({ outcome }) => outcome === 'clean');
      if (isThere) return { accepted: true, events: [], rebase: rebased };
      const steps = rebased.steps.flatMap(stepNow);
      const changes = steps.reduce((sum, { commands }) => sum + commands.length, 0);
      return {
        accepted: true,
        events: [{ type: 'ScenarioRebased', data: { base: rebased.to, changes }, content: steps }],
        rebase: rebased,
        keep: () => memory.goOnWith(rebased.simulation),
      };
    });
  }
}

@CommandHandler(ResolveConflict)
export class ResolveConflictHandler implements ICommandHandler<ResolveConflict> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  execute({ scenario, step, resolution, terms }: ResolveConflict): Promise<ScenarioOutcome> {
    const fingerprint = JSON.stringify([step, resolution]);
    return this.recorder.change(scenario, terms, fingerprint, (memory) => {
      if (!memory.stepsOf(memory.state).some((placed) => placed.step.id === step)) {
        return { ...refusedAs('UNKNOWN_STEP', 'step'), accepted: false };
      }
      if (resolution !== null && !fits(resolution, memory)) {
        return { ...refusedAs('INVALID_RESOLUTION', 'resolution'), accepted: false };
      }
      return { accepted: true, events: [{ type: 'ConflictResolved', data: { step, resolution } }] };
    });
  }
}

/** What would become of a scenario on a newer base, as its planner has settled it so far. */
export function rebaseOf(memory: ScenarioMemory, to?: Position): Rebase {
  const { state, organisation } = memory;
  const from = baseOf(state);
  return rebase({
    timeline: organisation.timeline,
    from,
    to: Math.max(to ?? organisation.position, from) as Position,
    steps: memory.stepsOf(state),
    resolutions: state.resolutions,
    today: today(),
    newId,
  });
}

function stepNow(step: RebasedStep): readonly Step[] {
  return 'now' in step ? [step.now] : [];
}

function refusalsOf(step: RebasedStep) {
  if (step.outcome !== 'conflict') return [];
  return step.conflicts.map(({ message, rejection }) => ({
    ...refusal('REBASE_CONFLICT', {
      sv: `Steg ${step.place}: ${message.sv}`,
      en: `Step ${step.place}: ${message.en}`,
    }),
    ...(rejection.date === undefined ? {} : { date: rejection.date }),
    index: step.place - 1,
    units: rejection.units,
    changes: rejection.changes,
  }));
}

function fits(resolution: Resolution, { organisation, simulation }: ScenarioMemory): boolean {
  if (resolution.how !== 'retarget') return isValidResolution(resolution);
  const isUnit = (id: string) =>
    isUuid(id) &&
    (organisation.timeline.units.has(id as UnitId) || simulation.timeline.units.has(id as UnitId));
  return isUnit(resolution.unit) && isUnit(resolution.to);
}
