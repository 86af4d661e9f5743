import fc from 'fast-check';

/**
 * fast-check as every test here uses it: from the same seed each time, so that what fails is due to what was changed.
 * `KRONIKA_PROPERTY_SEED` gives another seed, and `random` one of its own to each property, as `npm run test:property`
 * does. What fails prints its seed and the case it was shrunk to.
 */
const SEED = process.env['KRONIKA_PROPERTY_SEED'] ?? '20260101';
if (SEED !== 'random') fc.configureGlobal({ seed: Number(SEED) });

/** How many histories a property is tried on that costs as much as `part` of them allows. */
export function runs(part = 1): number {
  return Math.ceil(Number(process.env['KRONIKA_PROPERTY_RUNS'] ?? 1000) * part);
}

/** How many change sets a history has. */
export const SETS = Number(process.env['KRONIKA_PROPERTY_SETS'] ?? 30);

export { fc };
