import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const transfer = (unit: string, to: string | null, on: string, more: object = {}) => ({
  kind: 'transfer',
  on,
  unit,
  to,
  ...more,
});
const roots = (...keys: string[]) => given(...keys.map((key) => establish(key, '2010-01-01')));

describe('no unit stands under itself', () => {
  it('when one goes under the other and back within the same set', () => {
    expect(
      roots('a', 'b').when(transfer('a', 'b', '2020-01-01'), transfer('b', 'a', '2020-01-01')).refused,
    ).toContainEqual({ code: 'CYCLE', date: '2020-01-01', index: 0, units: ['A', 'B'], changes: [] });
  });

  it('when a retroactive move closes a ring with one that was recorded for a later date', () => {
    const world = roots('a', 'b', 'c');
    world.history.record({ ...transfer('a', 'b', '2030-01-01'), id: 'future' });
    const told = world.when(transfer('b', 'a', '2020-01-01'));
    expect(told.refused).toMatchObject([{ code: 'CYCLE', date: '2030-01-01', changes: ['future'] }]);
    const decision = told.decision;
    expect(!decision.accepted && decision.rejections[0]!.message.sv).toContain('2030-01-01');
  });

  it('when the ring is long', () => {
    const world = roots('a', 'b', 'c', 'd');
    world.history.record(transfer('a', 'b', '2020-01-01'));
    world.history.record(transfer('b', 'c', '2025-01-01'));
    world.history.record(transfer('c', 'd', '2022-01-01'));
    expect(world.when(transfer('d', 'a', '2011-01-01')).refused).toMatchObject([
      { code: 'CYCLE', date: '2025-01-01' },
    ]);
  });

  it('but may change places on one day, and turn about one day after the other', () => {
    const world = roots('a', 'b');
    world.history.record(transfer('a', 'b', '2020-01-01'));
    expect(world.when(transfer('a', null, '2021-01-01'), transfer('b', 'a', '2021-01-01')).codes).toEqual([]);
    const other = roots('a', 'b');
    other.history.record(transfer('a', 'b', '2020-01-01'));
    expect(other.when(transfer('b', 'a', '2021-01-01'), transfer('a', null, '2021-01-01')).codes).toEqual([]);
  });

  it('in one hierarchy, while another may run the other way', () => {
    const world = roots('a', 'b');
    world.history.record(transfer('a', 'b', '2020-01-01'));
    expect(world.when(transfer('b', 'a', '2020-01-01', { hierarchy: 'budget' })).codes).toEqual([]);
    expect(world.when(transfer('a', 'b', '2020-01-01', { hierarchy: 'budget' })).codes).toEqual(['CYCLE']);
  });

  it('after a move in between was rescheduled or cancelled', () => {
    const world = roots('a', 'b');
    world.history.record(transfer('a', 'b', '2020-01-01'));
    world.history.record({ ...transfer('a', null, '2021-01-01'), id: 'out' });
    world.history.record(transfer('b', 'a', '2022-01-01'));
    const refused = [{ code: 'CYCLE', date: '2022-01-01' }];
    expect(
      world.when({ kind: 'reschedule', change: 'out', on: '2022-01-02', reason: 'Fel' }).refused,
    ).toMatchObject(refused);
    expect(world.when({ kind: 'cancel', change: 'out', reason: 'Fel' }).refused).toMatchObject(refused);
  });

  it('takes a ring of units that are not in force for what it is: none', () => {
    const world = roots('a', 'b');
    world.history.record(transfer('a', 'b', '2020-01-01'));
    world.history.record({ kind: 'dissolve', on: '2021-01-01', unit: 'a', successors: 'none' });
    world.history.record(establish('c', '2021-01-01'));
    world.history.record(transfer('b', 'c', '2021-01-01'));
    expect(world.when(transfer('c', 'b', '2020-06-01')).codes).not.toEqual([]);
    expect(world.when({ kind: 'reactivate', on: '2022-01-01', unit: 'a' }).codes).toEqual([]);
  });

  it('with imprecise dates if some choice of days avoids it', () => {
    const world = roots('a', 'b');
    world.history.record(transfer('a', 'b', '2020-01-01'));
    world.history.record({ ...transfer('a', null, '2021'), id: 'out' });
    expect(world.when(transfer('b', 'a', '2021-06-01')).narrowed).toEqual(['out']);
    const none = roots('a', 'b');
    none.history.record(transfer('a', 'b', '2020-01-01'));
    none.history.record(transfer('a', null, '2021'));
    expect(none.when(transfer('b', 'a', '2020-12-31')).refused).toMatchObject([{ code: 'CYCLE' }]);
  });

  it('at a depth of 100', () => {
    const keys = Array.from({ length: 101 }, (_, i) => `u${i}`);
    const deep = given(...keys.map((key, i) => establish(key, '2010-01-01', keys[i - 1] ?? null)));
    expect(deep.when(transfer('u0', 'u100', '2020-01-01')).refused).toMatchObject([
      { code: 'CYCLE', date: '2020-01-01' },
    ]);
    expect(deep.when(transfer('u1', null, '2020-01-01'), transfer('u0', 'u100', '2020-01-01')).codes).toEqual(
      [],
    );
  });
});
