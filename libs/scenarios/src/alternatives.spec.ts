import { describe, expect, it } from '@jest/globals';
import { difference, parseDraft, unitState, type Reading, type UnitId } from '#structure';
import { newUnit } from '../../structure/src/testing/given.js';
import { establish, RecordedHistory, type Line } from '../../structure/src/testing/recorded-history.js';
import { histories, play, TODAY } from '../../../test/property/histories.js';
import {
  ASPECTS,
  compareAlternatives,
  type AlternativeCell,
  type AlternativesTable,
  type Deviation,
} from './alternatives.js';
import { fc } from '../../../test/property/seeded.js';

const NONE = { begun: 0, ended: 0, renamed: 0, reclassified: 0, moved: 0, recoded: 0 };

function region(): RecordedHistory {
  const history = new RecordedHistory();
  history.record(establish('top', '2000-01-01'));
  for (const key of ['a', 'b', 'c']) history.record(establish(key, '2000-01-01', 'top'));
  history.record(establish('child', '2000-01-01', 'a'));
  return history;
}

/** A branch on which change sets of one change each were recorded. */
function planned(base: RecordedHistory, ...lines: Line[]): RecordedHistory {
  const branch = base.branch();
  for (const line of lines) branch.record(line);
  return branch;
}

/** The rows as `name: cell | cell`, a cell as what it says: where it stands or what continues it, and how it differs. */
function told(table: AlternativesTable): string[] {
  return table.rows.map(({ name, cells }) => `${name}: ${cells.map(cellTold).join(' | ')}`);
}

function cellTold({ inForce, name, parents, continuedBy, differs }: AlternativeCell): string {
  const places = parents.map(({ hierarchy, parent }) => `${hierarchy}:${parent?.name ?? '-'}`);
  const said = inForce === false ? '-' : [inForce === null ? `${name}?` : name, ...places].join(' ');
  const onward = continuedBy.length > 0 ? ` > ${continuedBy.map((unit) => unit.name).join(', ')}` : '';
  const how = differs.map(({ aspect, track, certain }) =>
    [aspect, ...(track === null ? [] : [track]), ...(certain ? [] : ['?'])].join(' '),
  );
  return said + onward + (how.length > 0 ? ` (${how.join(', ')})` : '');
}

