import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { Position } from '#temporal';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { inlineProjection } from './inline-projection.js';
import { READ_MODEL_TABLES, TABLE_NAMES } from './read-model-tables.js';
import { rebuild } from './rebuild.js';
import { RecordedOrganisation, type Part } from './testing/recorded-organisation.js';
import { edgeRowsOf, factRowsOf, STORED_EDGE_ROWS, STORED_FACT_ROWS } from './testing/rows-of-timeline.js';
import { verifyReadModel } from './verify-read-model.js';
import { fc, runs } from '../../../test/property/seeded.js';

const establish = (key: string, on = '2010-01-01') => ({
  kind: 'establish',
  id: `begin-${key}`,
  on,
  unit: { key, name: key.toUpperCase(), type: 'enhet', parent: null },
});
const rename = (id: string, on: string, name: string) => ({ kind: 'rename', id, on, unit: 'a', name });
const correct = (change: string, on: string, name: string) => ({
  kind: 'correct',
  change,
  with: { kind: 'rename', on, unit: 'a', name },
});
const reschedule = (change: string, on: string) => ({ kind: 'reschedule', change, on });
const cancel = (change: string) => ({ kind: 'cancel', change });

describe('Events that write no rows', () => {
  let database: TestDatabase;
  let organisation: RecordedOrganisation;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  beforeEach(async () => {
    organisation = await RecordedOrganisation.register(database.pool());
    await recordAll({ changes: [establish('a'), establish('b')] });
  });

  const recordAll = async (...parts: Part[]) => expect(await organisation.recordAll(parts)).toBe(true);

  async function texts(sql: string): Promise<string[]> {
    const { rows } = await database.pool().query<object>(sql, [organisation.id]);
    return rows.map((row) => JSON.stringify(row)).sort();
  }

  /** The read model says what the timeline of the ledger's events says, and what a rebuild would write. */
  async function expectAgreement(): Promise<void> {
    const timeline = await organisation.replayed();
    expect(await texts(STORED_FACT_ROWS)).toEqual(factRowsOf(timeline));
    expect(await texts(STORED_EDGE_ROWS)).toEqual(edgeRowsOf(timeline));
    expect(await verifyReadModel(database, organisation.id)).toMatchObject({ ok: true });
  }

  const log = async () =>
    (
      await database.pool().query<{ position: number; recording: string }>(
        `select position, change_order as "order", recording, written from read_model.change
         where organisation_id = $1 and position > 3 order by position`,
        [organisation.id],
      )
    ).rows;

  const nameOn = async (day: string, position: number) =>
    (
      await database
        .pool()
        .query<{ name: string }>(
          `select name from read_model.organisation_at($1, $2, $3) where codes ->> 'import' = 'a'`,
          [organisation.id, day, position],
        )
    ).rows[0]?.name;

  it('take positions between the others', async () => {
    await recordAll(
      { matters: 2 },
      { changes: [rename('r1', '2012-01-01', 'A1')] },
      { matters: 1 },
      { changes: [rename('r2', '2013-01-01', 'A2')] },
      { changes: [cancel('r1')] },
      { matters: 1 },
    );
    expect(await log()).toEqual([
      { position: 6, order: 6, recording: 'recorded', written: '2012-01-01' },
      { position: 8, order: 8, recording: 'recorded', written: '2013-01-01' },
      { position: 9, order: null, recording: 'cancelled', written: null },
    ]);
    await expectAgreement();
  });

  it('keep their distance when others append in between', async () => {
    await recordAll({ changes: [rename('r', '2012-01-01', 'A1')] });
    const rival = await organisation.another();
    const decided = organisation.decideAll([
      { matters: 1 },
      { changes: [establish('c'), reschedule('r', '2013-01-01')] },
      { matters: 2 },
      { changes: [reschedule('begin-c', '2011-01-01')] },
    ])!;
    await rival.recordAll([{ matters: 3 }, { changes: [establish('d')] }]);
    expect(await decided.append()).toMatchObject({ outcome: 'appended', head: 14 });
    expect(await log()).toEqual([
      { position: 4, order: 4, recording: 'recorded', written: '2012-01-01' },
      { position: 8, order: 8, recording: 'recorded', written: '2010-01-01' },
      { position: 10, order: 10, recording: 'recorded', written: '2010-01-01' },
      { position: 11, order: 4, recording: 'rescheduled', written: '2013-01-01' },
      { position: 14, order: 10, recording: 'rescheduled', written: '2011-01-01' },
    ]);
    await expectAgreement();
  });

  it('need no projection where there is nothing else', async () => {
    const decided = organisation.decideAll([
      { matters: 2 },
      { pending: [rename('r', '2012-01-01', 'A1'), reschedule('r', '2013-01-01')] },
      { block: 'r' },
    ])!;
    expect(decided.inline).toEqual({});
    expect(inlineProjection([undefined], 4 as Position)).toEqual({});
    expect(await decided.append()).toMatchObject({ outcome: 'appended', head: 8 });
    expect(await log()).toEqual([]);
    await expectAgreement();
  });

  it('are about changes that wait, until they are enacted', async () => {
    await recordAll({ pending: [rename('r', '2012-01-01', 'A1')] });
    await recordAll({ pending: [correct('r', '2013-01-01', 'A2')] }, { matters: 1 });
    await recordAll({ pending: [reschedule('r', '2014-01-01')] });
    await recordAll({ block: 'r' });
    expect(await log()).toEqual([]);
    await recordAll({ changes: [rename('other', '2014-01-01', 'Other')] });
    await recordAll({ matters: 1 }, { enact: ['r'] });
    await recordAll({ changes: [reschedule('r', '2015-01-01')] });
    await recordAll({ annul: 'r' });
    expect(await log()).toEqual([
      { position: 9, order: 9, recording: 'recorded', written: '2014-01-01' },
      { position: 11, order: 11, recording: 'enacted', written: '2014-01-01' },
      { position: 12, order: 11, recording: 'rescheduled', written: '2015-01-01' },
      { position: 13, order: null, recording: 'annulled', written: null },
    ]);
    // Of the two on one day the one that applies since later holds.
    expect(await nameOn('2014-06-01', 10)).toBe('Other');
    expect(await nameOn('2014-06-01', 11)).toBe('A2');
    expect(await nameOn('2014-06-01', 12)).toBe('Other');
    expect(await nameOn('2015-06-01', 12)).toBe('A2');
    expect(await nameOn('2015-06-01', 13)).toBe('Other');
    await expectAgreement();
  });

  it('are about changes that wait and are enacted in the same append', async () => {
    const rival = await organisation.another();
    const decided = organisation.decideAll([
      { pending: [rename('r', '2012-01-01', 'A1')] },
      { matters: 1 },
      { pending: [correct('r', '2013', 'A2'), rename('q', '2016-01-01', 'A3')] },
      { enact: ['r'] },
      { changes: [reschedule('r', '2014-01-01')] },
      { pending: [cancel('q')] },
      { annul: 'r' },
    ])!;
    await rival.recordAll([{ matters: 2 }]);
    expect(await decided.append()).toMatchObject({ outcome: 'appended' });
    expect(await log()).toEqual([
      { position: 10, order: 10, recording: 'enacted', written: '2013' },
      { position: 11, order: 10, recording: 'rescheduled', written: '2014-01-01' },
      { position: 13, order: null, recording: 'annulled', written: null },
    ]);
    await expectAgreement();
  });

  it('are about changes that wait again, and are enacted at another place', async () => {
    await recordAll({ changes: [rename('r', '2014-01-01', 'A1'), rename('other', '2014-01-01', 'Other')] });
    await recordAll({ suspend: 'r' }, { pending: [correct('r', '2014-01-01', 'A2')] });
    await recordAll({ enact: ['r'] });
    await recordAll({ changes: [correct('r', '2014-01-01', 'A3')] }, { suspend: 'r' }, { enact: ['r'] });
    expect(await log()).toEqual([
      { position: 4, order: 4, recording: 'recorded', written: '2014-01-01' },
      { position: 5, order: 5, recording: 'recorded', written: '2014-01-01' },
      { position: 6, order: null, recording: 'suspended', written: null },
      { position: 8, order: 8, recording: 'enacted', written: '2014-01-01' },
      { position: 9, order: 8, recording: 'corrected', written: '2014-01-01' },
      { position: 10, order: null, recording: 'suspended', written: null },
      { position: 11, order: 11, recording: 'enacted', written: '2014-01-01' },
    ]);
    expect(await nameOn('2014-06-01', 5)).toBe('Other');
    expect(await nameOn('2014-06-01', 8)).toBe('A2');
    expect(await nameOn('2014-06-01', 10)).toBe('Other');
    expect(await nameOn('2014-06-01', 11)).toBe('A3');
    await expectAgreement();
  });

  it('leave the read model as a rebuild makes it, in any order and however they are appended', async () => {
    const recordings = new Set<string>();
    await fc.assert(
      fc.asyncProperty(plans, async (plan) => {
        organisation = await RecordedOrganisation.register(database.pool());
        await recordAll({ changes: [establish('a'), establish('b')] });
        for (const { parts, rivals } of appendsOf(plan)) {
          const rival = rivals > 0 ? await organisation.another() : undefined;
          const decided = organisation.decideAll(parts)!;
          await rival?.recordAll([{ matters: rivals }]);
          expect(await decided.append()).toMatchObject({ outcome: 'appended' });
          if (rivals > 0) organisation = await organisation.another();
        }
        await expectAgreement();
        for (const { recording } of await log()) recordings.add(recording);
      }),
      { numRuns: RUNS },
    );
    expect([...recordings].sort()).toEqual([
      ...['annulled', 'cancelled', 'corrected', 'enacted', 'recorded', 'rescheduled', 'suspended'],
    ]);
    const before = await contents();
    await rebuild(database);
    expect(await contents()).toEqual(before);
  });

  async function contents(): Promise<unknown[]> {
    const tables = TABLE_NAMES.map((table) => {
      const columns = READ_MODEL_TABLES[table].columns.join(', ');
      return database.pool().query<object>(`select ${columns} from read_model.${table} order by ${columns}`);
    });
    return (await Promise.all(tables)).map(({ rows }) => rows);
  }
});

