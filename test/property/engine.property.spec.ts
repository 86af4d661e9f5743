import fc from 'fast-check';
import { expect, it } from '@jest/globals';
import { compare, type Tally } from './comparison.js';
import { histories } from './histories.js';
import { StructureEngine } from './structure-engine.js';

const RUNS = Number(process.env['KRONIKA_PROPERTY_RUNS'] ?? 1000);
const SETS = Number(process.env['KRONIKA_PROPERTY_SETS'] ?? 30);
const AN_HOUR = 60 * 60 * 1000;

const points = fc.array(fc.nat(1_000_000), { minLength: 25, maxLength: 25, size: 'max' });
const engineAt = (today: string): StructureEngine => new StructureEngine(today);

it.each([
  ['precise dates', false],
  ['imprecise dates', true],
])(
  'the engine agrees with the model on random histories with %s',
  (_, imprecise) => {
    const total: Tally = { flagged: 0, flaggedRefused: 0 };
    fc.assert(
      fc.property(histories({ sets: SETS, imprecise }), points, (plan, at) => {
        const tally = compare(plan, engineAt, { points: at });
        total.flagged += tally.flagged;
        total.flaggedRefused += tally.flaggedRefused;
      }),
      { numRuns: Math.ceil(RUNS / 2) },
    );
    expect(total.flaggedRefused).toBeLessThanOrEqual(Math.max(3, total.flagged * 0.1));
  },
  AN_HOUR,
);
