import { describe, expect, it } from '@jest/globals';
import { State } from '../state.js';
import { given } from '../testing/given.js';
import { day, establish } from '../testing/recorded-history.js';

const dissolve = (unit: string, on: string, more: object = {}) => ({
  kind: 'dissolve',
  on,
  unit,
  successors: 'none',
  ...more,
});
const reactivate = (unit: string, on: string) => ({ kind: 'reactivate', on, unit });

describe("a unit's intervals do not overlap", () => {
  it('when it ends twice', () => {
    const world = given(establish('a', '2010-01-01'), dissolve('a', '2020-01-01', { id: 'end' }));
    expect(world.when(dissolve('a', '2021-01-01')).refused).toContainEqual({
      code: 'NOT_IN_FORCE',
      date: '2021-01-01',
      index: 0,
      units: ['A'],
      changes: ['end'],
    });
    expect(world.when(dissolve('a', '2015-01-01')).refused).toContainEqual({
      code: 'NOT_IN_FORCE',
      date: '2020-01-01',
      index: 0,
      units: ['A'],
      changes: ['end'],
    });
  });

  it('when it begins while it is in force', () => {
    const world = given(establish('a', '2010-01-01'), dissolve('a', '2020-01-01'));
    expect(world.when(reactivate('a', '2015-01-01')).codes).toContain('ALREADY_IN_FORCE');
    world.history.record(reactivate('a', '2022-01-01'));
    expect(world.when(reactivate('a', '2021-01-01')).refused).toMatchObject([
      { code: 'ALREADY_IN_FORCE', date: '2022-01-01' },
    ]);
    expect(world.when(reactivate('a', '2021-01-01'), dissolve('a', '2021-06-01')).codes).toEqual([]);
  });

  it('and it may be in force on no day, when it begins and ends on one', () => {
    const { history } = given(establish('a', '2010-01-01'), dissolve('a', '2010-01-01'));
    expect(State.on(history.timeline, day('2010-01-01')).inForce(history.unit('a'))).toBe(false);
  });

  it('and it may be in force on one day', () => {
    const { history } = given(establish('a', '2010-01-01'), dissolve('a', '2010-01-02'));
    const inForce = ['2009-12-31', '2010-01-01', '2010-01-02'].map((date) =>
      State.on(history.timeline, day(date)).inForce(history.unit('a')),
    );
    expect(inForce).toEqual([false, true, false]);
  });

  it('and it may end and begin again on one day', () => {
    const world = given(establish('a', '2010-01-01'), dissolve('a', '2020-01-01'));
    expect(world.when(reactivate('a', '2020-01-01')).codes).toEqual([]);
    const { timeline } = world.history;
    expect(State.on(timeline, day('2020-01-01')).inForce(world.history.unit('a'))).toBe(true);
  });

  it('after its beginning was moved past its end', () => {
    const world = given({ ...establish('a', '2010-01-01'), id: 'r1' }, dissolve('a', '2020-01-01'));
    const move = (on: string) => ({ kind: 'reschedule', change: 'r1', on, reason: 'Fel' });
    expect(world.when(move('2021-01-01')).codes).toContain('NOT_IN_FORCE');
    expect(world.when(move('2020-01-01')).codes).toEqual([]);
  });

  it('with imprecise dates if some choice of days keeps them in turn', () => {
    const founded = { ...establish('a', '2017'), id: 'founded' };
    expect(given(founded).when(dissolve('a', '2017-06-01')).narrowed).toEqual(['founded']);
    expect(given(founded).when(dissolve('a', '2016-12-31')).codes).toContain('NOT_IN_FORCE');
    expect(given(founded).when(dissolve('a', '2017')).codes).toEqual([]);
  });
});
