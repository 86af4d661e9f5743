import { expect } from '@jest/globals';
import { dayOf, textOf } from './calendar.js';
import { type Engine } from './engine.js';
import { type HistoryPlan, play, TODAY } from './histories.js';
import { asNdjson, type Line } from './lines.js';
import { Model } from './model.js';

export interface ComparisonOptions {
  /** Which points (at, known) to ask at, as numbers of any size; all of them when left out. */
  readonly points?: readonly number[];
}

/** Of the sets that hold only on some choices of days: how many, and how many the engine refused all the same. */
export interface Tally {
  flagged: number;
  flaggedRefused: number;
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
  options: ComparisonOptions = {},
): Tally {
  const sets = play(plan).steps.map(({ lines }) => lines);
  return compareSets(sets, engineAt(TODAY), options);
}

/**
 * Compares the model with an engine on change sets, as printed by a failing run. An engine may refuse a set
 * that holds only on some choices of days (its search may be less than complete); the model then takes it back.
 */
export function compareSets(
  sets: readonly (readonly Line[])[],
  engine: Engine,
  { points }: ComparisonOptions = {},
): Tally {
  const model = new Model({ today: TODAY });
  const said: Line[] = [];
  const tally: Tally = { flagged: 0, flaggedRefused: 0 };
  for (const set of sets) {
    said.push(...set);
    const mine = model.record(set);
    const its = agreed('recording', said, () => engine.record(set));
    if (mine.accepted && mine.flagged) tally.flagged += 1;
    if (mine.accepted && mine.flagged && !its.accepted) {
      tally.flaggedRefused += 1;
      model.takeBack();
    } else if (mine.accepted !== its.accepted) {
      const verdict = mine.accepted ? 'accepts' : `refuses: ${mine.why}`;
      const other = its.accepted ? 'accepts' : `refuses: ${its.code ?? '?'}`;
      throw new Mismatch(`The model ${verdict}; the engine ${other}.`, said);
    }
  }
  compareAnswers(model, engine, said, points);
  return tally;
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
