import { describe, expect, it } from '@jest/globals';
import { dayOf, textOf, windowOf } from './calendar.js';
import { type ChangeLine, type Line, type UnitSpec } from './lines.js';
import { Model, type UnitRow } from './model.js';

const model = (today = '2026-01-01'): Model => new Model({ today });

const establish = (
  on: string,
  key: string,
  parent: string | null = null,
  more: Partial<UnitSpec> = {},
): ChangeLine => ({
  kind: 'establish',
  on,
  id: `est-${key}`,
  unit: { key, name: key.toUpperCase(), type: 'enhet', parent, ...more },
});

function recorded(chronicle: Model, ...sets: Line[][]): Model {
  for (const set of sets) expect(chronicle.record(set)).toMatchObject({ accepted: true });
  return chronicle;
}

const tree = (rows: UnitRow[]): string =>
  rows.map(({ key, parentKey }) => `${key}<${parentKey ?? '-'}`).join(' ');
const row = (chronicle: Model, at: string, key: string, known?: number): UnitRow | undefined =>
  chronicle.chart(at, known).find((unit) => unit.key === key);
const refused = (why: string): object => ({ accepted: false, why: expect.stringContaining(why) });

describe("the model's calendar", () => {
  it.each([
    ['2021', '2021-01-01', '2021-12-31'],
    ['2020-02', '2020-02-01', '2020-02-29'],
    ['2021-Q3', '2021-07-01', '2021-09-30'],
    ['2021-33', '2021-01-01', '2021-03-31'],
    ['2021-W08', '2021-02-22', '2021-02-28'],
    ['2020-W53', '2020-12-28', '2021-01-03'],
    ['2020-06/2021-W01', '2020-06-01', '2021-01-10'],
  ])('reads %s as %s to %s', (written, earliest, latest) => {
    expect(windowOf(written)).toEqual({ earliest: dayOf(earliest), latest: dayOf(latest) });
  });

  it.each([
    '2021-02-29',
    '0000-00-00',
    '0000',
    'infinity',
    '2021-W53',
    '2021-13',
    '2021-06/2020',
    '../..',
    '2021-Q5',
  ])('does not read %s', (written) => expect(windowOf(written)).toBeNull());

  it('counts every day once, leap days among them', () => {
    expect(textOf(dayOf('2000-02-28') + 1)).toBe('2000-02-29');
    expect(textOf(dayOf('1900-02-28') + 1)).toBe('1900-03-01');
    expect(dayOf('2021-01-01') - dayOf('2020-01-01')).toBe(366);
    for (let day = dayOf('0001-01-01'); day < dayOf('2030-01-01'); day += 97)
      expect(dayOf(textOf(day))).toBe(day);
  });
});