const RUNS = runs(1 / 50);

const steps = [
  'matter',
  'propose',
  'record',
  'correct',
  'reschedule',
  'cancel',
  'enact',
  'annul',
  'suspend',
  'block',
] as const;
const plans = fc.array(
  fc.record({
    step: fc.constantFrom(...steps),
    target: fc.nat(999),
    year: fc.integer({ min: 2011, max: 2016 }),
    precise: fc.boolean(),
    /** How many events others append before this ends an append; undefined: the next step belongs to it as well. */
    rivals: fc.option(fc.constantFrom(0, 0, 1, 3), { nil: undefined }),
  }),
  { minLength: 30, maxLength: 60 },
);
type Plan = typeof plans extends fc.Arbitrary<infer P> ? P : never;

/** What the steps come to, each for a change that it can be taken with, and in which appends. */
function appendsOf(plan: Plan): { parts: Part[]; rivals: number }[] {
  const appends: { parts: Part[]; rivals: number }[] = [];
  const waiting: string[] = [];
  const applied: string[] = [];
  let parts: Part[] = [];
  for (const [index, { step, target, year, precise, rivals }] of plan.entries()) {
    const on = precise ? `${year}-01-01` : `${year}`;
    const text = `A${index}`;
    const take = (from: string[]) => from.splice(target % from.length, 1);
    const amend = (line: (name: string) => object): Part[] => {
      const all = [...waiting, ...applied];
      const name = all[target % all.length];
      if (name === undefined) return [];
      return [waiting.includes(name) ? { pending: [line(name)] } : { changes: [line(name)] }];
    };
    const partsOf = (): Part[] => {
      switch (step) {
        case 'matter':
          return [{ matters: 1 }];
        case 'propose':
          waiting.push(text);
          return [{ pending: [rename(text, on, text)] }];
        case 'record':
          applied.push(text);
          return [{ changes: [rename(text, on, text)] }];
        case 'correct':
          return amend((name) => correct(name, on, text));
        case 'reschedule':
          return amend((name) => reschedule(name, on));
        case 'cancel':
          return [
            ...take(waiting).map((name) => ({ pending: [cancel(name)] })),
            ...take(applied).map((name) => ({ changes: [cancel(name)] })),
          ];
        case 'enact': {
          const names = take(waiting);
          applied.push(...names);
          return names.map((name) => ({ enact: [name] }));
        }
        case 'annul':
          return take(applied).map((name) => ({ annul: name }));
        case 'suspend': {
          const names = take(applied);
          waiting.push(...names);
          return names.map((name) => ({ suspend: name }));
        }
        case 'block':
          return waiting.slice(0, 1).map((name) => ({ block: name }));
      }
    };
    parts.push(...partsOf());
    if (rivals === undefined || parts.length === 0) continue;
    appends.push({ parts, rivals });
    parts = [];
  }
  return appends;
}
