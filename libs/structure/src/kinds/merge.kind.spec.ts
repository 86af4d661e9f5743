import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

/** p over a and b; x under a, and under b in the budget; y under b. */
const two = () =>
  given(
    establish('p', '2010-01-01'),
    establish('a', '2010-01-01', 'p'),
    establish('b', '2010-01-01', 'p'),
    establish('x', '2010-01-01', 'a', { parents: { budget: 'b' } }),
    establish('y', '2010-01-01', 'b'),
  );
const merge = (more: object) => ({
  kind: 'merge',
  on: '2020-01-01',
  units: ['a', 'b'],
  into: newUnit('c', 'p'),
  ...more,
});

describe('merge', () => {
  it('ends its sources, begins one unit and gives it their children in every hierarchy', () => {
    const told = two().when(merge({}));
    expect(told.effects).toEqual([
      'begin c "C" unit line:p import:c',
      'x parent:line c',
      'x parent:budget c',
      'y parent:line c',
      'end a',
      'end b',
      'a mergedInto c',
      'b mergedInto c',
    ]);
    expect(told.sentence).toEqual({ sv: 'A och B gick samman till C', en: 'A and B merged into C' });
  });

  it('names three sources in its sentence', () => {
    const world = two();
    world.history.record(establish('d', '2010-01-01', 'p'));
    expect(world.when(merge({ units: ['a', 'b', 'd'] })).sentence).toEqual({
      sv: 'A, B och D gick samman till C',
      en: 'A, B and D merged into C',
    });
  });

  it('gives mapped children to whom they are mapped', () => {
    expect(
      two()
        .when(merge({ children: { x: 'p' } }))
        .effects.slice(1, 4),
    ).toEqual(['x parent:line p', 'x parent:budget p', 'y parent:line c']);
  });

  it('leaves the children to other changes of the date', () => {
    const move = (unit: string, hierarchy: string) => ({
      kind: 'transfer',
      on: '2020-01-01',
      unit,
      to: 'p',
      hierarchy,
    });
    const left = merge({ children: 'leave' });
    expect(two().when(left).codes).toEqual([
      'PARENT_NOT_IN_FORCE',
      'PARENT_NOT_IN_FORCE',
      'PARENT_NOT_IN_FORCE',
    ]);
    const told = two().when(left, move('x', 'line'), move('x', 'budget'), move('y', 'line'));
    expect(told.effects.filter((effect) => effect.includes('parent:'))).toEqual([
      'x parent:line p',
      'x parent:budget p',
      'y parent:line p',
    ]);
  });

  it('leaves out a child that ended or moved away before', () => {
    const world = two();
    world.history.record({ kind: 'dissolve', on: '2019-01-01', unit: 'x', successors: 'none' });
    world.history.record({ kind: 'transfer', on: '2019-01-01', unit: 'y', to: 'p' });
    expect(world.when(merge({})).effects.filter((effect) => effect.includes('parent:'))).toEqual([]);
  });

  it('joins units of which one stands under the other', () => {
    expect(two().when(merge({ units: ['a', 'x'] })).effects).toEqual([
      'begin c "C" unit line:p import:c',
      'end a',
      'end x',
      'a mergedInto c',
      'x mergedInto c',
    ]);
  });

  it('is refused when a child in the mapping stands elsewhere', () => {
    expect(two().when(merge({ children: { p: 'c' } })).refused).toEqual([
      {
        code: 'NOT_A_CHILD',
        field: expect.stringMatching(/^children\./),
        index: 0,
        units: ['P'],
        changes: [],
      },
    ]);
    expect(two().when(merge({ children: { c: 'p' } })).codes).toEqual(['NOT_A_CHILD']);
  });

  it('is refused when a child in the mapping has ended', () => {
    const world = two();
    world.history.record({ kind: 'dissolve', on: '2019-01-01', unit: 'x', successors: 'none' });
    expect(world.when(merge({ children: { x: 'c' } })).codes).toEqual(['NOT_A_CHILD']);
  });

  it('is refused of one unit twice', () => {
    expect(two().when(merge({ units: ['a', 'a'] })).refused).toEqual([
      { code: 'DUPLICATE_UNIT', field: 'units', index: 0, units: ['A'], changes: [] },
    ]);
  });

  it('is refused of a unit with the one that it becomes', () => {
    expect(two().when(merge({ units: ['a', 'c'] })).codes).toEqual(['ACTS_ON_ITSELF']);
  });

  it('is refused of units that are not in force', () => {
    expect(two().when(merge({ on: '2009-01-01' })).codes).toContain('NOT_IN_FORCE');
    const world = two();
    world.history.record(merge({}));
    expect(world.when(merge({ on: '2021-01-01', into: newUnit('d', 'p') })).refused).toMatchObject([
      { code: 'NOT_IN_FORCE', units: ['A'] },
      { code: 'NOT_IN_FORCE', units: ['B'] },
    ]);
  });

  it('is refused under one of its own sources', () => {
    expect(two().when(merge({ into: newUnit('c', 'a') })).codes).toContain('PARENT_NOT_IN_FORCE');
  });
});