describe('alternatives side by side', () => {
  it('have a row for each unit that is not the same in all, by name, and a count of what differs', () => {
    const base = region();
    const one = planned(
      base,
      { kind: 'merge', on: '2012-01-01', units: ['a', 'b'], into: newUnit('ab', 'top') },
      establish('Årsta', '2012-01-01', 'c'),
    );
    const other = planned(
      base,
      { kind: 'transfer', on: '2012-01-01', unit: 'child', to: 'c' },
      { kind: 'rename', on: '2012-01-01', unit: 'c', name: 'Östra' },
      establish('z', '2012-01-01', 'top'),
    );
    const table = compareAlternatives([base, one, other].map((history) => history.on('2020-01-01')));
    expect(told(table)).toEqual([
      'A: A line:TOP | - > AB (ended) | A line:TOP',
      'AB: - | AB line:TOP (begun) | -',
      'B: B line:TOP | - > AB (ended) | B line:TOP',
      'C: C line:TOP | C line:TOP | Östra line:TOP (renamed)',
      'CHILD: CHILD line:A | CHILD line:AB (moved line) | CHILD line:Östra (moved line)',
      'Z: - | - | Z line:TOP (begun)',
      'ÅRSTA: - | ÅRSTA line:C (begun) | -',
    ]);
    expect(table.columns.map(({ counts }) => counts)).toEqual([
      NONE,
      { ...NONE, begun: 2, ended: 2, moved: 1 },
      { ...NONE, begun: 1, renamed: 1, moved: 1 },
    ]);
  });

  it('say in full what a unit is in each, and nothing of what is not there', () => {
    const base = region();
    const branch = planned(
      base,
      { kind: 'reclassify', on: '2012-01-01', unit: 'a', type: 'area' },
      { kind: 'recode', on: '2012-01-01', unit: 'a', codes: { hsa: '1', cost: '2' } },
      { kind: 'transfer', on: '2012-01-01', unit: 'a', to: 'b' },
      { kind: 'transfer', on: '2012-01-01', unit: 'a', to: null, hierarchy: 'political' },
    );
    const without = planned(base, {
      kind: 'dissolve',
      on: '2012-01-01',
      unit: 'child',
      successors: 'none',
    });
    without.record({ kind: 'dissolve', on: '2012-01-01', unit: 'a', successors: 'none' });
    const { rows, columns } = compareAlternatives(
      [base, branch, without].map((history) => history.on('2020-01-01')),
    );
    const [top, b] = ['top', 'b'].map((key) => ({ id: base.unit(key).id, name: key.toUpperCase() }));
    expect(rows[0]).toEqual({
      id: base.unit('a').id,
      name: 'A',
      cells: [
        {
          inForce: true,
          name: 'A',
          type: 'unit',
          parents: [{ hierarchy: 'line', parent: top }],
          codes: { import: 'a' },
          continuedBy: [],
          differs: [],
        },
        {
          inForce: true,
          name: 'A',
          type: 'area',
          parents: [
            { hierarchy: 'line', parent: b },
            { hierarchy: 'political', parent: null },
          ],
          codes: { cost: '2', hsa: '1', import: 'a' },
          continuedBy: [],
          differs: [
            { aspect: 'reclassified', track: null, certain: true },
            { aspect: 'moved', track: 'line', certain: true },
            { aspect: 'moved', track: 'political', certain: true },
            { aspect: 'recoded', track: 'cost', certain: true },
            { aspect: 'recoded', track: 'hsa', certain: true },
          ],
        },
        {
          inForce: false,
          name: null,
          type: null,
          parents: [],
          codes: {},
          continuedBy: [],
          differs: [{ aspect: 'ended', track: null, certain: true }],
        },
      ],
    });
    expect(columns[1]!.counts).toEqual({ ...NONE, reclassified: 1, moved: 2, recoded: 2 });
  });

  it('may be dates, and positions, in any order', () => {
    const history = region();
    history.record({ kind: 'merge', on: '2010-01-01', units: ['a', 'b'], into: newUnit('ab', 'top') });
    const before = history.position;
    history.record({ kind: 'rename', on: '2010-01-01', unit: 'c', name: 'Ceta' });
    const readings = [
      history.on('2015-01-01'),
      history.on('2005-01-01'),
      history.on('2015-01-01', before),
      history.on('2015-01-01'),
    ];
    expect(told(compareAlternatives(readings))).toEqual([
      'A: - > AB | A line:TOP (begun) | - > AB | - > AB',
      'AB: AB line:TOP | - (ended) | AB line:TOP | AB line:TOP',
      'B: - > AB | B line:TOP (begun) | - > AB | - > AB',
      'Ceta: Ceta line:TOP | C line:TOP (renamed) | C line:TOP (renamed) | Ceta line:TOP',
      'CHILD: CHILD line:AB | CHILD line:A (moved line) | CHILD line:AB | CHILD line:AB',
    ]);
  });

  it('say what continues a unit in each where it is not in force, also if the first is one of them', () => {
    const base = region();
    base.record({ kind: 'replace', on: '2008-01-01', unit: 'c', by: newUnit('d', 'top') });
    const early = planned(base, { kind: 'replace', on: '2006-01-01', unit: 'b', by: newUnit('e', 'top') });
    const readings = [early.on('2020-01-01'), base.on('2020-01-01'), base.on('2007-01-01')];
    expect(told(compareAlternatives(readings))).toEqual([
      'B: - > E | B line:TOP (begun) | B line:TOP (begun)',
      'C: - > D | - > D | C line:TOP (begun)',
      'D: D line:TOP | D line:TOP | - (ended)',
      'E: E line:TOP | - (ended) | - (ended)',
    ]);
  });

  it('tell what may have begun already from what has not, and what is not certain to differ', () => {
    const base = region();
    const open = planned(
      base,
      establish('new', '2020', 'top'),
      { kind: 'dissolve', on: '2020', unit: 'b', successors: 'none' },
      { kind: 'rename', on: '2020', unit: 'c', name: 'Ceta' },
    );
    const readings = [open.on('2020-06-01'), base.on('2020-06-01'), open.on('2021-01-01')];
    expect(told(compareAlternatives(readings))).toEqual([
      'B: B line:TOP | B line:TOP | - (ended ?)',
      'C: C line:TOP | C line:TOP | Ceta line:TOP (renamed ?)',
      'NEW: NEW? line:TOP | - | NEW line:TOP (begun ?)',
    ]);
  });

  it('have no rows where all are the same, or where there is nothing to compare with', () => {
    const base = region();
    const reading = base.on('2020-01-01');
    expect(compareAlternatives([])).toEqual({ columns: [], rows: [] });
    expect(compareAlternatives([reading])).toEqual({ columns: [{ reading, counts: NONE }], rows: [] });
    const branch = base.branch().on('2020-01-01');
    const { columns, rows } = compareAlternatives([reading, branch, reading]);
    expect([columns.map(({ counts }) => counts), rows]).toEqual([[NONE, NONE, NONE], []]);
  });
});

