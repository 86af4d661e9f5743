import type pg from 'pg';
import { migrations } from '../../../migrations/index.js';
import type { MigrationClass } from '../../../migrations/sql-migration.js';
import { errorCode } from './database-error.js';
import { withClient, type Database } from './open-database.js';

const table = 'schema_migration';
const lockTable = 'schema_migration_lock';

/** How PostgreSQL says that another session has just made the table: its key, name or row type is there already. */
const MADE_MEANWHILE: ReadonlySet<string> = new Set(['23505', '42P07', '42710']);

/**
 * Brings the schema up to date. Several processes may start at once: a locked row lets one work while the
 * others wait and then find nothing to do.
 *
 * @param wanted the migrations that there are; the first of them give the schema of an earlier release
 * @returns the names of the migrations that were run, in order
 */
export async function migrate(
  database: Pick<Database, 'ownerConfig'>,
  wanted: readonly MigrationClass[] = migrations,
): Promise<string[]> {
  return withClient(database.ownerConfig, async (client) => {
    if ((await pending(client, wanted)).length === 0) return [];
    await makeLock(client);
    await client.query('begin');
    try {
      await client.query(`select from ${lockTable} where id = 1 for update`);
      if ((await pending(client, wanted)).length === 0) return [];
      return await runPending(database.ownerConfig, wanted);
    } finally {
      await client.query('rollback');
    }
  });
}

/** The names of the migrations that the database lacks. */
async function pending(client: pg.Client, wanted: readonly MigrationClass[]): Promise<string[]> {
  const known = wanted.map((migration) => new migration().name ?? migration.name);
  const { rows } = await client.query<{ present: boolean }>('select to_regclass($1) is not null as present', [
    table,
  ]);
  if (!rows[0]?.present) return known;
  const done = await client.query<{ name: string }>(`select name from ${table}`);
  const names = new Set(done.rows.map(({ name }) => name));
  return known.filter((name) => !names.has(name));
}

async function makeLock(client: pg.Client): Promise<void> {
  try {
    await client.query(`create table if not exists ${lockTable} (id int primary key)`);
  } catch (error) {
    // Two sessions made it at the same moment: "if not exists" does not cover that.
    if (!MADE_MEANWHILE.has(errorCode(error) ?? '')) throw error;
  }
  await client.query(`insert into ${lockTable} values (1) on conflict do nothing`);
}

async function runPending(config: pg.PoolConfig, wanted: readonly MigrationClass[]): Promise<string[]> {
  // Loaded here because it takes a fifth of a second, and most starts have nothing to migrate.
  const { DataSource } = await import('typeorm');
  const source = new DataSource({
    type: 'postgres',
    extra: { ...config, max: 2 },
    migrations: [...wanted],
    migrationsTableName: table,
    migrationsTransactionMode: 'each',
    installExtensions: false,
  });
  await source.initialize();
  try {
    const run = await source.runMigrations();
    return run.map(({ name }) => name);
  } finally {
    await source.destroy();
  }
}
