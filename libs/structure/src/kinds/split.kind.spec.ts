import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

/** p over a and s; x under a, and under a in the budget too. */
const one = () =>
  given(
    establish('p', '2010-01-01'),
    establish('a', '2010-01-01', 'p'),
    establish('s', '2010-01-01', 'p'),
    establish('x', '2010-01-01', 'a', { parents: { budget: 'a' } }),
  );
const split = (more: object) => ({
  kind: 'split',
  on: '2020-01-01',
  unit: 'a',
  into: [newUnit('a1', 'p'), { key: 's' }],
  ...more,
});

describe('split', () => {
  it('ends one unit, begins or takes its successors and gives them the mapped children', () => {
    const told = one().when(split({ children: { x: 'a1' } }));
    expect(told.effects).toEqual([
      'begin a1 "A1" unit line:p import:a1',
      'x parent:line a1',
      'x parent:budget a1',
      'end a',
      'a splitInto a1',
      'a splitInto s',
    ]);
    expect(told.sentence).toEqual({ sv: 'A delades upp i A1 och S', en: 'A was split into A1 and S' });
  });

  it('is refused when a child is forgotten', () => {
    expect(one().when(split({})).refused).toMatchObject([
      { code: 'PARENT_NOT_IN_FORCE', date: '2020-01-01', index: 0, units: ['X', 'A'] },
    ]);
  });

  it('is fine when other changes of the date move the children', () => {
    const away = { kind: 'dissolve', on: '2020-01-01', unit: 'x', successors: 'unknown' };
    expect(one().when(split({ children: 'leave' }), away).codes).toEqual([]);
    expect(one().when(away, split({})).codes).toEqual([]);
  });

  it('puts a successor that stood under what ends in its place', () => {
    const told = one().when(split({ into: [{ key: 'x' }, { key: 's' }], children: { x: 'x' } }));
    expect(told.effects.slice(0, 2)).toEqual(['x parent:line p', 'x parent:budget -']);
    expect(told.codes).toEqual([]);
  });

  it('is refused into one unit twice, into itself, and with a stranger among the children', () => {
    expect(one().when(split({ into: [{ key: 's' }, { key: 's' }] })).codes).toEqual(['DUPLICATE_UNIT']);
    expect(one().when(split({ into: [newUnit('b'), newUnit('b')] })).codes).toEqual(['DUPLICATE_UNIT']);
    expect(one().when(split({ into: [{ key: 's' }, { key: 'a' }] })).codes).toEqual(['ACTS_ON_ITSELF']);
    expect(one().when(split({ children: { p: 's' } })).codes).toEqual(['NOT_A_CHILD']);
  });

  it('is refused into a unit that is not in force then', () => {
    const world = one();
    world.history.record({ kind: 'dissolve', on: '2019-01-01', unit: 's', successors: 'none' });
    expect(world.when(split({ children: { x: 'a1' } })).refused).toMatchObject([
      { code: 'LINEAGE_BACKWARDS', date: '2020-01-01', units: ['S'] },
    ]);
  });

  it('is refused of a unit that is not in force', () => {
    expect(one().when(split({ on: '2009-12-31' })).codes).toContain('NOT_IN_FORCE');
  });
});