/** A history and two branches of it, read on days drawn around those of the changes, and at an earlier position. */
const anyReadings: fc.Arbitrary<Reading[]> = fc
  .record({
    plan: histories({ sets: 20 }),
    cut: fc.nat(1000),
    days: fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
    oneDay: fc.boolean(),
  })
  .map(({ plan, cut, days, oneDay }) => {
    const { steps, model } = play(plan);
    const sets = steps
      .map(({ lines }) => lines.map(({ set: _, ...said }): Line => said))
      .filter((lines) => lines.every((line) => parseDraft({ ...line }).ok));
    const at = cut % sets.length;
    const record = (history: RecordedHistory, some: readonly (readonly Line[])[]) => {
      for (const lines of some) history.decide(lines, { today: TODAY });
      return history;
    };
    const base = record(new RecordedHistory(), sets.slice(0, at));
    const one = record(base.branch(), sets.slice(at));
    const other = record(base.branch(), sets.slice(at).reverse());
    const earlier = Math.floor(base.position / 2);
    const boundaries = model.boundaryDays();
    const day = (n: number) => boundaries[days[oneDay ? 0 : n]! % boundaries.length]!;
    return [base.on(day(0)), one.on(day(1)), other.on(day(2)), base.on(day(3), earlier)];
  });

/** Checks a law on readings of random histories, of which many must differ. */
function holds(law: (readings: readonly Reading[], table: AlternativesTable) => void): void {
  let rows = 0;
  fc.assert(
    fc.property(anyReadings, (readings) => {
      const table = compareAlternatives(readings);
      rows += table.rows.length;
      law(readings, table);
    }),
    { numRuns: 60 },
  );
  expect(rows).toBeGreaterThan(100);
}

describe('any alternatives', () => {
  it('differ from the first in what the difference between the two says', () => {
    holds((readings, table) => {
      readings.forEach((reading, column) => {
        const pair = difference(readings[0]!, reading);
        const cells = table.rows.map(({ id, cells }) => ({ id, ...cells[column]! }));
        for (const aspect of ASPECTS) {
          const listed = cells.flatMap(({ id, differs }) =>
            differs
              .filter((differing) => differing.aspect === aspect)
              .map((differing) => ({ id, ...differing })),
          );
          const expected = pair[aspect].map((unit) => ({
            id: unit.id,
            aspect,
            ...trackIn(unit),
            certain: unit.certain,
          }));
          expect(inOrder(listed)).toEqual(inOrder(expected));
          expect(table.columns[column]!.counts[aspect]).toBe(pair[aspect].length);
        }
        for (const { id, successors } of pair.ended) {
          expect(cells.find((cell) => cell.id === id)!.continuedBy).toEqual(successors);
        }
      });
    });
  });

  it('are laid out two by two as all together', () => {
    holds((readings, table) => {
      readings.forEach((reading, column) => {
        const two = compareAlternatives([readings[0]!, reading]);
        expect(two.columns[1]).toEqual(table.columns[column]);
        const differing = table.rows.filter(({ cells }) => cells[column]!.differs.length > 0);
        expect(inOrder(two.rows.map(({ id, cells }) => ({ id, ...cells[1]!, continuedBy: [] })))).toEqual(
          inOrder(differing.map(({ id, cells }) => ({ id, ...cells[column]!, continuedBy: [] }))),
        );
      });
    });
  });

  it('have as rows just those units that are not certainly the same in all', () => {
    holds((readings, table) => {
      const ids = new Set(readings.flatMap(({ timeline }) => [...timeline.units.keys()]));
      const differing = [...ids].filter(
        (id) => new Set(readings.map((reading) => box(reading, id))).size > 1,
      );
      expect(table.rows.map(({ id }) => id).sort()).toEqual(differing.sort());
    });
  });

  it('name as what continues a unit only what is in force there', () => {
    holds((readings, table) => {
      for (const { cells } of table.rows) {
        cells.forEach(({ inForce, continuedBy }, column) => {
          if (inForce === true) expect(continuedBy).toEqual([]);
          for (const { id, name } of continuedBy) {
            const { timeline } = readings[column]!;
            const { status, name: called } = unitState(readings[column]!, timeline.units.get(id)!);
            expect([status, called]).toEqual(['inForce', name]);
          }
        });
      }
    });
  });
});

function trackIn(unit: object): Pick<Deviation, 'track'> {
  const { hierarchy, scheme } = unit as { hierarchy?: string; scheme?: string };
  return { track: hierarchy ?? scheme ?? null };
}

function inOrder<T>(items: readonly T[]): T[] {
  const text = (item: T) => JSON.stringify(item);
  return [...items].sort((a, b) => (text(a) < text(b) ? -1 : 1));
}

/** What a unit is for certain at a reading, as text; the same for all that are not in force. */
function box(reading: Reading, id: UnitId): string {
  const unit = reading.timeline.units.get(id);
  const state = unit && unitState(reading, unit);
  if (state?.status !== 'inForce') return 'not in force';
  const { name, type, codes, parents } = state;
  return JSON.stringify([
    name,
    type,
    codes,
    parents.map(({ hierarchy, parent }) => [hierarchy, parent?.id ?? null]),
  ]);
}
