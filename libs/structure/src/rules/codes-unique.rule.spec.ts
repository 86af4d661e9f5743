import { describe, expect, it } from '@jest/globals';
import { dateOf } from '#temporal';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const coded = (key: string, code: string, on = '2010-01-01', more: object = {}) => ({
  ...establish(key, on, null, { codes: { hsa: code } }),
  ...more,
});
const recode = (unit: string, code: string | null, on: string, more: object = {}) => ({
  kind: 'recode',
  on,
  unit,
  codes: { hsa: code },
  ...more,
});
const dissolve = (unit: string, on: string, more: object = {}) => ({
  kind: 'dissolve',
  on,
  unit,
  successors: 'none',
  ...more,
});

describe('no two units in force share a code of one scheme', () => {
  it('at once', () => {
    const told = given(coded('a', '1', '2010-01-01', { id: 'r1' })).when(coded('b', '1', '2015-01-01'));
    expect(told.refused).toEqual([
      { code: 'CODE_TAKEN', date: '2015-01-01', index: 0, units: ['B', 'A'], changes: ['r1'] },
    ]);
    expect(!told.decision.accepted && told.decision.rejections[0]!.message).toEqual({
      sv: '2015-01-01: ”B” och ”A” har samma kod. Koden hsa:1 bärs redan av en annan enhet.',
      en: '2015-01-01: "B" and "A" have the same code. The code hsa:1 is held by another unit.',
    });
  });

  it('on a later date, when a retroactive code meets one that was recorded after it', () => {
    const world = given(coded('a', '1'), coded('b', '2'), recode('a', '9', '2020-01-01', { id: 'later' }));
    expect(world.when(recode('b', '9', '2015-01-01')).refused).toMatchObject([
      { code: 'CODE_TAKEN', date: '2020-01-01', units: ['B', 'A'], changes: ['later'] },
    ]);
    world.history.record(recode('b', '3', '2020-01-01'));
    expect(world.when(recode('b', '9', '2015-01-01')).codes).toEqual([]);
  });

  it('but may swap codes within one date, in one set or in two', () => {
    const swap = [recode('a', '2', '2020-01-01'), recode('b', '1', '2020-01-01')] as const;
    expect(given(coded('a', '1'), coded('b', '2')).when(...swap).codes).toEqual([]);
    const three = given(coded('a', '1'), coded('b', '2'));
    expect(three.when(swap[0]).codes).toEqual(['CODE_TAKEN']);
    three.history.record(recode('b', null, '2020-01-01'));
    expect(three.when(swap[0]).codes).toEqual([]);
    expect(three.when(swap[1]).codes).toEqual([]);
  });

  it('but may take over the code of a unit on the day that it ends or gives it away', () => {
    const world = given(coded('a', '1'), dissolve('a', '2020-01-01'));
    expect(world.when(coded('b', '1', '2019-12-31')).codes).toEqual(['CODE_TAKEN']);
    expect(world.when(coded('b', '1', '2020-01-01')).codes).toEqual([]);
    const given2 = given(coded('a', '1'), recode('a', null, '2020-01-01'));
    expect(given2.when(coded('b', '1', '2020-01-01')).codes).toEqual([]);
  });

  it('but may hold the same code in another scheme', () => {
    expect(
      given(coded('a', '1')).when(establish('b', '2010-01-01', null, { codes: { cost: '1' } })).codes,
    ).toEqual([]);
  });

  it('after the end of the earlier holder was moved', () => {
    const world = given(
      coded('a', '1'),
      dissolve('a', '2020-01-01', { id: 'end' }),
      coded('b', '1', '2020-01-01'),
    );
    expect(
      world.when({ kind: 'reschedule', change: 'end', on: '2020-01-02', reason: 'Fel' }).refused,
    ).toMatchObject([{ code: 'CODE_TAKEN', date: '2020-01-01' }]);
  });

  it('with imprecise dates if some choice of days keeps them apart', () => {
    const world = given(coded('a', '1'), recode('a', null, '2020', { id: 'gives-up' }));
    expect(world.when(coded('b', '1', '2019-12-31')).codes).toEqual(['CODE_TAKEN']);
    expect(world.when(coded('b', '1', '2020-03-01')).narrowed).toEqual(['gives-up']);
    const ended = given(coded('a', '1'), dissolve('a', '2020', { id: 'ends' }));
    expect(ended.when(coded('b', '1', '2020-03-01')).narrowed).toEqual(['ends']);
  });

  it('with imprecise swaps, of which one has to come before the other', () => {
    const world = given(establish('a', '2010-01-01'), coded('b', '3'), recode('b', '4', '2021-01-02'));
    world.history.record(recode('a', '3', '2020'), recode('b', '4', '2020'));
    const told = world.when(
      recode('b', '3', '2020', { id: 'b-back' }),
      recode('a', '4', '2020', { id: 'a-back' }),
    );
    expect(told.codes).toEqual([]);
    const { narrowed, changes } = world.history.timeline;
    const days = Array.from(narrowed, (id) => changes.get(id)!).map(({ externalId, versions }) => [
      externalId,
      dateOf(versions.at(-1)!.from),
    ]);
    expect(days.sort()).toEqual([
      ['a-back', '2020-12-30'],
      ['b-back', '2020-12-30'],
    ]);
  });
});
