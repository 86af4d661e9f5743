import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

describe('recode', () => {
  it('gives, changes and takes away codes', () => {
    const told = given(establish('a', '2010-01-01', null, { codes: { hsa: 'H1', old: '7' } })).when({
      kind: 'recode',
      on: '2012-01-01',
      unit: 'a',
      codes: { hsa: 'H2', bfs: '3901', old: null },
    });
    expect(told.effects).toEqual(['a code:bfs 3901', 'a code:hsa H2', 'a code:old null']);
    expect(told.sentence).toEqual({
      sv: 'A fick kod: bfs 3901, hsa H2, ingen old',
      en: 'A got code: bfs 3901, hsa H2, no old',
    });
  });

  it('is refused when another unit holds the code', () => {
    expect(
      given(establish('a', '2010-01-01', null, { codes: { hsa: 'H1' } }), establish('b', '2010-01-01')).when({
        kind: 'recode',
        on: '2012-01-01',
        unit: 'b',
        codes: { hsa: 'H1' },
      }).refused,
    ).toMatchObject([{ code: 'CODE_TAKEN', date: '2012-01-01', units: ['B', 'A'] }]);
  });

  it('is refused of a unit that is not in force', () => {
    expect(
      given(establish('a', '2010-01-01')).when({
        kind: 'recode',
        on: '2009-01-01',
        unit: 'a',
        codes: { hsa: '1' },
      }).codes,
    ).toEqual(['NOT_IN_FORCE']);
  });
});