describe('a change', () => {
  it('transfers IT- och teleservice within 2021, Teleservice excepted', () => {
    const region = recorded(model(), [
      establish('2010-01-01', 'rf'),
      establish('2010-01-01', 'regionkontoret', 'rf'),
      establish('2010-01-01', 'regionservice', 'rf'),
      establish('2010-01-01', 'it-tele', 'regionservice'),
      establish('2010-01-01', 'it', 'it-tele'),
      establish('2010-01-01', 'tele', 'it-tele'),
      { kind: 'transfer', id: 't', on: '2021', unit: 'it-tele', to: 'regionkontoret', except: ['tele'] },
    ]);
    const before = 'it<it-tele it-tele<regionservice regionkontoret<rf regionservice<rf rf<- tele<it-tele';
    expect(tree(region.chart('2020-12-31'))).toBe(before);
    expect(region.indeterminate('2020-12-31')).toEqual([]);
    expect(tree(region.chart('2021-01-01'))).toBe(before);
    const marks = [
      { key: 'it-tele', track: 'parent:line', changes: ['t'] },
      { key: 'tele', track: 'parent:line', changes: ['t'] },
    ];
    expect(region.indeterminate('2021-01-01')).toEqual(marks);
    expect(region.indeterminate('2021-12-30')).toEqual(marks);
    expect(region.indeterminate('2021-12-31')).toEqual([]);
    expect(tree(region.chart('2021-12-31'))).toBe(
      'it<it-tele it-tele<regionkontoret regionkontoret<rf regionservice<rf rf<- tele<regionservice',
    );
  });

  it('merges two areas; their children go to the new one unless mapped, in every hierarchy', () => {
    const region = recorded(
      model(),
      [
        establish('2017', 'root'),
        establish('2018-01-01', 'a', 'root'),
        establish('2018-01-01', 'b', 'root'),
        establish('2018-01-01', 'x', 'a', { parents: { political: 'b' } }),
        establish('2018-01-01', 'y', 'b'),
      ],
      [
        {
          kind: 'merge',
          id: 'm',
          on: '2022-01-01',
          units: ['a', 'b'],
          into: { key: 'c', name: 'C', type: 'enhet', parent: 'root' },
          children: { y: 'root' },
        },
      ],
    );
    expect(tree(region.chart('2021-12-31'))).toBe('a<root b<root root<- x<a y<b');
    expect(tree(region.chart('2022-01-01'))).toBe('c<root root<- x<c y<root');
    expect(region.chart('2022-01-01', 2, 'political')).toMatchObject([{ key: 'x', parentKey: 'c' }]);
    expect(region.lineage()).toMatchObject([
      { from: 'a', to: 'c', relation: 'mergedInto', earliest: '2022-01-01' },
      { from: 'b', to: 'c', relation: 'mergedInto' },
    ]);
    expect(row(region, '2022-01-01', 'c')?.since).toBe('2022-01-01');
  });

  it('lets two codes be swapped in a day, and refuses one code for two units at its end', () => {
    const region = recorded(
      model(),
      [
        establish('2020-01-01', 'a', null, { codes: { bfs: '1' } }),
        establish('2020-01-01', 'b', null, { codes: { bfs: '2' } }),
      ],
      [
        { kind: 'recode', on: '2021-01-01', unit: 'a', codes: { bfs: '2' } },
        { kind: 'recode', on: '2021-01-01', unit: 'b', codes: { bfs: '1' } },
      ],
    );
    expect(row(region, '2021-01-01', 'a')?.codes).toEqual({ bfs: '2' });
    expect(row(region, '2020-12-31', 'a')?.codes).toEqual({ bfs: '1' });
    expect(
      region.record([{ kind: 'recode', on: '2022-01-01', unit: 'a', codes: { bfs: '1' } }]),
    ).toMatchObject(refused('code-taken'));
    expect(
      region.record([{ kind: 'recode', on: '2020-06-01', unit: 'a', codes: { bfs: '2' } }]),
    ).toMatchObject(refused('code-taken a b on 2020-06-01'));
    expect(
      row(
        recorded(region, [{ kind: 'recode', on: '2022-01-01', unit: 'a', codes: { bfs: null } }]),
        '2022-01-01',
        'a',
      )?.codes,
    ).toEqual({});
  });

  it('knows a unit of one day', () => {
    const region = recorded(
      model(),
      [establish('2020-05-01', 'a')],
      [{ kind: 'dissolve', on: '2020-05-02', unit: 'a', successors: 'none' }],
    );
    expect(region.chart('2020-04-30')).toEqual([]);
    expect(region.chart('2020-05-01')).toHaveLength(1);
    expect(region.chart('2020-05-02')).toEqual([]);
  });

  it('absorbs, splits, spins off and replaces', () => {
    const region = recorded(
      model(),
      [
        establish('2020-01-01', 'r'),
        establish('2020-01-01', 'a', 'r'),
        establish('2020-01-01', 'b', 'r'),
        establish('2020-01-01', 'x', 'b'),
        establish('2020-01-01', 'y', 'b'),
      ],
      [{ kind: 'absorb', on: '2020-02-01', units: ['b'], into: 'a', name: 'A och B' }],
      [
        {
          kind: 'spinOff',
          on: '2020-03-01',
          unit: 'a',
          into: [{ key: 'n', name: 'N', type: 'stab', parent: 'r' }],
          children: { x: 'n' },
        },
      ],
      [
        {
          kind: 'replace',
          on: '2020-04-01',
          unit: 'n',
          by: { key: 'm', name: 'M', type: 'stab', parent: 'r' },
        },
      ],
    );
    expect(tree(region.chart('2020-02-01'))).toBe('a<r r<- x<a y<a');
    expect(row(region, '2020-02-01', 'a')?.name).toBe('A och B');
    expect(tree(region.chart('2020-03-01'))).toBe('a<r n<r r<- x<n y<a');
    expect(tree(region.chart('2020-04-01'))).toBe('a<r m<r r<- x<m y<a');
    const split = (children: Record<string, string>): ChangeLine => ({
      kind: 'split',
      on: '2020-05-01',
      unit: 'a',
      into: [{ key: 'a1', name: 'A1', type: 'enhet', parent: 'r' }, { key: 'm' }],
      children,
    });
    expect(region.record([split({})])).toMatchObject(refused('parent-not-in-force y a'));
    expect(region.record([split({ x: 'a1' })])).toMatchObject(refused('not-a-child x'));
    expect(tree(recorded(region, [split({ y: 'a1' })]).chart('2020-05-01'))).toBe('a1<r m<r r<- x<m y<a1');
    expect(region.lineage().map(({ from, to, relation }) => `${from} ${relation} ${to}`)).toEqual([
      'b absorbedBy a',
      'a spunOffFrom n',
      'n replacedBy m',
      'a splitInto a1',
      'a splitInto m',
    ]);
  });

  it('reactivates a unit as it was when it ended, the gap in between', () => {
    const region = recorded(
      model(),
      [establish('2019-01-01', 'r'), establish('2020-01-01', 'a', 'r', { codes: { hsa: '7' } })],
      [{ kind: 'rename', on: '2020-02-01', unit: 'a', name: 'Å' }],
      [{ kind: 'dissolve', on: '2020-03-01', unit: 'a', successors: 'unknown' }],
      [establish('2020-03-01', 'b', 'r', { codes: { hsa: '7' } })],
    );
    expect(region.record([{ kind: 'reactivate', on: '2020-06-01', unit: 'a' }])).toMatchObject(
      refused('code-taken'),
    );
    recorded(region, [
      { kind: 'recode', on: '2020-06-01', unit: 'b', codes: { hsa: null } },
      { kind: 'reactivate', on: '2020-06-01', unit: 'a' },
    ]);
    expect(row(region, '2020-05-31', 'a')).toBeUndefined();
    expect(row(region, '2020-06-01', 'a')).toMatchObject({
      name: 'Å',
      codes: { hsa: '7' },
      parentKey: 'r',
      since: '2020-06-01',
    });
    expect(region.record([{ kind: 'reactivate', on: '2020-07-01', unit: 'a' }])).toMatchObject(
      refused('intervals-overlap'),
    );
    expect(region.record([{ kind: 'rename', on: '2020-04-01', unit: 'a', name: 'B' }])).toMatchObject({
      accepted: false,
    });
  });

  it('reorganises several into several with explicit lineage, which never points back', () => {
    const region = recorded(model(), [
      establish('2020-01-01', 'a'),
      establish('2020-01-01', 'b'),
      establish('2020-01-01', 'u', 'a'),
    ]);
    const reorganise = (to: string): ChangeLine => ({
      kind: 'reorganise',
      on: '2021-01-01',
      ends: ['a', 'b'],
      begins: [{ key: 'n', name: 'N', type: 'enhet' }],
      sets: [{ unit: 'u', parent: 'n', name: 'U2', codes: { hsa: '1' } }],
      lineage: [{ from: 'a', to, relation: 'splitInto', share: 0.4 }],
    });
    expect(region.record([reorganise('b')])).toMatchObject(refused('lineage-back b'));
    recorded(region, [reorganise('n')]);
    expect(region.chart('2021-01-01')).toMatchObject([
      { key: 'n', parentKey: null },
      { key: 'u', parentKey: 'n', name: 'U2', codes: { hsa: '1' } },
    ]);
    expect(region.lineage()).toEqual([
      {
        from: 'a',
        to: 'n',
        relation: 'splitInto',
        share: 0.4,
        earliest: '2021-01-01',
        latest: '2021-01-01',
        change: '#4',
      },
    ]);
  });
});

