import { describe, expect, it } from '@jest/globals';
import { establish, RecordedHistory } from '../testing/recorded-history.js';
import { difference, type Difference } from './difference.js';
import type { UnitReference } from './reading.js';

const newUnit = (key: string, parent: string | null = 'top') => ({
  key,
  name: key.toUpperCase(),
  type: 'unit',
  parent,
});
const NOTHING: Difference = {
  begun: [],
  ended: [],
  renamed: [],
  reclassified: [],
  moved: [],
  recoded: [],
  merged: [],
  split: [],
};

function region(): RecordedHistory {
  const history = new RecordedHistory();
  history.record(establish('top', '2000-01-01'));
  for (const key of ['a', 'b', 'c']) history.record(establish(key, '2000-01-01', 'top'));
  history.record(establish('child', '2000-01-01', 'a'));
  return history;
}
const names = (units: readonly UnitReference[]) => units.map((unit) => unit.name);

function between(history: RecordedHistory, from: string, to: string): Difference {
  return difference(history.on(from), history.on(to));
}

describe('the difference between two dates', () => {
  it('is nothing where nothing happened', () => {
    expect(between(region(), '2000-01-01', '2020-01-01')).toEqual(NOTHING);
  });

  it('tells what was renamed, moved, reclassified and recoded, with before and after', () => {
    const history = region();
    history.record({ kind: 'rename', on: '2010-01-01', unit: 'a', name: 'Alfa' });
    history.record({ kind: 'reclassify', on: '2010-01-01', unit: 'a', type: 'area' });
    history.record({ kind: 'recode', on: '2010-01-01', unit: 'a', codes: { hsa: '1' } });
    history.record({ kind: 'transfer', on: '2010-01-01', unit: 'a', to: 'b' });
    history.record({ kind: 'transfer', on: '2010-01-01', unit: 'a', to: null, hierarchy: 'political' });
    const { id } = history.unit('a');
    const top = { id: history.unit('top').id, name: 'TOP' };
    const b = { id: history.unit('b').id, name: 'B' };
    expect(between(history, '2009-12-31', '2010-01-01')).toEqual({
      ...NOTHING,
      renamed: [{ id, name: 'Alfa', before: 'A', after: 'Alfa' }],
      reclassified: [{ id, name: 'Alfa', before: 'unit', after: 'area' }],
      recoded: [{ id, name: 'Alfa', scheme: 'hsa', before: null, after: '1' }],
      moved: [
        {
          id,
          name: 'Alfa',
          hierarchy: 'line',
          before: { takesPart: true, parent: top },
          after: { takesPart: true, parent: b },
        },
        {
          id,
          name: 'Alfa',
          hierarchy: 'political',
          before: { takesPart: false, parent: null },
          after: { takesPart: true, parent: null },
        },
      ],
    });
  });

  it('tells who merged into what, and where the children went', () => {
    const history = region();
    history.record({ kind: 'merge', on: '2010-01-01', units: ['b', 'a'], into: newUnit('ab') });
    const told = between(history, '2009-01-01', '2011-01-01');
    expect(told.begun.map((unit) => [unit.name, unit.parent?.name, names(unit.predecessors)])).toEqual([
      ['AB', 'TOP', ['B', 'A']],
    ]);
    expect(told.ended.map((unit) => [unit.name, names(unit.successors), unit.succession])).toEqual([
      ['A', ['AB'], null],
      ['B', ['AB'], null],
    ]);
    expect(told.merged.map((group) => [names(group.sources), group.into.name, group.on.written])).toEqual([
      [['A', 'B'], 'AB', '2010-01-01'],
    ]);
    expect(told.moved.map((unit) => [unit.name, unit.before.parent?.name, unit.after.parent?.name])).toEqual([
      ['CHILD', 'A', 'AB'],
    ]);
  });

  it('tells every step, and what units became in the end', () => {
    const history = region();
    history.record({ kind: 'merge', on: '2010-01-01', units: ['a', 'b'], into: newUnit('ab') });
    history.record({
      kind: 'split',
      on: '2015-01-01',
      unit: 'ab',
      into: [newUnit('x'), newUnit('y')],
      children: { child: 'x' },
    });
    history.record({ kind: 'dissolve', on: '2016-01-01', unit: 'c', successors: 'none' });
    const told = between(history, '2009-01-01', '2020-01-01');
    expect(told.ended.map((unit) => [unit.name, names(unit.successors), unit.succession])).toEqual([
      ['A', ['X', 'Y'], null],
      ['B', ['X', 'Y'], null],
      ['C', [], 'none'],
    ]);
    expect(told.begun.map((unit) => [unit.name, names(unit.predecessors)])).toEqual([
      ['X', ['A', 'B']],
      ['Y', ['A', 'B']],
    ]);
    expect(told.merged).toHaveLength(1);
    expect(told.split.map((group) => [group.source.name, names(group.into)])).toEqual([['AB', ['X', 'Y']]]);
    expect(between(history, '2015-01-01', '2020-01-01').merged).toEqual([]);
  });
});

describe('the difference between two knowledge times', () => {
  it('is what was learnt about one and the same date', () => {
    const history = region();
    const before = history.position;
    history.record({ kind: 'merge', on: '2010-01-01', units: ['a', 'b'], into: newUnit('ab'), id: 'm' });
    const learnt = difference(history.on('2011-01-01', before), history.on('2011-01-01'));
    expect(names(learnt.begun)).toEqual(['AB']);
    expect(names(learnt.begun[0]!.predecessors)).toEqual(['A', 'B']);
    expect(learnt.merged).toHaveLength(1);
    expect(difference(history.on('2009-01-01', before), history.on('2009-01-01'))).toEqual(NOTHING);
  });

  it('does not repeat the lineage of a change of which only something else was corrected', () => {
    const history = region();
    history.record({ kind: 'merge', on: '2010-01-01', units: ['a', 'b'], into: newUnit('ab'), id: 'm' });
    const before = history.position;
    history.record({
      kind: 'correct',
      change: 'm',
      with: {
        kind: 'merge',
        on: '2010-01-01',
        units: ['a', 'b'],
        into: { ...newUnit('ab'), name: 'Alfabeta' },
      },
      reason: 'Namnet',
    });
    const learnt = difference(history.on('2011-01-01', before), history.on('2011-01-01'));
    expect(learnt.renamed.map((unit) => [unit.before, unit.after])).toEqual([['AB', 'Alfabeta']]);
    expect({ ...learnt, renamed: [] }).toEqual(NOTHING);
  });
});
