import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

describe('establish', () => {
  it('begins a root', () => {
    const told = given().when(establish('p', '2010-01-01'));
    expect(told.effects).toEqual(['begin p "P" unit line:- import:p']);
    expect(told.sentence).toEqual({ sv: 'P inrättades', en: 'P was established' });
  });

  it('begins a unit under its parent, in further hierarchies and with codes', () => {
    const told = given(establish('p', '2010-01-01'), establish('q', '2010-01-01')).when(
      establish('a', '2010-01-01', 'p', { parents: { political: 'q' }, codes: { hsa: 'H1' } }),
    );
    expect(told.effects).toEqual(['begin a "A" unit line:p political:q hsa:H1 import:a']);
    expect(told.sentence).toEqual({
      sv: 'A inrättades under P',
      en: 'A was established under P',
    });
  });

  it('begins a unit that stands in other hierarchies only as a root of the line', () => {
    const told = given(establish('q', '2010-01-01')).when({
      kind: 'establish',
      on: '2010-01-01',
      unit: { key: 'a', name: 'A', type: 'unit', parents: { political: 'q' } },
    });
    expect(told.effects).toEqual(['begin a "A" unit line:- political:q import:a']);
  });

  it('begins a unit without a key', () => {
    const told = given().when({ kind: 'establish', on: '2010-01-01', unit: { name: 'A', type: 'unit' } });
    expect(told.effects).toEqual(['begin A "A" unit line:-']);
  });

  it('is refused under a unit that is not in force', () => {
    expect(
      given({ ...establish('p', '2010-01-01'), id: 'r1' }).when(establish('a', '2009-12-31', 'p')).refused,
    ).toEqual([
      {
        code: 'PARENT_NOT_IN_FORCE',
        date: '2009-12-31',
        index: 0,
        units: ['A', 'P'],
        changes: ['r1'],
      },
    ]);
  });

  it('is refused under a unit that nobody knows, or itself', () => {
    expect(given().when(establish('a', '2010-01-01', 'p')).refused).toEqual([
      { code: 'UNKNOWN_UNIT', field: 'unit.parent', index: 0, units: [], changes: [] },
    ]);
    expect(given().when(establish('a', '2010-01-01', 'a')).codes).toEqual(['CYCLE']);
  });

  it('is refused when the key has been used, on whatever date', () => {
    const world = given(establish('a', '2010-01-01'), {
      kind: 'dissolve',
      on: '2011-01-01',
      unit: 'a',
      successors: 'none',
    });
    expect(world.when(establish('a', '1990-01-01')).refused).toEqual([
      { code: 'KEY_TAKEN', field: 'unit.key', index: 0, units: [], changes: [] },
    ]);
  });
});
