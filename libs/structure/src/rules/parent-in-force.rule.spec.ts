import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const dissolve = (unit: string, on: string, more: object = {}) => ({
  kind: 'dissolve',
  on,
  unit,
  successors: 'none',
  ...more,
});
const transfer = (unit: string, to: string | null, on: string, more: object = {}) => ({
  kind: 'transfer',
  on,
  unit,
  to,
  ...more,
});

describe('a unit in force has a parent in force', () => {
  it('when the parent ends on the day the child ends', () => {
    const world = given(establish('p', '2010-01-01'), establish('a', '2010-01-01', 'p'));
    expect(world.when(dissolve('p', '2020-01-01'), dissolve('a', '2020-01-01')).codes).toEqual([]);
  });

  it('when the parent ends before the child', () => {
    const world = given(establish('p', '2010-01-01'), {
      ...establish('a', '2010-01-01', 'p'),
      id: 'begins-a',
    });
    expect(world.when(dissolve('p', '2020-01-01')).refused).toEqual([
      { code: 'PARENT_NOT_IN_FORCE', date: '2020-01-01', index: 0, units: ['A', 'P'], changes: ['begins-a'] },
    ]);
    expect(world.when(dissolve('p', '2019-12-31'), dissolve('a', '2020-01-01')).refused).toMatchObject([
      { code: 'PARENT_NOT_IN_FORCE', date: '2019-12-31' },
    ]);
  });

  it('on later dates: a retroactive end collides with a child that was recorded after it', () => {
    const world = given(
      establish('p', '2010-01-01'),
      establish('q', '2010-01-01'),
      establish('a', '2010-01-01', 'q'),
      { ...transfer('a', 'p', '2020-01-01'), id: 'move' },
    );
    expect(world.when(dissolve('p', '2015-01-01')).refused).toMatchObject([
      { code: 'PARENT_NOT_IN_FORCE', date: '2020-01-01', units: ['A', 'P'], changes: ['move'] },
    ]);
    expect(world.when(dissolve('p', '2015-01-01'), transfer('a', null, '2020-01-01')).codes).toEqual([]);
  });

  it('in every hierarchy it takes part in', () => {
    const world = given(
      establish('p', '2010-01-01'),
      establish('a', '2010-01-01', null, { parents: { budget: 'p' } }),
    );
    expect(world.when(dissolve('p', '2020-01-01')).codes).toEqual(['PARENT_NOT_IN_FORCE']);
  });

  it('and may pass through none within a day', () => {
    const world = given(establish('p', '2010-01-01'), establish('a', '2010-01-01', 'p'));
    expect(
      world.when(dissolve('p', '2020-01-01'), establish('n', '2020-01-01'), transfer('a', 'n', '2020-01-01'))
        .codes,
    ).toEqual([]);
  });

  it('after its date of establishment was moved', () => {
    const world = given({ ...establish('p', '2010-01-01'), id: 'r1' }, establish('a', '2012-01-01', 'p'));
    const move = (on: string) => ({ kind: 'reschedule', change: 'r1', on, reason: 'Fel datum' });
    expect(world.when(move('2013-01-01')).refused).toMatchObject([
      { code: 'PARENT_NOT_IN_FORCE', date: '2012-01-01', units: ['A', 'P'] },
    ]);
    expect(world.when(move('2012-01-01')).codes).toEqual([]);
  });

  describe('with imprecise dates', () => {
    it('a unit founded some time in a year may have a child since June of it', () => {
      const world = given({ ...establish('p', '2017'), id: 'founded' });
      const told = world.when(establish('a', '2017-06-01', 'p'));
      expect(told.codes).toEqual([]);
      expect(told.narrowed).toEqual(['founded']);
      expect(given(establish('p', '2017')).when(establish('a', '2017-12-31', 'p')).narrowed).toEqual([]);
    });

    it('a unit founded some time in a year has no child before it', () => {
      const world = given({ ...establish('p', '2017'), id: 'founded' });
      expect(world.when(establish('a', '2016-12-31', 'p')).refused).toMatchObject([
        { code: 'PARENT_NOT_IN_FORCE', date: '2016-12-31', changes: ['founded'] },
      ]);
      expect(world.when(establish('a', '2017-01-01', 'p')).codes).toEqual([]);
    });

    it('a parent that is founded imprecisely may be recorded after its child', () => {
      const told = given().when(establish('a', '2017-06-01', 'p'), {
        ...establish('p', '2017'),
        id: 'founded',
      });
      expect(told.codes).toEqual([]);
      expect(told.narrowed).toEqual(['founded']);
    });

    it('a chain holds only if one choice of days suits all of it', () => {
      const a = establish('a', '2017-06-01');
      const b = { ...establish('b', '2017', 'a'), id: 'b-founded' };
      expect(given(a, b).when(establish('c', '2017-05-01', 'b')).codes).toEqual(['PARENT_NOT_IN_FORCE']);
      expect(given().when(establish('c', '2017-05-01', 'b'), b, a).codes).toEqual(['PARENT_NOT_IN_FORCE']);
      expect(given(a, b).when(establish('c', '2017-07-01', 'b')).narrowed).toEqual(['b-founded']);
      expect(given(a, b).when(establish('c', '2017-06-01', 'b')).codes).toEqual([]);
    });

    it('a long chain of years is narrowed all through', () => {
      const keys = ['a', 'b', 'c', 'd', 'e'];
      const chain = keys.map((key, i) => ({
        ...establish(key, '2017', keys[i - 1] ?? null),
        id: `${key}-founded`,
      }));
      const told = given(...chain).when(establish('f', '2017-03-01', 'e'));
      expect(told.narrowed.toSorted()).toEqual(keys.map((key) => `${key}-founded`));
      expect(given(...chain).when(establish('f', '2016-12-31', 'e')).codes).toContain('PARENT_NOT_IN_FORCE');
    });

    it('a parent that ends some time in a year ends before a child that may stay longer', () => {
      const world = given(establish('p', '2010-01-01'), establish('a', '2010-01-01', 'p'));
      const end = { ...dissolve('a', '2020'), id: 'a-ends' };
      expect(world.when(end, dissolve('p', '2020-06-01')).narrowed).toEqual(['a-ends']);
      const other = given(
        establish('p', '2010-01-01'),
        establish('a', '2010-01-01', 'p'),
        dissolve('a', '2020'),
      );
      expect(other.when(dissolve('p', '2019-12-31')).refused).toMatchObject([
        { code: 'PARENT_NOT_IN_FORCE', date: '2019-12-31' },
      ]);
    });

    it('what is only known to begin no later than a day may hold any child before it', () => {
      const world = given(establish('p', '../2017-06-30'));
      expect(world.when(establish('a', '1900-01-01', 'p')).codes).toEqual([]);
      const late = given(establish('q', '2017-07-01/..'));
      expect(late.when(establish('b', '2017-06-30', 'q')).codes).toEqual(['PARENT_NOT_IN_FORCE']);
      expect(late.when(establish('b', '2050-01-01', 'q')).codes).toEqual([]);
      expect(late.when(establish('c', '2017-07-01/..', 'q')).codes).toEqual([]);
    });
  });
});