describe('what stands in the way', () => {
  const base = (): Model =>
    recorded(model(), [
      establish('2020-01-01', 'r'),
      establish('2020-01-01', 'a', 'r'),
      establish('2020-01-01', 'b', 'a'),
      establish('2020-01-01', 'c', 'b'),
    ]);

  it.each<[string, string, Line[]]>([
    ['a cycle', 'cycle', [{ kind: 'transfer', on: '2021-01-01', unit: 'a', to: 'c' }]],
    ['itself as parent', 'cycle', [{ kind: 'transfer', on: '2021-01-01', unit: 'a', to: 'a' }]],
    [
      'a parent that ends',
      'parent-not-in-force b a',
      [{ kind: 'dissolve', on: '2021-01-01', unit: 'a', successors: 'none' }],
    ],
    ['a parent not yet begun', 'parent-not-in-force', [establish('2019-12-31', 'd', 'r')]],
    [
      'a unit before its birth',
      'unit-not-in-force',
      [{ kind: 'rename', on: '2019-12-31', unit: 'a', name: 'X' }],
    ],
    ['a key in use', 'key-in-use', [{ ...establish('2021-01-01', 'a'), id: 'other' }]],
    ['an unknown unit', 'unknown-unit', [{ kind: 'rename', on: '2021-01-01', unit: 'z', name: 'Z' }]],
    [
      'merge with itself',
      'too-few-sources',
      [{ kind: 'merge', on: '2021-01-01', units: ['c', 'c'], into: { key: 'd', name: 'D', type: 't' } }],
    ],
    [
      'split into one',
      'too-few-targets',
      [{ kind: 'split', on: '2021-01-01', unit: 'c', into: [{ key: 'd', name: 'D', type: 't' }] }],
    ],
    [
      'an exception from elsewhere',
      'not-a-descendant',
      [{ kind: 'transfer', on: '2021-01-01', unit: 'b', to: 'r', except: ['a'] }],
    ],
    [
      'overlapping exceptions',
      'exceptions-overlap',
      [{ kind: 'transfer', on: '2021-01-01', unit: 'a', to: null, except: ['b', 'c'] }],
    ],
    ['a day that is none', 'bad-date', [{ kind: 'rename', on: '2021-02-29', unit: 'a', name: 'X' }]],
  ])('%s', (_, why, lines) => {
    const region = base();
    expect(region.record(lines)).toMatchObject(refused(why));
    expect(region.known).toBe(1);
    expect(tree(region.chart('2021-01-01'))).toBe('a<r b<a c<b r<-');
  });

  it('lets the end of the day count: a child leaves after its parent has ended, on the same day', () => {
    const region = recorded(base(), [
      { kind: 'dissolve', on: '2021-01-01', unit: 'a', successors: ['r'] },
      { kind: 'transfer', on: '2021-01-01', unit: 'b', to: 'r' },
    ]);
    expect(tree(region.chart('2021-01-01'))).toBe('b<r c<b r<-');
  });

  it('a transfer under an own descendant that stays behind is no cycle', () => {
    const region = recorded(base(), [
      { kind: 'transfer', on: '2021-01-01', unit: 'a', to: 'c', except: ['c'] },
    ]);
    expect(tree(region.chart('2021-01-01'))).toBe('a<c b<a c<r r<-');
  });

  it('a retroactive change that would let a merge carry another child', () => {
    const region = recorded(base(), [{ kind: 'absorb', on: '2021-01-01', units: ['b'], into: 'a' }]);
    expect(region.record([establish('2020-06-01', 'd', 'b')])).toMatchObject(
      refused('parent-not-in-force d b'),
    );
    const moves: Line[] = [
      establish('2020-06-01', 'd', 'b'),
      { kind: 'transfer', on: '2021-01-01', unit: 'd', to: 'a' },
    ];
    expect(region.record(moves)).toMatchObject(refused('resolves-differently'));
    expect(region.record([{ kind: 'rename', on: '2020-06-01', unit: 'b', name: 'B2' }])).toMatchObject({
      accepted: true,
    });
  });

  it('a retroactive end before a change that was recorded for later', () => {
    const region = recorded(base(), [
      { kind: 'rename', id: 'later', on: '2022-01-01', unit: 'c', name: 'C2' },
    ]);
    expect(
      region.record([{ kind: 'dissolve', on: '2021-01-01', unit: 'c', successors: 'none' }]),
    ).toMatchObject(refused('unit-not-in-force c on 2022-01-01 by later'));
  });
});

