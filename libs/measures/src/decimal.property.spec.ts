import { describe, it } from '@jest/globals';
import {
  absolute,
  add,
  compare,
  formatDecimal,
  halfStep,
  multiply,
  negate,
  parseDecimal,
  round,
  shorten,
  subtract,
  ZERO,
  type Decimal,
} from './index.js';
import { fc } from '../../../test/property/seeded.js';

const decimals = fc.record({
  digits: fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }),
  decimals: fc.integer({ min: 0, max: 12 }),
});
const equal = (a: Decimal, b: Decimal) => compare(a, b) === 0;

describe('decimal numbers', () => {
  it('are read as they are printed', () => {
    fc.assert(
      fc.property(decimals, (a) => {
        const read = parseDecimal(formatDecimal(a));
        return read?.digits === a.digits && read.decimals === a.decimals;
      }),
    );
  });

  it('add in any order, and back', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) => {
        const backAgain = subtract(add(a, b), b);
        return (
          equal(add(a, b), add(b, a)) &&
          equal(add(add(a, b), c), add(a, add(b, c))) &&
          equal(backAgain, a) &&
          equal(add(a, negate(a)), ZERO)
        );
      }),
    );
  });

  it('multiply each term of a sum', () => {
    fc.assert(
      fc.property(decimals, decimals, decimals, (a, b, c) =>
        equal(multiply(add(a, b), c), add(multiply(a, c), multiply(b, c))),
      ),
    );
  });

  it('are ordered as their difference says', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const { digits } = subtract(a, b);
        return compare(a, b) === (digits < 0n ? -1 : digits > 0n ? 1 : 0);
      }),
    );
  });

  it('are rounded to one that is at most half a step away, on both sides of zero alike', () => {
    fc.assert(
      fc.property(decimals, fc.integer({ min: 0, max: 12 }), (a, places) => {
        const rounded = round(a, places);
        const off = absolute(subtract(rounded, a));
        return (
          rounded.decimals === places &&
          compare(off, halfStep(places)) <= 0 &&
          equal(round(negate(a), places), negate(rounded))
        );
      }),
    );
  });

  it('keep their value when they lose zeros', () => {
    fc.assert(fc.property(decimals, (a) => equal(shorten(a), a) && shorten(a).decimals <= a.decimals));
  });
});
