import { randomUUID } from 'node:crypto';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from as copyFrom, to as copyTo } from 'pg-copy-streams';
import type { Database } from './instance.js';
import { ensure, timed } from './rounds.js';
import type { FactTable, StoredEvent } from './subject.js';

/** Milliseconds that PostgreSQL needs to take in these events by COPY into a table with a primary key, committed. */
export async function copyEvents(pool: pg.Pool, events: readonly StoredEvent[]): Promise<number> {
  const organisation = randomUUID();
  await pool.query(`CREATE TABLE IF NOT EXISTS copied_event (
    organisation uuid NOT NULL, position bigint NOT NULL, id uuid NOT NULL, type text NOT NULL, schema_version int NOT NULL,
    recorded_at timestamptz NOT NULL, data jsonb NOT NULL, hash bytea NOT NULL, PRIMARY KEY (organisation, position))`);
  const hash = '\\\\x' + 'ab'.repeat(32);
  const blocks: string[] = [];
  for (let start = 0; start < events.length; start += 200) {
    let block = '';
    for (let i = start; i < Math.min(start + 200, events.length); i++) {
      const { type, data } = events[i]!;
      block += `${organisation}\t${i + 1}\t${randomUUID()}\t${type}\t1\t2026-01-01T00:00:00Z\t${escaped(JSON.stringify(data))}\t${hash}\n`;
    }
    blocks.push(block);
  }
  const client = await pool.connect();
  try {
    const took = await timed(() =>
      pipeline(Readable.from(blocks), client.query(copyFrom('COPY copied_event FROM STDIN'))),
    );
    const { rows } = await client.query<{ n: string }>(
      'SELECT count(*) AS n FROM copied_event WHERE organisation = $1',
      [organisation],
    );
    ensure(Number(rows[0]!.n) === events.length, 'COPY stored another number of rows than it was given.');
    return took;
  } finally {
    client.release();
  }
}

/** Rows of tables, held in memory, and the same tables empty beside them, keys and indexes included. */
export interface CopiedTables {
  readonly rows: number;
  /** Empties the copies and fills them again; milliseconds. */
  refill(): Promise<number>;
  close(): Promise<void>;
}

export async function copyTables(database: Database, tables: readonly FactTable[]): Promise<CopiedTables> {
  const client = new pg.Client({ connectionString: database.url });
  // After a failure the server may go before it.
  client.on('error', () => undefined);
  await client.connect();
  await client.query('CREATE SCHEMA IF NOT EXISTS bench_copy');
  const copies: { name: string; blocks: Buffer[] }[] = [];
  let rows = 0;
  for (const [i, { table, where }] of tables.entries()) {
    const name = `bench_copy.t${i}`;
    const blocks: Buffer[] = [];
    for await (const block of client.query(copyTo(`COPY (SELECT * FROM ${table} WHERE ${where}) TO STDOUT`)))
      blocks.push(block as Buffer);
    await client.query(
      `DROP TABLE IF EXISTS ${name}; CREATE TABLE ${name} (LIKE ${table} INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING INDEXES)`,
    );
    rows += Number(
      (await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${table} WHERE ${where}`)).rows[0]!.n,
    );
    copies.push({ name, blocks });
  }
  return {
    rows,
    async refill() {
      for (const { name } of copies) await client.query(`TRUNCATE ${name}`);
      const took = await timed(async () => {
        for (const { name, blocks } of copies)
          await pipeline(Readable.from(blocks), client.query(copyFrom(`COPY ${name} FROM STDIN`)));
      });
      let stored = 0;
      for (const { name } of copies)
        stored += Number((await client.query<{ n: string }>(`SELECT count(*) AS n FROM ${name}`)).rows[0]!.n);
      ensure(stored === rows, 'COPY stored another number of rows than it was given.');
      return took;
    },
    async close() {
      await client.query('DROP SCHEMA bench_copy CASCADE');
      await client.end();
    },
  };
}

function escaped(text: string): string {
  return text.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n');
}
