import { expect, test } from '@jest/globals';
import { sortNamed } from '#structure';
import { establish, RecordedHistory, type Line } from '../../../structure/src/testing/recorded-history.js';
import { Compared } from './compared.js';
import { shapeImpact, shapeOf } from './shape.js';
import { tallyOf } from './shape-tally.js';
import { versionsOf } from './testing/planned.js';
import { fc, runs } from '../../../../test/property/seeded.js';

const RUNS = runs(1 / 4);
const KEYS = Array.from({ length: 12 }, (_, n) => `u${n}`);
const DATES = ['2020-01-01', '2021-01-01', '2021/2023', '2024-01-01'];

const key = fc.constantFrom(...KEYS);
const on = fc.constantFrom(...DATES);
const founded = fc.nat(1_000);

const change: fc.Arbitrary<Line> = fc.oneof(
  fc.record({ kind: fc.constant('transfer'), on, unit: key, to: key }),
  fc.record({ kind: fc.constant('dissolve'), on, unit: key, successors: fc.constant('none') }),
  fc.record({ kind: fc.constant('reactivate'), on, unit: key, parent: key }),
  fc.record({ n: founded, on, parent: key }).map(({ n, on: day, parent }) => establish(`n${n}`, day, parent)),
  fc
    .record({ n: founded, on, units: fc.uniqueArray(key, { minLength: 2, maxLength: 3 }), parent: key })
    .map(({ n, on: day, units, parent }) => ({
      kind: 'merge',
      on: day,
      units,
      into: { key: `n${n}`, name: `N${n}`, type: 'unit', parent },
    })),
);

/** Records what the organisation allows; random changes often do not fit. */
function recordWhatFits(history: RecordedHistory, lines: readonly Line[]): void {
  for (const line of lines) {
    try {
      history.decide([line]);
    } catch {
      continue;
    }
  }
}

test('what a scenario makes of the shape is what counting everything gives', () => {
  let moved = 0;
  fc.assert(
    fc.property(
      fc.array(fc.nat(11), { minLength: 12, maxLength: 12 }),
      fc.array(change, { maxLength: 6 }),
      fc.array(change, { minLength: 1, maxLength: 10 }),
      fc.constantFrom('2020-06-01', '2022-01-01', '2025-01-01'),
      fc.option(fc.nat(11)),
      (parents, earlier, scenario, at, top) => {
        const base = new RecordedHistory();
        KEYS.forEach((unit, n) => {
          base.record(establish(unit, '2015-01-01', n === 0 ? null : KEYS[parents[n]! % n]!));
        });
        recordWhatFits(base, earlier);
        const branched = base.branch();
        recordWhatFits(branched, scenario);
        const [before, after] = [base.on(at), branched.on(at)];
        const root = top === null ? undefined : base.unit(KEYS[top]!).id;
        const compared = new Compared(before, after, versionsOf(branched, base.position));
        const impact = shapeImpact(compared, root);
        const [old, now] = [tallyOf(before, root), tallyOf(after, root)];
        expect(impact.before).toEqual(shapeOf(old));
        expect(impact.after).toEqual(shapeOf(now));
        const chains = (one: typeof old, other: typeof old) =>
          [...one.children].flatMap(([id, n]) => (n === 1 && other.children.get(id) !== 1 ? [id] : []));
        expect(impact.chainsBegun.map(({ id }) => id).sort()).toEqual(chains(now, old).sort());
        expect(impact.chainsEnded.map(({ id }) => id).sort()).toEqual(chains(old, now).sort());
        expect(sortNamed([...impact.chainsBegun])).toEqual(impact.chainsBegun);
        if (impact.before.layers.join() !== impact.after.layers.join()) moved += 1;
      },
    ),
    { numRuns: RUNS },
  );
  expect(moved).toBeGreaterThan(RUNS / 10);
});
