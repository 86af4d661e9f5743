import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { rebuild } from './rebuild.js';
import { TABLE_NAMES } from './read-model-tables.js';
import { RecordedOrganisation } from './testing/recorded-organisation.js';
import { factRowsOf, STORED_FACT_ROWS } from './testing/rows-of-timeline.js';
import { verifyReadModel } from './verify-read-model.js';

const establish = (key: string, on: string, parent: string | null = null) => ({
  kind: 'establish',
  id: `begin-${key}`,
  on,
  unit: { key, name: `Namn ${key} \\ "å"`, type: 'enhet', parent, codes: { hsa: `h-${key}` } },
});
const rename = (id: string, on: string, name: string) => ({ kind: 'rename', id, on, unit: 'a', name });

describe('A rebuild of the read model', () => {
  let database: TestDatabase;
  let organisation: RecordedOrganisation;
  beforeEach(async () => {
    database = await testDatabase();
    organisation = await recordedOrganisation();
  });
  afterEach(() => database.close());

  async function recordedOrganisation(): Promise<RecordedOrganisation> {
    const recorded = await RecordedOrganisation.register(database.pool());
    const sets = [
      [establish('a', '2010-01-01'), establish('b', '2011-06', 'a')],
      [rename('r1', '2012', 'A1'), rename('r2', '2013-01-01', 'A2')],
      [{ kind: 'reschedule', change: 'r1', on: '2014-05' }],
      [{ kind: 'absorb', id: 'm', on: '2015-01-01', units: ['b'], into: 'a' }],
      [{ kind: 'correct', change: 'r1', with: { kind: 'rename', on: '2014', unit: 'a', name: 'A3' } }],
      [{ kind: 'cancel', change: 'r2' }],
    ];
    for (const set of sets) expect(await recorded.record(set)).toBe(true);
    return recorded;
  }

  /** Everything the read model says and how it is kept. */
  async function contents(): Promise<object> {
    const owner = database.ownerPool();
    const rows = TABLE_NAMES.map(async (table) => {
      const stored = await owner.query<{ row: string }>(
        `select t::text as row from read_model.${table} t order by t::text collate "C"`,
      );
      return [table, stored.rows.map(({ row }) => row)];
    });
    const shape = await owner.query(
      `select tablename, indexname, indexdef from pg_indexes where schemaname = 'read_model' order by 1, 2`,
    );
    const rights = await owner.query(
      `select table_name, grantee, privilege_type from information_schema.role_table_grants
       where table_schema = 'read_model' order by 1, 2, 3`,
    );
    return { rows: Object.fromEntries(await Promise.all(rows)), shape: shape.rows, rights: rights.rows };
  }

  it('gives the same rows, twice in a row, with the same indexes and rights', async () => {
    await recordedOrganisation();
    const before = await contents();
    expect(await rebuild(database)).toEqual({ events: 18 });
    expect(await contents()).toEqual(before);
    await rebuild(database);
    expect(await contents()).toEqual(before);
  });

  it('mends what has been damaged', async () => {
    const before = await contents();
    await database
      .ownerPool()
      .query(`update read_model.fact set value = 'fel'; delete from read_model.change`);
    await rebuild(database);
    expect(await contents()).toEqual(before);
  });

  it('takes in what is recorded and amended while it runs', async () => {
    let recorded = 0;
    const pending = (id: string, on: string) => ({ pending: [rename(id, on, id)] });
    await organisation.recordAll([pending('p1', '2021'), pending('p2', '2022'), { enact: ['p2'] }]);
    await organisation.recordAll([
      pending('p4', '2025'),
      { enact: ['p4'] },
      { suspend: 'p4' },
      { enact: ['p4'] },
    ]);
    await rebuild(database, {
      async onProgress() {
        if (recorded++ > 0) return;
        await organisation.record([rename('r3', '2016-01-01', 'A4'), establish('c', '2016', 'a')]);
        await organisation.record([{ kind: 'reschedule', change: 'r3', on: '2016-03' }]);
        await organisation.record([{ kind: 'reschedule', change: 'r1', on: '2018' }]);
        await organisation.record([{ kind: 'reschedule', change: 'p4', on: '2026' }]);
        await organisation.record([{ kind: 'reschedule', change: 'm', on: '2016-02-01' }]);
        await organisation.record([{ kind: 'reschedule', change: 'm', on: '2017-02-01' }]);
        await organisation.recordAll([{ matters: 2 }, { enact: ['p1'] }]);
        await organisation.record([{ kind: 'reschedule', change: 'p1', on: '2023' }]);
        await organisation.recordAll([{ annul: 'p2' }, pending('p3', '2024'), { suspend: 'r1' }]);
        await recordedOrganisation();
      },
    });
    expect(await verifyReadModel(database, organisation.id)).toMatchObject({ ok: true });
    const { rows } = await database.pool().query<object>(STORED_FACT_ROWS, [organisation.id]);
    expect(rows.map((row) => JSON.stringify(row)).sort()).toEqual(factRowsOf(organisation.timeline));
    const rebuiltDuring = await contents();
    await rebuild(database);
    expect(await contents()).toEqual(rebuiltDuring);
  });

  it('lets writers go on, and others rebuild at the same time', async () => {
    let rebuilding = true;
    const write = async () => {
      let written = 0;
      for (; rebuilding; written++) {
        await organisation.record([rename(`w${written}`, '2020-01-01', `W${written}`)]);
        if (written % 3 === 0) await organisation.record([{ kind: 'cancel', change: `w${written}` }]);
      }
      return written;
    };
    const writing = write();
    for (let i = 0; i < 3; i++) await Promise.all([rebuild(database), rebuild(database)]);
    rebuilding = false;
    expect(await writing).toBeGreaterThan(0);
    expect(await verifyReadModel(database, organisation.id)).toMatchObject({ ok: true });
  });

  it('gives way to a long reader and to the writers meanwhile', async () => {
    const reader = await database.pool().connect();
    await reader.query('begin');
    await reader.query('select count(*) from read_model.fact');
    const rebuilding = rebuild(database);
    for (let i = 0; i < 20; i++) await organisation.record([rename(`w${i}`, '2020-01-01', `W${i}`)]);
    await reader.query('commit');
    reader.release();
    await rebuilding;
    expect(await verifyReadModel(database, organisation.id)).toMatchObject({ ok: true });
  });

  it('leaves the live one alone when it is killed half-way, and can begin again', async () => {
    const before = await contents();
    const killed = rebuild(database, {
      async onProgress() {
        const { rowCount } = await database.ownerPool().query(
          `select pg_terminate_backend(pid) from pg_stat_activity
           where datname = current_database() and backend_xid is not null`,
        );
        expect(rowCount).toBe(1);
      },
    });
    await expect(killed).rejects.toThrow();
    expect(await contents()).toEqual(before);
    await rebuild(database);
    expect(await contents()).toEqual(before);
    const { rows } = await database.ownerPool().query(`select to_regnamespace('read_model_next') as left`);
    expect(rows).toEqual([{ left: null }]);
  });
});
