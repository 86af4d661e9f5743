import { parseDraft } from '#structure';
import type { Line } from '../../libs/structure/src/testing/recorded-history.js';
import { dayOf, textOf } from './calendar.js';
import { histories, play } from './histories.js';
import { fc, runs } from './seeded.js';

/** How many samples a law is tried on. */
export const RUNS = runs(1 / 10);
const PARAMETERS = {
  numRuns: RUNS,
  endOnFailure: true,
};

/** A random organisation, and what is planned for it and done in it from there on. */
export interface Sample {
  readonly founded: readonly (readonly Line[])[];
  readonly sets: readonly (readonly Line[])[];
  /** Every day on which something happens in it, and the day before and after. */
  readonly days: readonly string[];
  readonly throws: readonly number[];
}

/** Tries a law on random samples. */
export function holds(law: (sample: Sample) => void): void {
  fc.assert(fc.property(samples, law), PARAMETERS);
}

/** Tries a law that takes the whole application, on a tenth as many. */
export function holdsInAll(law: (sample: Sample) => Promise<void>): Promise<void> {
  return fc.assert(fc.asyncProperty(samples, law), { ...PARAMETERS, numRuns: Math.ceil(RUNS / 10) });
}

const samples: fc.Arbitrary<Sample> = fc
  .tuple(histories({ sets: 24 }), fc.array(fc.nat(1_000_000), { minLength: 4, maxLength: 4, size: 'max' }))
  .map(([plan, throws]) => {
    const { steps, model } = play(plan);
    const around = model.boundaryDays().flatMap((on) => [-1, 0, 1].map((off) => textOf(dayOf(on) + off)));
    const said = steps.map(({ lines }) => lines.map(({ set: _, ...line }): Line => line));
    const [first, ...readable] = said.filter((lines) => lines.every((line) => parseDraft({ ...line }).ok));
    const sets = anticipated(readable, throws);
    const cut = throws[0]! % Math.max(1, Math.ceil(sets.length / 2));
    const founded = [first!, ...sets.slice(0, cut)];
    return { founded, sets: sets.slice(cut), days: [...new Set(around)].sort(), throws };
  });

/** By throws some changes are anticipated first, and their form is told after the set that follows. */
function anticipated(sets: readonly (readonly Line[])[], throws: readonly number[]): (readonly Line[])[] {
  const told: (readonly Line[])[] = [];
  let open: Line | undefined;
  sets.forEach((lines, at) => {
    const [line] = lines;
    const later = open;
    open = undefined;
    if (lines.length === 1 && 'on' in line! && line.kind !== 'reschedule' && (throws[1]! + at) % 4 === 0) {
      const { id, ...content } = line;
      told.push([{ kind: 'anticipate', id, units: ['u0'], what: 'Något', on: '2020/2021' }]);
      open = { kind: 'correct', change: id, with: content, reason: 'Formen är klar' };
    } else told.push(lines);
    if (later !== undefined) told.push([later]);
  });
  return open === undefined ? told : [...told, [open]];
}

/** Every other set, by throws beginning with the first or the second, and the others, with one of the first. */
export function dealt({ sets, throws }: Sample): [mine: (readonly Line[])[], theirs: (readonly Line[])[]] {
  const isMine = (_: unknown, at: number) => (at + throws[2]!) % 2 === 0;
  const mine = sets.filter(isMine);
  const both = mine[throws[3]! % 4] ?? [];
  return [mine, [both, ...sets.filter((lines, at) => !isMine(lines, at))]];
}