describe('imprecise dates', () => {
  it('a unit founded "2017" may have a child since June 2017, and is flagged', () => {
    const region = recorded(model(), [establish('2017', 'p')]);
    expect(region.record([establish('2017-06-01', 'c', 'p')])).toEqual({ accepted: true, flagged: true });
    expect(tree(region.chart('2017-05-31'))).toBe('');
    expect(tree(region.chart('2017-06-01'))).toBe('c<p p<-');
    expect(region.indeterminate('2017-06-01').map(({ track }) => track)).toEqual([
      'existence',
      'name',
      'parent:line',
      'type',
    ]);
    expect(tree(region.chart('2017-12-31'))).toBe('c<p p<-');
    expect(row(region, '2018-01-01', 'p')?.since).toBe('2017-06-01');
    expect(row(region, '2018-01-01', 'p', 1)?.since).toBe('2017-12-31');
    expect(region.record([{ kind: 'reschedule', change: 'est-p', on: '2017-06-02' }])).toMatchObject(
      refused('parent-not-in-force c p on 2017-06-01'),
    );
    expect(region.record([{ kind: 'reschedule', change: 'est-p', on: '2017-06-01' }])).toEqual({
      accepted: true,
      flagged: false,
    });
  });

  it('are refused when each two of the dates agree but no choice suits all', () => {
    const region = recorded(model(), [establish('2017-04-01', 'p')], [establish('2017', 'c', 'p')]);
    const rename = (on: string): ChangeLine => ({ kind: 'rename', on, unit: 'c', name: 'C2' });
    expect(region.record([rename('2017-03')])).toMatchObject(refused('unit-not-in-force c'));
    expect(region.record([rename('2017-04')])).toEqual({ accepted: true, flagged: true });
  });

  it('hold when they can be had in another order than the recorded one', () => {
    const window = '2017-03-01/2017-03-02';
    const region = (): Model =>
      recorded(
        model(),
        [establish('2010-01-01', 'p')],
        [{ kind: 'rename', on: window, unit: 'p', name: 'P2' }],
      );
    const end = (on: string): ChangeLine => ({ kind: 'dissolve', on, unit: 'p', successors: 'none' });
    expect(region().record([end('2017-02-28/2017-03-01')])).toEqual({ accepted: true, flagged: true });
    expect(region().record([end('2017-02-27/2017-02-28')])).toMatchObject(refused('unit-not-in-force p'));
  });

  it('apply from the latest days that everything else leaves open', () => {
    const region = recorded(
      model(),
      [establish('2010-01-01', 'a'), establish('2010-01-01', 'b')],
      [{ kind: 'transfer', on: '2021', unit: 'a', to: 'b', id: 't' }],
      [{ kind: 'transfer', on: '2021-03-01', unit: 'a', to: null }],
    );
    expect(tree(region.chart('2021-12-31'))).toBe('a<b b<-');
    recorded(region, [{ kind: 'transfer', on: '2021-06-01', unit: 'b', to: 'a', id: 'u' }]);
    // Before the other transfer of the same day, so that no day ends with it.
    expect(tree(region.chart('2021-03-01'))).toBe('a<- b<-');
    expect(tree(region.chart('2021-12-31'))).toBe('a<- b<a');
    expect(tree(region.chart('2021-12-31', 3))).toBe('a<b b<-');
  });
});

