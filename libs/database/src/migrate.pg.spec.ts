import { describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/index.js';
import { ownServer, testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { migrate, openDatabase } from './index.js';

describe('migrate', () => {
  it('runs every migration once, though two processes start at the same moment', async () => {
    const where = { ...ownServer(), durable: false };
    const [one, two] = await Promise.all([openDatabase(where), openDatabase(where)]);
    const runs = await Promise.all([migrate(one), migrate(two)]);
    expect(runs.flat()).toHaveLength(migrations.length);
    expect(await migrate(one)).toEqual([]);
    await one.close();
    await two.close();
  });

  it('finds nothing to do in a test database', async () => {
    const database = await testDatabase();
    expect(await migrate(database)).toEqual([]);
    await database.close();
  });

  it.each(migrations.map((_, released) => released))(
    'makes of a database with the first %i migrations what it makes of an empty one',
    async (released) => {
      const earlier = await testDatabase({ migrations: released });
      const fresh = await testDatabase();
      expect(await migrate(earlier)).toHaveLength(migrations.length - released);
      expect(await schemaOf(earlier)).toEqual(await schemaOf(fresh));
      await earlier.close();
      await fresh.close();
    },
  );
});

/** Tables, columns, indexes, functions, triggers and who may use them. */
async function schemaOf(database: TestDatabase): Promise<object> {
  const queries = [
    `select table_schema, table_name, column_name, data_type, is_nullable, collation_name from information_schema.columns
     where table_schema in ('ledger', 'read_model', 'scenario') order by 1, 2, ordinal_position`,
    `select indexdef from pg_indexes where schemaname in ('ledger', 'read_model', 'scenario') order by 1`,
    `select pg_get_functiondef(oid) as definition, proacl::text from pg_proc
     where pronamespace in ('ledger'::regnamespace, 'read_model'::regnamespace, 'scenario'::regnamespace) order by 1`,
    `select table_schema, table_name, grantee, privilege_type from information_schema.role_table_grants
     where table_schema in ('ledger', 'read_model', 'scenario') order by 1, 2, 3, 4`,
    `select event_object_schema, event_object_table, trigger_name, event_manipulation, action_statement
     from information_schema.triggers
     where event_object_schema in ('ledger', 'read_model', 'scenario') order by 1, 2, 3, 4`,
  ];
  const answers = await Promise.all(queries.map((sql) => database.ownerPool().query<object>(sql)));
  for (const { rows } of answers) expect(rows.length).toBeGreaterThan(0);
  return answers.map(({ rows }) => rows);
}
