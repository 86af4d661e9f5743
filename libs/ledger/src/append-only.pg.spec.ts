import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Pool } from 'pg';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { command, contractEventTypes, organisationDraft } from './testing/ledger-drafts.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';

const REFUSED = 'KL002';
const FORBIDDEN = '42501';
const tables = ['event', 'command', 'organisation', 'head'];

describe('what is written stays written', () => {
  let database: TestDatabase;
  const draft = organisationDraft();

  beforeAll(async () => {
    database = await testDatabase();
    const store = new PostgresLedgerStore(database.pool(), contractEventTypes);
    await store.register(draft);
    await store.append(draft.id, [command({})]);
  });
  afterAll(() => database.close());

  const attempt = (pool: Pool, sql: string) =>
    pool.query(sql).then(
      () => 'done',
      (error: { code?: string }) => error.code,
    );

  const changes = tables.flatMap((table) => [
    `update ledger.${table} set organisation_id = organisation_id`,
    `delete from ledger.${table}`,
    `delete from ledger.${table} where false`,
    `truncate ledger.${table}`,
    `truncate ledger.${table} cascade`,
  ]);

  it.each(changes.filter((sql) => sql !== changes.find((s) => s.includes('update ledger.head'))))(
    'the owner cannot: %s',
    async (sql) => {
      expect(await attempt(database.ownerPool(), sql)).toBe(REFUSED);
    },
  );

  it.each([
    ...changes,
    ...tables.map((table) => `insert into ledger.${table} select * from ledger.${table}`),
    ...tables.map((table) => `alter table ledger.${table} disable trigger all`),
    `drop schema ledger cascade`,
    `create or replace function ledger.refuse_change() returns trigger language plpgsql as 'begin return null; end'`,
    `create table ledger.mine ()`,
  ])('the application cannot: %s', async (sql) => {
    expect(await attempt(database.pool(), sql)).toBe(FORBIDDEN);
  });

  it('the application can read', async () => {
    for (const table of tables) {
      expect((await database.pool().query(`select from ledger.${table}`)).rowCount).toBeGreaterThan(0);
    }
  });

  it('a schema put in front does not deceive the append', async () => {
    const client = await database.ownerPool().connect();
    try {
      await client.query('begin');
      await client.query('create schema trap');
      await client.query(
        `create function trap.clock_timestamp() returns timestamptz language sql return timestamptz '2000-01-01'`,
      );
      await client.query('grant usage on schema trap to kronika_app');
      await client.query('set local search_path = trap, pg_catalog');
      const { rows } = await client.query<{ late: boolean }>(
        `select a.started_at > '2020-01-01' as late
         from ledger.append($1, 'trap', '00', '{2}', '', null, null, '{1}', array[$1::uuid], 'Noted', '{1}', '', '{') a`,
        [draft.id],
      );
      expect(rows[0]?.late).toBe(true);
    } finally {
      await client.query('rollback');
      client.release();
    }
  });
});
