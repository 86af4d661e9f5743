import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';
import { sameEffects } from './resolves-the-same.rule.js';
import type { Effect } from '../effect.js';
import type { UnitId } from '../ids.js';

const transfer = (unit: string, to: string | null, on: string, more: object = {}) => ({
  kind: 'transfer',
  on,
  unit,
  to,
  ...more,
});
/** p over a, b and x; a and b merged into c in 2020. */
const merged = () =>
  given(
    establish('p', '2010-01-01'),
    establish('a', '2010-01-01', 'p'),
    establish('b', '2010-01-01', 'p'),
    establish('x', '2010-01-01', 'p'),
    { kind: 'merge', on: '2020-01-01', units: ['a', 'b'], into: newUnit('c', 'p'), id: 'merge' },
  );
const differently = (date: string, change: string) =>
  expect.objectContaining({ code: 'RESOLVES_DIFFERENTLY', date, changes: [change] });

describe('a recorded change still comes to what it came to', () => {
  it('when a unit turns out to have stood under what merged', () => {
    expect(merged().when(transfer('x', 'a', '2015-01-01')).refused).toContainEqual(
      differently('2020-01-01', 'merge'),
    );
    expect(merged().when(establish('y', '2015-01-01', 'a')).refused).toContainEqual(
      differently('2020-01-01', 'merge'),
    );
  });

  it('unless it had left again before', () => {
    expect(merged().when(transfer('x', 'a', '2015-01-01'), transfer('x', 'p', '2019-01-01')).codes).toEqual(
      [],
    );
    expect(
      merged().when(establish('y', '2015-01-01', 'a'), {
        kind: 'dissolve',
        on: '2019-01-01',
        unit: 'y',
        successors: 'none',
      }).codes,
    ).toEqual([]);
  });

  it('when a child turns out to have left, or ended, before', () => {
    const world = merged();
    const withChild = given(
      establish('p', '2010-01-01'),
      establish('a', '2010-01-01', 'p'),
      establish('b', '2010-01-01', 'p'),
      establish('x', '2010-01-01', 'a'),
      { kind: 'merge', on: '2020-01-01', units: ['a', 'b'], into: newUnit('c', 'p'), id: 'merge' },
    );
    expect(withChild.when(transfer('x', 'p', '2015-01-01')).refused).toContainEqual(
      differently('2020-01-01', 'merge'),
    );
    expect(world.when(transfer('x', null, '2015-01-01')).codes).toEqual([]);
  });

  it('unless the merge is corrected in the same set', () => {
    expect(
      merged().when(establish('y', '2015-01-01', 'a'), {
        kind: 'correct',
        change: 'merge',
        with: { kind: 'merge', on: '2020-01-01', units: ['a', 'b'], into: newUnit('c', 'p') },
        reason: 'Y fanns också',
      }).codes,
    ).toEqual([]);
  });

  it('when what a transfer excepted turns out to have stood elsewhere', () => {
    const world = given(
      establish('top', '2010-01-01'),
      establish('r', '2010-01-01', 'top'),
      establish('k', '2010-01-01', 'top'),
      establish('it', '2010-01-01', 'r'),
      establish('drift', '2010-01-01', 'it'),
      establish('tele', '2010-01-01', 'drift'),
      transfer('it', 'k', '2021-01-01', { except: ['tele'], id: 'move' }),
    );
    expect(world.when(transfer('drift', 'top', '2015-01-01')).refused).toContainEqual(
      differently('2021-01-01', 'move'),
    );
    expect(world.when(transfer('it', 'top', '2015-01-01')).refused).toContainEqual(
      differently('2021-01-01', 'move'),
    );
    expect(world.when(transfer('drift', 'top', '2022-01-01')).codes).toEqual([]);
  });

  it('when a unit that began again turns out to have been called something else', () => {
    const world = given(
      establish('a', '2010-01-01'),
      { kind: 'dissolve', on: '2015-01-01', unit: 'a', successors: 'none' },
      { kind: 'reactivate', on: '2020-01-01', unit: 'a', id: 'again' },
    );
    expect(world.when({ kind: 'rename', on: '2012-01-01', unit: 'a', name: 'B' }).refused).toEqual([
      differently('2020-01-01', 'again'),
    ]);
    expect(world.when({ kind: 'rename', on: '2021-01-01', unit: 'a', name: 'B' }).codes).toEqual([]);
  });

  it('whatever else is recorded on the same date after it', () => {
    expect(merged().when(transfer('x', 'c', '2020-01-01')).codes).toEqual([]);
    expect(merged().when(establish('y', '2020-01-01', 'c')).codes).toEqual([]);
  });
});

describe('the same effects', () => {
  const end = (unit: string, succession?: 'none'): Effect => ({
    e: 'end',
    unit: unit as UnitId,
    ...(succession === undefined ? {} : { succession }),
  });
  it('may stand in another order, but not be more, fewer or others', () => {
    expect(sameEffects([end('a'), end('b')], [end('b'), end('a')])).toBe(true);
    expect(sameEffects([end('a')], [end('a'), end('a')])).toBe(false);
    expect(sameEffects([end('a'), end('a')], [end('a'), end('b')])).toBe(false);
    expect(sameEffects([end('a')], [end('a', 'none')])).toBe(false);
  });
});
