import { describe, expect, it } from '@jest/globals';
import { establish, type Line } from '../../../structure/src/testing/recorded-history.js';
import { MeasuredHistory } from '../testing/measured-history.js';

const began = (...keys: [key: string, parent?: string][]) =>
  keys.map(([key, parent]) => establish(key, '2010-01-01', parent ?? null));
const newUnit = (key: string, parent: string | null = null) => ({
  key,
  name: key.toUpperCase(),
  type: 'unit',
  parent,
});

describe('a unit that goes back to others', () => {
  it('is the sum of those that merged into it', () => {
    const history = new MeasuredHistory(...began(['p'], ['a', 'p'], ['b', 'p'], ['x', 'b']), {
      kind: 'merge',
      on: '2021-01-01',
      units: ['a', 'b'],
      into: newUnit('ab', 'p'),
    }).measure('fte', { '2020': { a: '10', b: '20', x: '5' }, '2021': { ab: '31' } });
    expect(history.told('ab', '2022-01-01')).toEqual([
      '2020 -: not like for like; corresponds to A and B; restated 30',
      '2021 31: like for like; restated 31',
    ]);
    expect(history.told('p', '2022-01-01', 'fte', { periods: ['2020'] })).toEqual([
      '2020 -: like for like; cannot be restated: no figure is recorded of P',
    ]);
  });

  it('is like for like with the one that it replaced', () => {
    const history = new MeasuredHistory(...began(['p'], ['a', 'p']), {
      kind: 'replace',
      on: '2021-01-01',
      unit: 'a',
      by: newUnit('b', 'p'),
    }).measure('fte', { '2020': { a: '10' }, '2021': { b: '11' } });
    expect(history.told('b', '2022-01-01')).toEqual([
      '2020 -: like for like; corresponds to A; restated 10',
      '2021 11: like for like; restated 11',
    ]);
    expect(history.told('a', '2020-06-01')).toEqual([
      '2020 10: like for like; restated 10',
      '2021 -: like for like; corresponds to B; restated 11',
    ]);
  });

  const split = (shares: [number?, number?]): Line => ({
    kind: 'reorganise',
    on: '2021-01-01',
    ends: ['a'],
    begins: [newUnit('n', 'p'), newUnit('m', 'q')],
    lineage: ['n', 'm'].map((to, i) => ({
      from: 'a',
      to,
      relation: 'splitInto',
      ...(shares[i] === undefined ? {} : { share: shares[i] }),
    })),
  });

  it('is divided by the shares of a split, and said so; without shares it is not', () => {
    const history = (...shares: [number?, number?]) =>
      new MeasuredHistory(...began(['p'], ['q'], ['a', 'p']), split(shares)).measure('cost', {
        '2020': { a: '10.0', p: '50.0' },
      });
    expect(history(0.3, 0.7).told('n', '2022-01-01', 'cost')).toEqual([
      '2020 -: not like for like; corresponds to A; restated 3 (divided by shares)',
    ]);
    expect(history(0.3, 0.7).told('p', '2022-01-01', 'cost')).toEqual([
      '2020 50.0: not like for like; left since: A; restated 43 (divided by shares)',
    ]);
    expect(history().told('p', '2022-01-01', 'cost')).toEqual([
      '2020 50.0: not like for like; left since: A; cannot be restated: how much of A went to N and M is not known',
    ]);
    expect(history(0.3, 0.5).told('n', '2022-01-01', 'cost')).toEqual([
      '2020 -: whether it is like for like is not known; cannot be restated: where all of A went is not known',
    ]);
  });

  it('needs no shares where all parts of a split are within it', () => {
    const history = new MeasuredHistory(
      ...began(['top'], ['p', 'top'], ['q', 'top'], ['a', 'p']),
      split([]),
    ).measure('fte', { '2020': { top: '50' } });
    expect(history.told('top', '2022-01-01')).toEqual(['2020 50: like for like; restated 50']);
  });

  it('keeps what it was when a part was spun off and stayed within, and lost it when it went away', () => {
    const history = (parent: string) =>
      new MeasuredHistory(...began(['top'], ['p', 'top'], ['q', 'top']), {
        kind: 'spinOff',
        on: '2021-01-01',
        unit: 'p',
        into: [newUnit('n', parent)],
      }).measure('fte', { '2020': { p: '50' } });
    expect(history('p').told('p', '2022-01-01')).toEqual(['2020 50: like for like; restated 50']);
    expect(history('q').told('p', '2022-01-01')).toEqual([
      '2020 50: not like for like; cannot be restated: how much of P went to N is not known',
    ]);
  });

  it('cannot be told apart backwards: a share is of what was given, not of what was made', () => {
    const history = new MeasuredHistory(...began(['p'], ['q'], ['a', 'p'], ['b', 'q']), {
      kind: 'merge',
      on: '2021-01-01',
      units: ['a', 'b'],
      into: newUnit('ab', 'p'),
    }).measure('fte', { '2022': { p: '50', ab: '30' } });
    expect(history.told('p', '2020-06-01')).toEqual([
      '2022 50: not like for like; joined since: AB; cannot be restated: how much of AB came from A and B is not known',
    ]);
  });

  it('counts what began and ended within it, without a word from where or where to, as its own', () => {
    const history = new MeasuredHistory(
      ...began(['top'], ['p', 'top'], ['old', 'p']),
      establish('new', '2021-01-01', 'p'),
      { kind: 'dissolve', on: '2021-06-01', unit: 'old', successors: 'none' },
    ).measure('fte', { '2020': { p: '50' }, '2022': { p: '52' } });
    expect(history.told('p', '2023-01-01')).toEqual([
      '2020 50: like for like; restated 50',
      '2022 52: like for like; restated 52',
    ]);
    expect(history.told('p', '2020-01-01')).toEqual([
      '2020 50: like for like; restated 50',
      '2022 52: like for like; restated 52',
    ]);
  });

  it('cannot be restated past a unit of which it is not known where it went', () => {
    const history = new MeasuredHistory(...began(['p'], ['a', 'p']), {
      kind: 'dissolve',
      on: '2021-01-01',
      unit: 'a',
      successors: 'unknown',
    }).measure('fte', { '2020': { p: '50' } });
    expect(history.told('p', '2022-01-01')).toEqual([
      '2020 50: whether it is like for like is not known; cannot be restated: where all of A went is not known',
    ]);
  });
});
