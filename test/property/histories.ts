import { linesOf } from './history-lines.js';
import { type ChangeLine, type Line } from './lines.js';
import { Model, type ModelOptions, type Verdict } from './model.js';
import { fc } from './seeded.js';

/** What a line of a random history is to be about; what it says in full depends on what stands by then. */
export const INTENTS = [
  'establish',
  'rename',
  'reclassify',
  'recode',
  'swapCodes',
  'transfer',
  'transferExcept',
  'merge',
  'absorb',
  'split',
  'spinOff',
  'replace',
  'dissolve',
  'reactivate',
  'reorganise',
  'moveResponsibility',
  'correct',
  'reschedule',
  'cancel',
] as const;

export interface LinePlan {
  readonly intent: (typeof INTENTS)[number];
  readonly throws: readonly number[];
}

/** Random numbers from which {@link play} makes a history; small, and shrinks well. */
export interface HistoryPlan {
  readonly founding: readonly number[];
  readonly sets: readonly (readonly LinePlan[])[];
  /** Whether dates may be imprecise. */
  readonly imprecise: boolean;
}

export interface Step {
  readonly lines: readonly Line[];
  readonly verdict: Verdict;
}

export interface Played {
  readonly steps: readonly Step[];
  readonly model: Model;
}

/** The day on which all random histories are recorded: half of their dates are past, half to come. */
export const TODAY = '2020-06-30';

const dice = (length: number): fc.Arbitrary<number[]> =>
  fc.array(fc.nat(9999), { minLength: length, maxLength: length, size: 'max' });

const linePlan: fc.Arbitrary<LinePlan> = fc.record({
  intent: fc.oneof(
    ...INTENTS.map((intent) => ({
      weight: intent === 'establish' || intent === 'transfer' ? 3 : 2,
      arbitrary: fc.constant(intent),
    })),
  ),
  throws: dice(16),
});

/** Random histories of up to so many change sets of one to four lines. */
export function histories(options: { sets: number; imprecise?: boolean }): fc.Arbitrary<HistoryPlan> {
  const set = fc.oneof(
    { weight: 5, arbitrary: fc.array(linePlan, { minLength: 1, maxLength: 1 }) },
    { weight: 3, arbitrary: fc.array(linePlan, { minLength: 2, maxLength: 4 }) },
  );
  return fc.record({
    founding: dice(24),
    sets: fc.array(set, { minLength: Math.ceil(options.sets / 2), maxLength: options.sets, size: 'max' }),
    imprecise: options.imprecise === undefined ? fc.boolean() : fc.constant(options.imprecise),
  });
}

/** The units that every history starts from: a root and five others somewhere below it. */
function founding(throws: readonly number[]): ChangeLine[] {
  return [0, 1, 2, 3, 4, 5].map((n) => {
    const roll = (place: number): number => throws[n * 4 + place] ?? 0;
    const political = roll(2) % 3 === 2 ? { parents: { political: n === 0 ? null : 'u0' } } : {};
    const codes = roll(3) % 2 === 1 ? { codes: { hsa: `H${n}` } } : {};
    return {
      kind: 'establish',
      id: `f${n}`,
      on: '2019-06-01',
      set: 's0',
      unit: {
        key: `u${n}`,
        name: `N${n}`,
        type: 'enhet',
        parent: n === 0 ? null : `u${roll(0) % n}`,
        ...political,
        ...codes,
      },
    };
  });
}

/**
 * Makes the history of a plan, set by set, with the model's verdict on each.
 * @param after called after each set, before the next one is made
 */
export function play(
  plan: HistoryPlan,
  options: ModelOptions = { today: TODAY },
  after: (step: Step, model: Model) => void = () => undefined,
): Played {
  const model = new Model(options);
  const steps: Step[] = [];
  const record = (lines: readonly Line[]): void => {
    const step = { lines, verdict: model.record(lines) };
    steps.push(step);
    after(step, model);
  };
  record(founding(plan.founding));
  plan.sets.forEach((set, index) => {
    const progress = index / Math.max(1, plan.sets.length);
    const lines = linesOf(set, model, { set: `s${index + 1}`, progress, imprecise: plan.imprecise });
    if (lines.length > 0) record(lines);
  });
  return { steps, model };
}
