import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const three = () =>
  given(establish('a', '2010-01-01'), establish('b', '2010-01-01'), establish('u', '2010-01-01', 'a'));
const reorganise = (more: object) => ({ kind: 'reorganise', on: '2020-01-01', ...more });
const edge = (from: string, to: string, share?: number) => ({
  from,
  to,
  relation: 'splitInto',
  ...(share === undefined ? {} : { share }),
});

describe('reorganise', () => {
  it('begins, sets and ends n units into m with their lineage in shares', () => {
    const told = three().when(
      reorganise({
        ends: ['a', 'b'],
        begins: [newUnit('n'), newUnit('m')],
        sets: [
          {
            unit: 'u',
            parent: 'n',
            parents: { budget: 'm' },
            name: 'Ubbe',
            type: 'stab',
            codes: { hsa: 'H' },
          },
        ],
        lineage: [edge('a', 'n', 0.4), edge('a', 'm', 0.6), { from: 'b', to: 'm', relation: 'mergedInto' }],
      }),
    );
    expect(told.effects).toEqual([
      'begin n "N" unit line:- import:n',
      'begin m "M" unit line:- import:m',
      'u name Ubbe',
      'u type stab',
      'u parent:line n',
      'u parent:budget m',
      'u code:hsa H',
      'end a',
      'end b',
      'a splitInto n 0.4',
      'a splitInto m 0.6',
      'b mergedInto m',
    ]);
    expect(told.sentence).toEqual({
      sv: 'Omorganisation: A och B upphörde; N och M inrättades; U ändrades',
      en: 'Reorganisation: A and B ended; N and M began; U changed',
    });
  });

  it('may state lineage only', () => {
    const told = three().when(reorganise({ lineage: [edge('a', 'b', 0.25)] }));
    expect(told.effects).toEqual(['a splitInto b 0.25']);
    expect(told.sentence).toEqual({
      sv: 'Omorganisation: härstamning angavs',
      en: 'Reorganisation: lineage was stated',
    });
  });

  it('takes shares that make a whole, however they are rounded', () => {
    const into = ['c', 'd', 'e'].map((key) => newUnit(key));
    const shares = (...of: number[]) =>
      reorganise({ begins: into, lineage: of.map((share, i) => edge('b', ['c', 'd', 'e'][i]!, share)) });
    expect(three().when(shares(0.1, 0.2, 0.7)).codes).toEqual([]);
    expect(three().when(shares(0.5, 0.5, 0.01)).refused).toEqual([
      { code: 'SHARES_EXCEED_ONE', field: 'lineage[2].share', index: 0, units: ['B'], changes: [] },
    ]);
  });

  it('is refused with lineage to itself, and one end twice', () => {
    expect(three().when(reorganise({ lineage: [edge('a', 'a')] })).refused).toMatchObject([
      { code: 'ACTS_ON_ITSELF', field: 'lineage[0]' },
    ]);
    expect(three().when(reorganise({ ends: ['b', 'b'] })).codes).toEqual(['DUPLICATE_UNIT']);
  });

  it('is refused when children are left under what ends', () => {
    expect(three().when(reorganise({ ends: ['a'] })).codes).toEqual(['PARENT_NOT_IN_FORCE']);
  });

  it('is refused with lineage from what never was or to what has ended', () => {
    const world = three();
    expect(world.when(reorganise({ begins: [newUnit('n')], lineage: [edge('n', 'b')] })).codes).toEqual([]);
    world.history.record({ kind: 'dissolve', on: '2020-06-01', unit: 'b', successors: 'none' });
    expect(three().when(reorganise({ on: '2009-01-01', lineage: [edge('a', 'b')] })).codes).toContain(
      'LINEAGE_BACKWARDS',
    );
    expect(world.when(reorganise({ on: '2021-01-01', lineage: [edge('a', 'b')] })).codes).toEqual([
      'LINEAGE_BACKWARDS',
    ]);
  });
});
