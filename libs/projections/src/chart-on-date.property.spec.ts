import { afterAll, beforeAll, expect, it, test } from '@jest/globals';
import { chart, findUnit, type ChartUnit, type Reading, type Unit } from '#structure';
import { dateOf, type Day, type Position } from '#temporal';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { histories, play } from '../../../test/property/histories.js';
import { chartOnDate, type ChartQuestion, type StoredBox } from './chart-on-date.js';
import { RecordedOrganisation } from './testing/recorded-organisation.js';
import { fc, runs } from '../../../test/property/seeded.js';

const RUNS = runs(1 / 40);
const AN_HOUR = 60 * 60 * 1000;
const KEYS = 'import';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** What any box says, whichever way it came about. */
function said(box: ChartUnit | StoredBox): object {
  const { id, name, type, parentId, depth, path, codes, since, indeterminate } = box;
  const key = box.code(KEYS);
  const parentKey = box.parentCode(KEYS);
  return { id, name, type, parentId, depth, path, codes, since, indeterminate, key, parentKey };
}

const asked = fc.array(
  fc.record({
    day: fc.nat(9999),
    off: fc.integer({ min: -1, max: 1 }),
    known: fc.nat(9999),
    root: fc.nat(9999),
    narrow: fc.nat(5),
  }),
  { minLength: 10, maxLength: 10 },
);

it.each([
  ['precise', false],
  ['imprecise', true],
])(
  'the read model draws the chart that the resolver draws, with %s dates',
  async (_, imprecise) => {
    let drawn = 0;
    let left = 0;
    await fc.assert(
      fc.asyncProperty(histories({ sets: 25, imprecise }), asked, async (plan, questions) => {
        const organisation = await RecordedOrganisation.register(database.pool());
        const { id, timeline, ledger } = organisation;
        // Within a change set the rules need not hold yet.
        const ends: Position[] = [];
        for (const { lines } of play(plan).steps) {
          if (await organisation.record(lines)) ends.push((await ledger.head(id))!.position);
        }
        const units = [...timeline.units.values()];
        const days = units.flatMap((unit) => unit.existence.all().map((fact) => fact.from));
        for (const { day, off, known, root, narrow } of questions) {
          const at = (days[day % days.length]! + off) as Day;
          const position = ends[known % ends.length]!;
          const unit = narrow === 1 ? units[root % units.length] : undefined;
          const question = {
            organisation: id,
            at: dateOf(at),
            position,
            keyScheme: KEYS,
            ...(unit === undefined ? {} : { root: unit.id as string }),
            ...(narrow === 2 ? { depth: 1 } : {}),
            ...(narrow === 3 ? { type: 'avdelning' } : {}),
          };
          const stored = await chartOnDate(database.pool(), question);
          const resolved = resolve({ timeline, at, position }, question, unit);
          if (stored === null) {
            left++;
            const marked = units.some((other) => isOpen(other, at, position));
            const rootInForce = unit === undefined || unit.existence.at(at, position)?.value === true;
            expect(marked || !rootInForce).toBe(true);
          } else {
            drawn++;
            expect(stored.map(said)).toEqual(resolved);
          }
        }
      }),
      { numRuns: RUNS },
    );
    expect(drawn).toBeGreaterThan(left / 10);
  },
  AN_HOUR,
);

function resolve(reading: Reading, { depth, type }: ChartQuestion, root: Unit | undefined): object[] {
  return chart(reading, {
    ...(root === undefined ? {} : { root }),
    ...(depth === undefined ? {} : { depth }),
    ...(type === undefined ? {} : { type }),
  }).map(said);
}

function isOpen(unit: Unit, at: Day, position: Position): boolean {
  const tracks = [unit.existence, unit.name, unit.type, ...unit.parents.values(), ...unit.codes.values()];
  return tracks.some((track) => track.indeterminateAt(at, position).length > 0);
}

test('a root may be named by its key or id; what only the resolver can find is left to it', async () => {
  const organisation = await RecordedOrganisation.register(database.pool());
  const establish = (key: string, parent: string | null) => ({
    kind: 'establish',
    on: '2020-01-01',
    unit: { key, name: key, type: 'enhet', parent, codes: { hsa: `H-${key}` } },
  });
  await organisation.record([establish('a', null), establish('b', 'a'), establish('c', 'b')]);
  const found = findUnit(organisation.timeline, 'b', { position: 99 });
  const id = found.outcome === 'found' ? found.unit.id : '';
  const ask = async (root: string, position = 4) =>
    (
      await chartOnDate(database.pool(), {
        organisation: organisation.id,
        at: dateOf(20_000 as Day),
        position: position as Position,
        keyScheme: KEYS,
        root,
      })
    )?.map((box) => [box.name, box.depth, box.path.length, box.parentCode(KEYS)]);
  const branch = [
    ['b', 0, 2, 'a'],
    ['c', 1, 3, 'b'],
  ];
  expect(await ask('b')).toEqual(branch);
  expect(await ask(id)).toEqual(branch);
  expect(await ask('hsa:H-b')).toBeUndefined();
  expect(await ask('nobody')).toBeUndefined();
  expect(await ask('b', 5)).toBeUndefined();
});