describe('amendments', () => {
  it('a correction of a correction; answers at an earlier knowledge stay', () => {
    const region = recorded(
      model(),
      [establish('2020-01-01', 'a')],
      [{ kind: 'rename', id: 'r', on: '2021-01-01', unit: 'a', name: 'Ett' }],
      [{ kind: 'rename', id: 'same-day', on: '2021-01-01', unit: 'a', name: 'Efter' }],
      [{ kind: 'correct', change: 'r', with: { kind: 'rename', on: '2021-01-01', unit: 'a', name: 'Två' } }],
      [{ kind: 'correct', change: 'r', with: { kind: 'rename', on: '2021-02-01', unit: 'a', name: 'Tre' } }],
    );
    const names = (at: string): (string | undefined)[] =>
      [1, 2, 3, 4, 5].map((known) => row(region, at, 'a', known)?.name);
    expect(names('2021-01-01')).toEqual(['A', 'Ett', 'Efter', 'Efter', 'Efter']);
    expect(names('2021-02-01')).toEqual(['A', 'Ett', 'Efter', 'Efter', 'Tre']);
    expect(region.history('a').filter(({ track }) => track === 'name')).toMatchObject([
      { value: 'A', knownFrom: 1, knownUntil: null },
      { value: 'Ett', earliest: '2021-01-01', knownFrom: 2, knownUntil: 4 },
      { value: 'Efter', knownFrom: 3, knownUntil: null },
      { value: 'Två', change: 'r', knownFrom: 4, knownUntil: 5 },
      { value: 'Tre', earliest: '2021-02-01', knownFrom: 5, knownUntil: null },
    ]);
  });

  it('a correction of the merge itself retracts what it did to the children', () => {
    const into = { key: 'c', name: 'C', type: 'enhet' };
    const region = recorded(
      model(),
      [
        establish('2020-01-01', 'a'),
        establish('2020-01-01', 'b'),
        establish('2020-01-01', 'x', 'a'),
        establish('2020-01-01', 'd'),
      ],
      [{ kind: 'merge', id: 'm', on: '2021-01-01', units: ['a', 'b'], into }],
      [{ kind: 'correct', change: 'm', with: { kind: 'merge', on: '2021-01-01', units: ['b', 'd'], into } }],
    );
    expect(tree(region.chart('2021-01-01', 2))).toBe('c<- d<- x<c');
    expect(tree(region.chart('2021-01-01', 3))).toBe('a<- c<- x<a');
  });

  it('refuses to reschedule a founding past what the unit did', () => {
    const region = recorded(
      model(),
      [establish('2020-01-01', 'a')],
      [{ kind: 'rename', on: '2020-06-01', unit: 'a', name: 'Å' }],
    );
    expect(region.record([{ kind: 'reschedule', change: 'est-a', on: '2020-07-01' }])).toMatchObject(
      refused('unit-not-in-force'),
    );
    recorded(region, [{ kind: 'reschedule', change: 'est-a', on: '2020-06-01' }]);
    expect(row(region, '2020-06-01', 'a')?.name).toBe('Å');
    expect(row(region, '2020-05-31', 'a')).toBeUndefined();
    expect(row(region, '2020-05-31', 'a', 2)?.name).toBe('A');
  });

  it('cancels only what has not taken effect, and restores the earlier answer', () => {
    const region = recorded(
      model('2020-06-30'),
      [establish('2020-01-01', 'a')],
      [{ kind: 'rename', id: 'past', on: '2020-06-30', unit: 'a', name: 'Å' }],
      [{ kind: 'rename', id: 'future', on: '2020', unit: 'a', name: 'Ä' }],
    );
    expect(region.record([{ kind: 'cancel', change: 'past' }])).toMatchObject(refused('too-late-to-cancel'));
    recorded(region, [{ kind: 'cancel', change: 'future' }]);
    expect(region.chart('2021-01-01')).toEqual(region.chart('2021-01-01', 2));
    expect(region.indeterminate('2020-07-01', 3)).toHaveLength(1);
    expect(region.indeterminate('2020-07-01', 4)).toEqual([]);
    expect(region.record([{ kind: 'cancel', change: 'future' }])).toMatchObject(refused('cancelled-change'));
    expect(region.record([{ kind: 'cancel', change: 'never' }])).toMatchObject(refused('unknown-change'));
  });
});
