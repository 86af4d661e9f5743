import { expect } from '@jest/globals';
import { dayOf, textOf } from './calendar.js';
import { type Engine } from './engine.js';
import { type HistoryPlan, play, TODAY } from './histories.js';
import { asNdjson, type Line } from './lines.js';
import { Model, type Verdict } from './model.js';

export interface ComparisonOptions {
  /** Which points (at, known) to ask at, as numbers of any size; all of them when left out. */
  readonly points?: readonly number[];
}

/** What a comparison went through. */
export interface Tally {
  accepted: number;
  refused: number;
  /** Accepted sets after which some imprecise change applies before its latest day. */
  narrowed: number;
  /** Of these, where several choices of days are as good and the engine has another than the model. */
  alternatives: number;
  /** Sets that the model could not decide, left out on both sides. */
  undecided: number;
  /** Longest time that the engine took for a set, in milliseconds, and what it said. */
  slowest: number;
}

export function newTally(): Tally {
  return { accepted: 0, refused: 0, narrowed: 0, alternatives: 0, undecided: 0, slowest: 0 };
}

/** A mismatch carries the lines that lead to it: saved to a file they can be imported and looked at. */
export class Mismatch extends Error {
  constructor(what: string, lines: readonly Line[]) {
    super(
      `${what}\n--- the lines so far, to be replayed; \`set\` names the change sets (today is ${TODAY}):\n${asNdjson(lines)}`,
    );
  }
}

/** Plays a random history to the model and the engine, and compares every verdict and the answers asked for. */
export function compare(
  plan: HistoryPlan,
  engineAt: (today: string) => Engine,
  { points }: ComparisonOptions = {},
): Tally {
  const comparison = new Comparison(engineAt(TODAY));
  const sets: (readonly Line[])[] = [];
  try {
    const { model } = play(plan, { today: TODAY }, ({ lines, verdict }, soFar) => {
      sets.push(lines);
      comparison.record(lines, verdict, soFar);
    });
    comparison.answers(model, points);
  } catch (fault) {
    if (fault instanceof Mismatch) throw smallest(sets, engineAt, fault);
    throw fault;
  }
  return comparison.tally;
}

/** Compares the model with an engine on change sets, as printed by a failing run. */
export function compareSets(
  sets: readonly (readonly Line[])[],
  engine: Engine,
  { points }: ComparisonOptions = {},
): Tally {
  const model = new Model({ today: TODAY });
  const comparison = new Comparison(engine);
  for (const set of sets) comparison.record(set, model.record(set), model);
  comparison.answers(model, points);
  return comparison.tally;
}

class Comparison {
  readonly tally = newTally();
  private readonly said: Line[] = [];

  constructor(private readonly engine: Engine) {}

  /** Lets the engine record what the model has, and takes over its choice of days if it is as good. */
  record(set: readonly Line[], mine: Verdict, model: Model): void {
    const { engine, said, tally } = this;
    if (!mine.accepted && mine.undecided) {
      tally.undecided += 1;
      return;
    }
    said.push(...set);
    const began = performance.now();
    const its = agreed('recording', said, () => engine.record(set));
    tally.slowest = Math.max(tally.slowest, performance.now() - began);
    if (mine.accepted !== its.accepted) {
      const verdict = mine.accepted ? `accepts${mine.flagged ? ' (narrowed)' : ''}` : `refuses: ${mine.why}`;
      const other = its.accepted ? 'accepts' : `refuses: ${its.code ?? '?'}`;
      throw new Mismatch(`The model ${verdict}; the engine ${other}.`, said);
    }
    if (!mine.accepted) {
      tally.refused += 1;
      return;
    }
    tally.accepted += 1;
    if (mine.flagged) tally.narrowed += 1;
    const own = model.choice;
    const wrong = model.adopt(engine.narrowed());
    if (wrong !== null)
      throw new Mismatch(`The days that the engine lets changes apply from: ${wrong}`, said);
    if (model.choice !== own) tally.alternatives += 1;
  }

  answers(model: Model, points: readonly number[] | undefined): void {
    compareAnswers(model, this.engine, this.said, points);
  }
}

const MOST_TRIALS = 200;

/** The same disagreement with as few sets and lines as can be found, every answer compared. */
function smallest(
  sets: readonly (readonly Line[])[],
  engineAt: (today: string) => Engine,
  found: Mismatch,
): Mismatch {
  let best: { sets: readonly (readonly Line[])[]; found: Mismatch } = { sets, found };
  let trials = 0;
  const improves = (fewer: readonly (readonly Line[])[]): boolean => {
    trials += 1;
    try {
      compareSets(fewer, engineAt(TODAY));
      return false;
    } catch (fault) {
      if (!(fault instanceof Mismatch)) return false;
      best = { sets: fewer, found: fault };
      return true;
    }
  };
  for (let again = true; again && trials < MOST_TRIALS;) {
    again = false;
    for (let at = best.sets.length - 1; at >= 0 && trials < MOST_TRIALS; at -= 1) {
      if (improves(best.sets.filter((_, i) => i !== at))) again = true;
    }
    for (let at = best.sets.length - 1; at >= 0; at -= 1) {
      for (let line = (best.sets[at]?.length ?? 0) - 1; line >= 0 && trials < MOST_TRIALS; line -= 1) {
        if ((best.sets[at]?.length ?? 0) < 2) continue;
        const fewer = best.sets.map((set, i) => (i === at ? set.filter((_, n) => n !== line) : set));
        if (improves(fewer)) again = true;
      }
    }
  }
  return best.found;
}

function compareAnswers(
  model: Model,
  engine: Engine,
  said: readonly Line[],
  points: readonly number[] | undefined,
): void {
  const days = model.boundaryDays().flatMap((day) => [-1, 0, 1].map((off) => textOf(dayOf(day) + off)));
  const every = [...new Set(days)].flatMap((at) =>
    Array.from({ length: model.known + 1 }, (_, known) => ({ at, known })),
  );
  const asked = points === undefined ? every : points.map((point) => every[point % every.length]);
  for (const { at, known } of asked.filter((point) => point !== undefined)) {
    agreed(`the answer at ${at} as known after ${known} accepted sets`, said, () => {
      for (const hierarchy of ['line', 'political']) {
        expect(engine.chart(at, known, hierarchy)).toEqual(model.chart(at, known, hierarchy));
      }
      const mine = model
        .indeterminate(at, known)
        .map((mark) => `${mark.key} ${mark.track} ${mark.changes.length}`);
      const its = engine.indeterminate(at, known).map((mark) => `${mark.key} ${mark.track} ${mark.changes}`);
      expect(its.sort()).toEqual(mine.sort());
    });
  }
  agreed('lineage', said, () => {
    const mine = model.lineage().map(({ change: _, ...edge }) => edge);
    expect(spelled(engine.lineage(model.known))).toEqual(spelled(mine));
  });
}

function agreed<T>(what: string, said: readonly Line[], ask: () => T): T {
  try {
    return ask();
  } catch (fault) {
    const found = fault instanceof Error ? fault.message : String(fault);
    throw new Mismatch(`Mismatch in ${what}: ${found}`, said);
  }
}

function spelled(edges: readonly object[]): string[] {
  const inOrder = (edge: object): [string, unknown][] =>
    Object.entries(edge).sort(([a], [b]) => (a < b ? -1 : 1));
  return edges.map((edge) => JSON.stringify(inOrder(edge))).sort();
}
