import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, openDatabase, withClient, type Database } from '#database';
import pg from 'pg';
import { migrations } from '../../migrations/index.js';

/** A database of one's own on this run's PostgreSQL, migrated and empty. `close` also removes it. */
export interface TestDatabase extends Database {
  readonly name: string;
  /** A pool with the owner's rights, for arranging and tampering. */
  ownerPool(): pg.Pool;
}

export interface TestDatabaseOptions {
  /** How many of the migrations it has, as an earlier release left it; default: all. */
  readonly migrations?: number;
}

const template = 'kronika_template';

/**
 * Gives a spec file its own database, cloned from the migrated template in some 20 ms. The first caller of a run starts
 * PostgreSQL (without durability: tests of that start a server of their own, see `ownServer`).
 *
 *     const database = await testDatabase();
 *     afterAll(() => database.close());
 */
export async function testDatabase(options: TestDatabaseOptions = {}): Promise<TestDatabase> {
  const dataDir = runFolder();
  const maintenance = await openDatabase({ dataDir, name: 'postgres', quiet: true, durable: false });
  const name = `t_${randomUUID().replaceAll('-', '')}`;
  try {
    await withClient(maintenance.ownerConfig, async (client) => {
      await client.query('select pg_advisory_lock(1)');
      if (options.migrations === undefined) await makeTemplate(dataDir, client);
      const from = options.migrations === undefined ? template : 'template1';
      await client.query(`create database ${name} template ${from}`);
    });
    const database = await openDatabase({ dataDir, name, quiet: true, durable: false });
    if (options.migrations !== undefined) await migrate(database, migrations.slice(0, options.migrations));
    let owners: pg.Pool | undefined;
    return {
      ...database,
      name,
      ownerPool: () => (owners ??= new pg.Pool(database.ownerConfig).on('error', () => undefined)),
      async close() {
        await owners?.end();
        await withClient(maintenance.ownerConfig, (client) =>
          client.query(`drop database ${name} with (force)`),
        );
        await database.close();
        // `maintenance` stays open: the server is to live until the run ends.
      },
    };
  } catch (error) {
    await maintenance.close();
    throw error;
  }
}

/**
 * The options of a durable PostgreSQL of one's own, for tests that kill it. The folder goes when the run ends.
 *
 *     const database = await openDatabase(ownServer());
 */
export function ownServer(): { dataDir: string; quiet: true } {
  const dataDir = join(runFolder(), `own-${randomUUID().slice(0, 8)}`);
  mkdirSync(dataDir, { mode: 0o755 });
  return { dataDir, quiet: true };
}

/** The data folder of this run's PostgreSQL, for processes that open a test database by its name. */
export function testServerFolder(): string {
  return runFolder();
}

function runFolder(): string {
  const folder = process.env['KRONIKA_TEST_RUN'];
  if (!folder) throw new Error('Run the tests with jest: its set-up names the folder of the test database.');
  return folder;
}

async function makeTemplate(dataDir: string, client: pg.Client): Promise<void> {
  const { rows } = await client.query('select from pg_database where datname = $1', [template]);
  if (rows.length > 0) return;
  const unfinished = `${template}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  const database = await openDatabase({ dataDir, name: unfinished, quiet: true, durable: false });
  await migrate(database);
  await database.close();
  await client.query(`alter database ${unfinished} rename to ${template}`);
}
