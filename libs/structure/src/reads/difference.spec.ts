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
  awaited: [],
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

  it('tells what may have been so before, or may still be, for want of a date', () => {
    const history = region();
    history.record(establish('new', '../2010-06-30', 'top'), establish('dated', '2010-06-30', 'top'));
    history.record({ kind: 'rename', on: '2010', unit: 'a', name: 'Alfa' });
    history.record({ kind: 'transfer', on: '2010', unit: 'c', to: 'b' });
    history.record({ kind: 'dissolve', on: '2010', unit: 'child', successors: 'none' });
    const certainty = ({ begun, ended, renamed, moved }: Difference) =>
      [...begun, ...ended, ...renamed, ...moved].map(({ name, certain }) => `${name} ${certain}`);
    expect(certainty(between(history, '2009-12-31', '2011-01-01'))).toEqual([
      'DATED true',
      'NEW false',
      'CHILD true',
      'Alfa true',
      'C true',
    ]);
    expect(certainty(between(history, '2010-06-01', '2011-01-01'))).toEqual([
      'DATED true',
      'NEW false',
      'CHILD false',
      'Alfa false',
      'C false',
    ]);
  });

  it('tells which changes of open form may have come, from the first day of their date', () => {
    const history = region();
    history.record({
      kind: 'anticipate',
      on: '2012',
      units: ['a', 'b'],
      what: 'blir en enhet',
      forms: ['merge', 'absorb'],
      into: { count: 1 },
    });
    const said = ({ awaited, ...rest }: Difference) => {
      expect({ ...rest, awaited: [] }).toEqual(NOTHING);
      return awaited.map(({ on, what, units }) => [on.written, what, names(units)]);
    };
    const news = [['2012', 'blir en enhet', ['A', 'B']]];
    expect(said(between(history, '2011-06-01', '2011-12-31'))).toEqual([]);
    expect(said(between(history, '2011-12-31', '2012-01-01'))).toEqual(news);
    expect(said(between(history, '2012-01-01', '2015-01-01'))).toEqual([]);
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
      renamed: [{ id, name: 'Alfa', certain: true, before: 'A', after: 'Alfa' }],
      reclassified: [{ id, name: 'Alfa', certain: true, before: 'unit', after: 'area' }],
      recoded: [{ id, name: 'Alfa', certain: true, scheme: 'hsa', before: null, after: '1' }],
      moved: [
        {
          id,
          name: 'Alfa',
          certain: true,
          hierarchy: 'line',
          before: { takesPart: true, parent: top },
          after: { takesPart: true, parent: b },
        },
        {
          id,
          name: 'Alfa',
          certain: true,
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

describe('the difference between a timeline and a branch of it', () => {
  /** A region, and a branch of it on which a unit was established, another moved and two merged. */
  function branched(): { base: RecordedHistory; branch: RecordedHistory } {
    const base = region();
    base.record({ kind: 'transfer', on: '2005-01-01', unit: 'c', to: null, hierarchy: 'political' });
    base.record({ kind: 'replace', on: '2008-01-01', unit: 'c', by: newUnit('d') });
    const branch = base.branch();
    branch.record(establish('new', '2012-01-01', 'd'));
    branch.record({ kind: 'transfer', on: '2012-01-01', unit: 'd', to: 'b' });
    branch.record({ kind: 'transfer', on: '2012-01-01', unit: 'd', to: 'top', hierarchy: 'agreement' });
    branch.record({ kind: 'recode', on: '2012-01-01', unit: 'd', codes: { hsa: '1' } });
    branch.record({ kind: 'merge', on: '2013-01-01', units: ['b', 'a'], into: newUnit('ab') });
    return { base, branch };
  }

  it('tells what was established, moved and merged on the branch alone', () => {
    const { base, branch } = branched();
    const told = difference(base.on('2020-01-01'), branch.on('2020-01-01'));
    expect(told.begun.map((unit) => [unit.name, unit.parent?.name, names(unit.predecessors)])).toEqual([
      ['AB', 'TOP', ['B', 'A']],
      ['NEW', 'D', []],
    ]);
    expect(told.ended.map((unit) => [unit.name, names(unit.successors), unit.succession])).toEqual([
      ['A', ['AB'], null],
      ['B', ['AB'], null],
    ]);
    expect(told.merged.map((group) => [names(group.sources), group.into.name])).toEqual([[['A', 'B'], 'AB']]);
    expect(
      told.moved.map((unit) => [
        unit.name,
        unit.hierarchy,
        unit.before.parent?.name,
        unit.after.parent?.name,
      ]),
    ).toEqual([
      ['CHILD', 'line', 'A', 'AB'],
      ['D', 'line', 'TOP', 'AB'],
      ['D', 'agreement', undefined, 'TOP'],
    ]);
    expect(told.recoded.map((unit) => [unit.name, unit.scheme, unit.before, unit.after])).toEqual([
      ['D', 'hsa', null, '1'],
    ]);
  });

  it('tells the other way round what the base lacks', () => {
    const { base, branch } = branched();
    const told = difference(branch.on('2020-01-01'), base.on('2020-01-01'));
    expect(told.begun.map((unit) => [unit.name, unit.predecessors])).toEqual([
      ['A', []],
      ['B', []],
    ]);
    expect(told.ended.map((unit) => [unit.name, unit.successors, unit.succession])).toEqual([
      ['AB', [], null],
      ['NEW', [], null],
    ]);
    expect([told.merged, told.split, told.renamed]).toEqual([[], [], []]);
    expect(
      told.moved.map((unit) => [
        unit.name,
        unit.hierarchy,
        unit.before.parent?.name,
        unit.after.parent?.name,
      ]),
    ).toEqual([
      ['CHILD', 'line', 'AB', 'A'],
      ['D', 'line', 'AB', 'TOP'],
      ['D', 'agreement', 'TOP', undefined],
    ]);
    expect(told.recoded.map((unit) => [unit.before, unit.after])).toEqual([['1', null]]);
  });

  it('says of what happened on the branch what one timeline says of it', () => {
    const { base, branch } = branched();
    const position = base.position;
    for (const [before, after] of [
      ['2004-01-01', '2020-01-01'],
      ['2011-12-31', '2012-06-01'],
      ['2020-01-01', '2020-01-01'],
    ] as const) {
      expect(difference(base.on(before), branch.on(after))).toEqual(
        difference(branch.on(before, position), branch.on(after)),
      );
      expect(difference(branch.on(before), base.on(after))).toEqual(
        difference(branch.on(before), branch.on(after, position)),
      );
    }
  });

  it('is what it is within the base while the branch is unchanged', () => {
    const { branch: base } = branched();
    const [before, after] = ['2004-01-01', '2020-01-01'];
    const within = difference(base.on(before), base.on(after));
    expect(within.merged).toHaveLength(1);
    expect(difference(base.on(before), base.branch().on(after))).toEqual(within);
    expect(difference(base.branch().on(before), base.on(after))).toEqual(within);
    expect(difference(base.on(after), base.branch().on(after))).toEqual(NOTHING);
  });

  it('tells what each of them has recorded in its own way since', () => {
    const base = region();
    const branch = base.branch();
    base.record(establish('x', '2012-01-01', 'top'));
    base.record({ kind: 'rename', on: '2013-01-01', unit: 'a', name: 'Alfa' });
    base.record({ kind: 'rename', on: '2013-01-01', unit: 'c', name: 'Ceta' });
    base.record({ kind: 'transfer', on: '2013-01-01', unit: 'child', to: null, hierarchy: 'political' });
    branch.record({ kind: 'rename', on: '2014-01-01', unit: 'c', name: 'Ceta' });
    branch.record({ kind: 'transfer', on: '2014-01-01', unit: 'child', to: null, hierarchy: 'agreement' });
    branch.record({ kind: 'merge', on: '2014-01-01', units: ['a', 'b'], into: newUnit('ab') });
    const told = difference(base.on('2020-01-01'), branch.on('2020-01-01'));
    expect(told.renamed).toEqual([]);
    expect(told.begun.map((unit) => [unit.name, names(unit.predecessors)])).toEqual([['AB', ['Alfa', 'B']]]);
    expect(told.ended.map((unit) => [unit.name, names(unit.successors)])).toEqual([
      ['Alfa', ['AB']],
      ['B', ['AB']],
      ['X', []],
    ]);
    expect(told.merged.map((group) => [names(group.sources), group.into.name])).toEqual([[['A', 'B'], 'AB']]);
    expect(told.moved.map((unit) => [unit.hierarchy, unit.before.takesPart, unit.after.takesPart])).toEqual([
      ['line', true, true],
      ['agreement', false, true],
      ['political', true, false],
    ]);
    expect(difference(base.on('2013-06-01'), branch.on('2013-06-01')).renamed).toEqual([
      { id: base.unit('a').id, name: 'A', certain: true, before: 'Alfa', after: 'A' },
      { id: base.unit('c').id, name: 'C', certain: true, before: 'Ceta', after: 'C' },
    ]);
  });
});
