import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

describe('rename', () => {
  it('sets the name and makes no lineage', () => {
    const told = given(establish('it', '2010-01-01')).when({
      kind: 'rename',
      on: '2023-01-01',
      unit: 'it',
      name: 'IT & Digitalisering',
    });
    expect(told.effects).toEqual(['it name IT & Digitalisering']);
    expect(told.sentence).toEqual({
      sv: 'IT bytte namn till IT & Digitalisering',
      en: 'IT was renamed IT & Digitalisering',
    });
  });

  it('is refused before the unit began and after it ended', () => {
    const world = given(establish('a', '2010-01-01'), {
      kind: 'dissolve',
      on: '2020-01-01',
      unit: 'a',
      successors: 'none',
    });
    for (const on of ['2009-12-31', '2020-01-01', '2024-01-01']) {
      expect(world.when({ kind: 'rename', on, unit: 'a', name: 'B' }).refused).toMatchObject([
        { code: 'NOT_IN_FORCE', date: on, units: ['A'] },
      ]);
    }
    expect(world.when({ kind: 'rename', on: '2019-12-31', unit: 'a', name: 'B' }).codes).toEqual([]);
  });

  it('is refused of a unit that nobody knows', () => {
    expect(given().when({ kind: 'rename', on: '2010-01-01', unit: 'a', name: 'B' }).refused).toEqual([
      { code: 'UNKNOWN_UNIT', field: 'unit', index: 0, units: [], changes: [] },
    ]);
  });
});
