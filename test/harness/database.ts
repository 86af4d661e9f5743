import { randomUUID } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { migrate, openDatabase, poolOf, withClient, type Database } from '#database';
import type pg from 'pg';
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
  /** What it holds besides. */
  readonly holds?: TestDatabaseContent;
}

/** Content that is made once in a run, by the first test that asks for it, and cloned for all. */
export interface TestDatabaseContent {
  /** Lower-case letters, digits and underscores. */
  readonly name: string;
  fill(database: Database): Promise<void>;
}

const template = 'kronika_template';
/** Advisory locks: one for the empty template, one for those with content, which take longer to make. */
const [EMPTY, FILLED] = [1, 2];

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
      const from = await templateFor(options, dataDir, client);
      await client.query(`create database ${name} template ${from}`);
    });
    const database = await openDatabase({ dataDir, name, quiet: true, durable: false });
    if (options.migrations !== undefined) await migrate(database, migrations.slice(0, options.migrations));
    let owners: pg.Pool | undefined;
    return {
      ...database,
      name,
      ownerPool: () => (owners ??= poolOf(database.ownerConfig)),
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

/** The database to clone, made if this run has none yet. */
async function templateFor(
  { migrations: upTo, holds }: TestDatabaseOptions,
  dataDir: string,
  client: pg.Client,
): Promise<string> {
  await client.query('select pg_advisory_lock($1)', [EMPTY]);
  if (upTo !== undefined) return 'template1';
  await makeTemplate(template, dataDir, client, { from: 'template1', fill: migrate });
  if (holds === undefined) return template;
  await client.query('select pg_advisory_unlock($1)', [EMPTY]);
  await client.query('select pg_advisory_lock($1)', [FILLED]);
  const filled = `${template}_${holds.name}`;
  await makeTemplate(filled, dataDir, client, { from: template, fill: (database) => holds.fill(database) });
  return filled;
}

async function makeTemplate(
  name: string,
  dataDir: string,
  client: pg.Client,
  { from, fill }: { readonly from: string; fill(database: Database): Promise<unknown> },
): Promise<void> {
  const { rows } = await client.query('select from pg_database where datname = $1', [name]);
  if (rows.length > 0) return;
  const unfinished = `${name}_unfinished`;
  await client.query(`drop database if exists ${unfinished} with (force)`);
  await client.query(`create database ${unfinished} template ${from}`);
  const database = await openDatabase({ dataDir, name: unfinished, quiet: true, durable: false });
  try {
    await fill(database);
  } finally {
    await database.close();
  }
  await client.query(`alter database ${unfinished} rename to ${name}`);
}
