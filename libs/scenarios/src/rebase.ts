import {
  sameEffects,
  type ContentEventData,
  type DecisionContext,
  type Effect,
  type Reading,
  type Rejection,
  type Timeline,
} from '#structure';
import { impreciseDate, type Day, type Message, type Position } from '#temporal';
import { alreadyDone } from './already-done.js';
import { draftOf, type ScenarioCommand } from './command.js';
import { conflictOf, type Conflict } from './conflict.js';
import { decideStep, keepStep } from './decide-step.js';
import { effectInWords } from './effect-words.js';
import { namedIn, resolved, withUnits } from './resolve-commands.js';
import type { Resolution } from './resolution.js';
import { Simulation, type PlacedStep } from './simulation.js';
import type { Step } from './step.js';

/** One difference between what a step came to and what it comes to on the newer base. */
export interface EffectDifference {
  readonly is: 'added' | 'removed';
  readonly effect: Effect;
  readonly words: Message;
}

/**
 * What becomes of a step on a newer base. `clean`: it comes to the same; `changed`: to something else; `done`: the
 * organisation has done it by itself; `dropped`: the planner leaves it out; `conflict`: it does not fit.
 */
export type RebasedStep = { readonly place: number; readonly step: Step } & (
  | { readonly outcome: 'clean'; readonly now: Step }
  | { readonly outcome: 'changed'; readonly now: Step; readonly differences: readonly EffectDifference[] }
  | { readonly outcome: 'done' | 'dropped' }
  | { readonly outcome: 'conflict'; readonly conflicts: readonly Conflict[] }
);

/** A scenario as it would be on a newer base. */
export interface Rebase {
  readonly from: Position;
  readonly to: Position;
  readonly steps: readonly RebasedStep[];
  /** Of the steps that fit. */
  readonly simulation: Simulation;
}

export interface RebaseQuestion {
  readonly timeline: Timeline;
  readonly from: Position;
  readonly to: Position;
  readonly steps: readonly PlacedStep[];
  /** By step. */
  readonly resolutions: ReadonlyMap<string, readonly Resolution[]>;
  readonly today: Day;
  readonly newId: () => string;
}

/**
 * Decides every step of a scenario again on a newer base, in order, each on top of those that fit. Nothing is kept of
 * it but the answer: a rebase that is given up has changed nothing.
 */
export function rebase(question: RebaseQuestion): Rebase {
  const { timeline, from, to } = question;
  const simulation = Simulation.of(timeline, to);
  const rebasing = new Rebasing(question, simulation);
  return { from, to, simulation, steps: question.steps.map((step, i) => rebasing.step(step, i + 1)) };
}

class Rebasing {
  /** Units of the base that are there in place of the scenario's. */
  private readonly twins = new Map<string, string>();
  /** Units that begin, and changes that are planned, by steps that are not there. */
  private readonly missing = new Set<string>();

  constructor(
    private readonly question: RebaseQuestion,
    private readonly simulation: Simulation,
  ) {}

  step({ step, origin }: PlacedStep, place: number): RebasedStep {
    const { resolutions, timeline: base, from, to } = this.question;
    const settled = resolutions.get(step.id) ?? [];
    const commands = settled.reduce(resolved, withUnits(step.commands, this.twins));
    if (commands.length === 0) return this.leftOut(step, { place, step, outcome: 'dropped' });
    const done = settled.length === 0 ? alreadyDone(step, base, { from, to }) : undefined;
    if (done !== undefined) {
      for (const [unit, twin] of done) this.twins.set(unit, twin);
      return { place, step, outcome: 'done' };
    }
    const { timeline } = this.simulation;
    timeline.begin();
    const decision = decideStep(timeline, commands.map(draftOf), step.id, this.context());
    if (!decision.accepted) {
      timeline.rollback();
      return this.leftOut(step, {
        place,
        step,
        outcome: 'conflict',
        conflicts: decision.rejections.map((rejection) => this.conflict(rejection, commands)),
      });
    }
    timeline.commit();
    keepStep(this.simulation, decision, origin);
    const differences = this.differences(step, decision.step);
    return differences.length === 0
      ? { place, step, outcome: 'clean', now: decision.step }
      : { place, step, outcome: 'changed', now: decision.step, differences };
  }

  private context(): DecisionContext {
    const { today, newId } = this.question;
    return { position: this.simulation.next, today, newId, keyScheme: 'import', confirmed: 'all' };
  }

  private leftOut(step: Step, outcome: RebasedStep): RebasedStep {
    for (const effect of effectsOf(step)) if (effect.e === 'begin') this.missing.add(effect.unit);
    for (const { does, change } of step.commands) if (does === 'change') this.missing.add(change);
    return outcome;
  }

  private conflict(rejection: Rejection, commands: readonly ScenarioCommand[]): Conflict {
    const { timeline: base, from, to } = this.question;
    const amends = commands.flatMap(({ does, change }) => (does === 'change' ? [] : [change]));
    return conflictOf(rejection, { base, from, to, missing: this.missing, amends, ...namedIn(commands) });
  }

  private differences(before: Step, after: Step): EffectDifference[] {
    const { timeline, position } = this.simulation;
    const [was, is] = [effectsOf(before), effectsOf(after)];
    if (sameEffects(was, is)) return [];
    const reading = (effect: Effect): Reading => {
      const { on } = [before, after].flatMap(contentsOf).find(({ effects }) => effects.includes(effect))!;
      return { timeline, at: impreciseDate(on).latest, position };
    };
    const missing = (effects: readonly Effect[], from: readonly Effect[]) =>
      effects.filter((effect) => !from.some((other) => sameEffects([effect], [other])));
    const told = (kind: EffectDifference['is'], effects: readonly Effect[]) =>
      effects.map((effect) => ({ is: kind, effect, words: effectInWords(effect, reading(effect)) }));
    return [...told('removed', missing(was, is)), ...told('added', missing(is, was))];
  }
}

/** What its commands came to; not what they leave of the dates of other changes. */
function contentsOf({ commands, events }: Step): ContentEventData[] {
  const commanded = new Set(commands.map(({ change }) => change));
  return events.flatMap(({ data }) => ('effects' in data && commanded.has(data.change) ? [data] : []));
}

function effectsOf(step: Step): Effect[] {
  return contentsOf(step).flatMap(({ effects }) => [...effects]);
}
