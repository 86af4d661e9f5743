import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decideStep, keepStep, type ScenarioEventDraft, type StepDecision } from '#scenarios';
import { narrate, type Draft, type WarningCode } from '#structure';
import type { Instant, Position } from '#temporal';
import { isRecordDraft, type AnyDraft } from '../any-draft.js';
import { today } from '../clock.js';
import { newId } from '../new-id.js';
import { outsideSubtree } from './outside-subtree.js';
import type { ScenarioMemory } from './scenario-memory.js';
import type { ScenarioOutcome, ScenarioTerms, SimulatedChange } from './scenario-outcome.js';
import { ScenarioRecorder, type ScenarioDecision } from './scenario-recorder.js';
import { refusedAs } from './scenario-refusals.js';

export interface SimulationTerms extends ScenarioTerms {
  /** Warnings that the planner has seen. Default: none. */
  readonly confirmed?: ReadonlySet<WarningCode> | 'all' | undefined;
  /** Code scheme in which bare keys are looked up and kept. Default: `import`. */
  readonly keyScheme?: string | undefined;
}

/**
 * Changes and amendments in a scenario: each list is a step, which is undone and redone as one. All steps are taken, or
 * none. Import lines that the scenario, or its base, has taken in before are left out.
 */
export class SimulateChanges extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly steps: readonly (readonly AnyDraft[])[],
    readonly terms: SimulationTerms,
  ) {
    super();
  }
}

@CommandHandler(SimulateChanges)
export class SimulateChangesHandler implements ICommandHandler<SimulateChanges> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  async execute({ scenario, steps, terms }: SimulateChanges): Promise<ScenarioOutcome> {
    const record = steps.flat().findIndex(isRecordDraft);
    if (record >= 0) return atIndex(refusedAs('NOT_IN_A_SCENARIO', 'kind'), record);
    const drafts = steps as readonly (readonly Draft[])[];
    const fingerprint = JSON.stringify(drafts);
    return this.recorder.change(scenario, terms, fingerprint, (memory) => simulate(memory, drafts, terms));
  }
}

type Taken = Extract<StepDecision, { accepted: true }>;

function simulate(
  memory: ScenarioMemory,
  steps: readonly (readonly Draft[])[],
  { actor, confirmed, keyScheme = 'import' }: SimulationTerms,
): ScenarioDecision {
  const { simulation } = memory;
  const { timeline } = simulation;
  const { root } = memory.state;
  const count = steps.flat().length;
  if (count === 0) return { ...refusedAs('NOTHING_TO_RECORD'), accepted: false };
  if (simulation.position + 4 * count * timeline.step > timeline.horizon) {
    return { ...refusedAs('SCENARIO_TOO_LARGE'), accepted: false };
  }
  const taken: Taken[] = [];
  const changes: SimulatedChange[] = [];
  let position = simulation.position;
  let index = 0;
  timeline.begin();
  try {
    for (const drafts of steps) {
      const fresh = drafts.filter(
        ({ digest }) => digest === undefined || !timeline.importedLines.has(digest),
      );
      if (fresh.length > 0) {
        const decision = decideStep(timeline, fresh, newId(), {
          position: (position + timeline.step) as Position,
          today: today(),
          newId,
          keyScheme,
          confirmed: confirmed ?? new Set(),
        });
        const outside =
          decision.accepted && root !== undefined
            ? outsideSubtree(simulation, decision.step, root, position)
            : [];
        if (!decision.accepted || outside.length > 0) {
          timeline.rollback();
          const refused = decision.accepted ? { rejections: outside, warnings: [] } : decision;
          return refusedAt(refused, (i) => index + drafts.indexOf(fresh[i]!));
        }
        position = (position + decision.events.length * timeline.step) as Position;
        changes.push(...simulatedChanges(timeline, decision, position));
        taken.push(decision);
      }
      index += drafts.length;
    }
  } catch (error) {
    timeline.rollback();
    throw error;
  }
  if (taken.length === 0) {
    timeline.rollback();
    return { accepted: true, events: [], changes: [] };
  }
  return {
    accepted: true,
    events: taken.map(({ step }): ScenarioEventDraft => ({
      type: 'ChangesSimulated',
      data: { step: step.id, changes: step.commands.length },
      content: [step],
    })),
    changes,
    warnings: taken.flatMap(({ warnings }) => warnings),
    notices: taken.flatMap(({ notices }) => notices),
    keep: (recordedAt: Instant) => {
      timeline.commit();
      for (const decision of taken) keepStep(simulation, decision, { actor, recordedAt });
    },
    undo: () => timeline.rollback(),
  };
}

function simulatedChanges(
  timeline: ScenarioMemory['simulation']['timeline'],
  { events }: Taken,
  position: Position,
): SimulatedChange[] {
  return events.flatMap(({ data, version, recording }) =>
    recording === 'narrowed'
      ? []
      : [
          {
            change: data.change,
            sentence: version && narrate(timeline, version, position),
            on: version?.on.written,
          },
        ],
  );
}

/** A refusal of a step, told by the place of its drafts among those of all steps. */
function refusedAt(
  {
    rejections,
    warnings,
  }: Pick<Extract<StepDecision, { accepted: false }>, 'warnings'> & {
    readonly rejections: Extract<ScenarioOutcome, { outcome: 'refused' }>['refusals'];
  },
  placeOf: (index: number) => number,
): ScenarioDecision {
  const placed = <T extends { readonly index?: number }>(refusal: T): T => ({
    ...refusal,
    index: placeOf(refusal.index ?? 0),
  });
  return { accepted: false, refusals: rejections.map(placed), warnings: warnings.map(placed) };
}

function atIndex(outcome: ScenarioOutcome, index: number): ScenarioOutcome {
  return outcome.outcome === 'refused'
    ? { ...outcome, refusals: outcome.refusals.map((refusal) => ({ ...refusal, index })) }
    : outcome;
}
