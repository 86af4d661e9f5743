import pg from 'pg';
import { CONNECTIONS, importContender, type Contender, type StreamState } from './contender.js';
import type { Database } from './instance.js';
import { ensure } from './rounds.js';
import type { StoredEvent } from './subject.js';

/** The parts of @event-driven-io/emmett-postgresql that the bench uses. */
interface EmmettPostgresql {
  getPostgreSQLEventStore(
    connectionString: string,
    options: { connectionOptions: { pooled: true; pool: pg.Pool } },
  ): EmmettStore;
  pongoSingleStreamProjection(options: {
    collectionName: string;
    canHandle: readonly string[];
    initialState: () => Record<string, unknown>;
    evolve: (document: Record<string, unknown>, event: StoredEvent) => Record<string, unknown>;
  }): unknown;
  rebuildPostgreSQLProjections(options: { connectionString: string; projections: readonly unknown[] }): {
    start(): Promise<void>;
    close(): Promise<void>;
  };
}

interface EmmettStore {
  appendToStream(
    stream: string,
    events: readonly StoredEvent[],
  ): Promise<{ nextExpectedStreamVersion: bigint }>;
  schema: { migrate(): Promise<unknown> };
  close(): Promise<void>;
}

export interface Emmett extends Contender {
  appendBatch(stream: string, events: readonly StoredEvent[]): Promise<void>;
  /**
   * Rebuilds a one-document-a-stream projection from all events; answers how many documents there are afterwards.
   * `name` must be new each time: a second rebuild of the same projection empties it and reads nothing
   * (0.42.0 does not reset the processor's checkpoint).
   */
  rebuild(name: string): Promise<number>;
}

export async function openEmmett(database: Database): Promise<Emmett> {
  const emmett = (await importContender(
    '@event-driven-io/emmett-postgresql/dist/index.js',
  )) as EmmettPostgresql;
  const pool = new pg.Pool({ connectionString: database.url, max: CONNECTIONS });
  const store = emmett.getPostgreSQLEventStore(database.url, { connectionOptions: { pooled: true, pool } });
  await store.schema.migrate();

  const number = async (sql: string): Promise<number> =>
    Number((await pool.query<{ n: string }>(sql)).rows[0]!.n);
  return {
    name: 'Emmett',
    async appendOne(stream: StreamState, event) {
      const { nextExpectedStreamVersion } = await store.appendToStream(stream.id, [event]);
      stream.length++;
      ensure(
        nextExpectedStreamVersion === BigInt(stream.length),
        'Emmett answered another stream position than expected.',
      );
    },
    async appendBatch(stream, events) {
      await store.appendToStream(stream, events);
    },
    count: () => number('SELECT count(*) AS n FROM emt_messages'),
    async checkOrder() {
      const gaps = await number(
        'SELECT count(*) AS n FROM (SELECT max(stream_position) <> count(*) AS gap FROM emt_messages GROUP BY stream_id) s WHERE gap',
      );
      ensure(gaps === 0, 'Emmett left a gap in a stream.');
    },
    async rebuild(name) {
      const projection = emmett.pongoSingleStreamProjection({
        collectionName: name,
        canHandle: (
          await pool.query<{ t: string }>('SELECT DISTINCT message_type AS t FROM emt_messages')
        ).rows.map(({ t }) => t),
        initialState: () => ({ changes: 0 }),
        evolve: (document, event) => ({
          ...document,
          ...event.data,
          changes: Number(document['changes'] ?? 0) + 1,
        }),
      });
      const consumer = emmett.rebuildPostgreSQLProjections({
        connectionString: database.url,
        projections: [projection],
      });
      try {
        await consumer.start();
      } finally {
        await consumer.close();
      }
      return number(`SELECT coalesce(sum((data->>'changes')::int), 0) AS n FROM "${name}"`);
    },
    async close() {
      await store.close();
      await pool.end();
    },
  };
}
