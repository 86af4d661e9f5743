import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const dissolve = (unit: string, on: string, more: object = {}) => ({
  kind: 'dissolve',
  on,
  unit,
  successors: 'none',
  ...more,
});
const rename = (unit: string, on: string, more: object = {}) => ({
  kind: 'rename',
  on,
  unit,
  name: 'Nytt namn',
  ...more,
});

describe('the units that a change acts on are in force on its date', () => {
  it('just before it, among several changes of one day', () => {
    const world = given(establish('a', '2010-01-01'));
    expect(world.when(rename('a', '2020-01-01'), dissolve('a', '2020-01-01')).codes).toEqual([]);
    const ended = given(establish('a', '2010-01-01'), dissolve('a', '2020-01-01', { id: 'end' }));
    expect(ended.when(rename('a', '2020-01-01')).refused).toEqual([
      { code: 'NOT_IN_FORCE', date: '2020-01-01', index: 0, units: ['A'], changes: ['end'] },
    ]);
    expect(given().when(establish('a', '2010-01-01'), rename('a', '2010-01-01')).codes).toEqual([]);
    expect(given().when(rename('a', '2010-01-01'), establish('a', '2010-01-01')).codes).toEqual([
      'NOT_IN_FORCE',
    ]);
  });

  it('also when another change is recorded or amended later', () => {
    const world = given(
      establish('a', '2010-01-01'),
      rename('a', '2015-01-01', { id: 'named' }),
      dissolve('a', '2020-01-01', { id: 'end' }),
    );
    const move = (on: string) => ({ kind: 'reschedule', change: 'end', on, reason: 'Fel datum' });
    expect(world.when(move('2014-01-01')).refused).toMatchObject([
      { code: 'NOT_IN_FORCE', date: '2015-01-01', units: ['Nytt namn'], changes: ['named'] },
    ]);
    expect(world.when(move('2015-01-01')).codes).toEqual([]);
    expect(world.when(move('2015-01-02')).codes).toEqual([]);
  });

  it('in each interval of a unit that began again', () => {
    const world = given(establish('a', '2010-01-01'), dissolve('a', '2012-01-01'), {
      kind: 'reactivate',
      on: '2015-01-01',
      unit: 'a',
      name: 'A',
    });
    expect(world.when(rename('a', '2013-01-01')).codes).toEqual(['NOT_IN_FORCE']);
    expect(world.when(rename('a', '2011-12-31')).codes).toEqual([]);
    expect(world.when(rename('a', '2015-01-01')).codes).toEqual([]);
  });

  it('when it ends or is only pointed at in a merge', () => {
    const world = given(establish('a', '2010-01-01'), establish('b', '2012-01-01'));
    const merge = { kind: 'merge', units: ['a', 'b'], into: newUnit('c') };
    expect(world.when({ ...merge, on: '2011-12-31' }).refused).toMatchObject(
      expect.arrayContaining([expect.objectContaining({ code: 'NOT_IN_FORCE', units: ['B'] })]),
    );
    expect(world.when({ ...merge, on: '2012-01-01' }).codes).toEqual([]);
  });

  describe('with imprecise dates', () => {
    it('a change of some time in a year happened before the unit ended in its middle', () => {
      const world = given(establish('a', '2010-01-01'), dissolve('a', '2021-06-30'));
      const told = world.when(rename('a', '2021', { id: 'renamed' }));
      expect(told.codes).toEqual([]);
      expect(told.narrowed).toEqual(['renamed']);
      expect(world.when(rename('a', '2022')).codes).toEqual(['NOT_IN_FORCE']);
    });

    it('in whatever order they are recorded', () => {
      const world = given(establish('a', '2010-01-01'), rename('a', '2021', { id: 'renamed' }));
      expect(world.when(dissolve('a', '2020-12-31')).codes).toContain('NOT_IN_FORCE');
      expect(world.when(dissolve('a', '2021-06-30')).narrowed).toEqual(['renamed']);
      const edge = given(establish('a', '2010-01-01'), dissolve('a', '2021-01-01'));
      expect(edge.when(rename('a', '2021')).codes).toEqual(['NOT_IN_FORCE']);
      const first = given(establish('a', '2010-01-01'), rename('a', '2021', { id: 'renamed' }));
      expect(first.when(dissolve('a', '2021-01-01')).narrowed).toEqual(['renamed']);
    });

    it('a unit that ends no earlier than a day may be changed on any day', () => {
      const world = given(establish('a', '2010-01-01'), dissolve('a', '2020-01-01/..'));
      expect(world.when(rename('a', '2050-01-01')).codes).toEqual([]);
      const early = given(establish('a', '../2010-01-01'));
      expect(early.when(rename('a', '1800-01-01')).codes).toEqual([]);
    });
  });
});

describe('lineage never points back in time', () => {
  const continues = (from: string, to: string, on: string) => ({
    kind: 'reorganise',
    on,
    lineage: [{ from, to, relation: 'continues' }],
  });

  it('to a unit that has ended, or from one that has not begun', () => {
    const world = given(
      establish('a', '2010-01-01'),
      dissolve('a', '2015-01-01', { id: 'end' }),
      establish('b', '2020-01-01'),
    );
    expect(world.when(continues('b', 'a', '2021-01-01')).refused).toEqual([
      { code: 'LINEAGE_BACKWARDS', date: '2021-01-01', index: 0, units: ['A'], changes: ['end'] },
    ]);
    expect(world.when(continues('b', 'b2', '2010-01-01')).codes).toEqual(['UNKNOWN_UNIT']);
    expect(world.when(continues('a', 'b', '2012-01-01')).codes).toEqual(['LINEAGE_BACKWARDS']);
    expect(world.when(continues('a', 'b', '2020-01-01')).codes).toEqual([]);
  });

  it('to a unit that begins or ends on the day', () => {
    const world = given(establish('a', '2010-01-01'), establish('b', '2010-01-01'));
    expect(world.when(continues('a', 'c', '2015-01-01'), establish('c', '2015-01-01')).codes).toEqual([]);
    expect(world.when(continues('a', 'b', '2016-01-01'), dissolve('b', '2016-01-01')).codes).toEqual([]);
  });

  it('after the successor was moved to a later date', () => {
    const world = given(
      establish('a', '2010-01-01'),
      { ...establish('b', '2015-01-01'), id: 'b-begins' },
      { kind: 'dissolve', on: '2015-01-01', unit: 'a', successors: ['b'], id: 'a-ends' },
    );
    expect(
      world.when({ kind: 'reschedule', change: 'b-begins', on: '2015-06-01', reason: 'Fel' }).refused,
    ).toMatchObject([{ code: 'LINEAGE_BACKWARDS', date: '2015-01-01', units: ['B'], changes: ['a-ends'] }]);
  });
});
