import pg from 'pg';
import { CONNECTIONS, requireContender, type Contender } from './contender.js';
import type { Database } from './instance.js';
import { ensure } from './rounds.js';

/** The parts of @castore/event-storage-adapter-postgres that the bench uses. */
interface CastorePostgres {
  PostgresEventStorageAdapter: {
    new (options: { connectionString: string }): CastoreAdapter;
    createEventTable(options: { connectionString: string }): Promise<unknown>;
  };
}

interface CastoreAdapter {
  pushEvent(
    event: { aggregateId: string; version: number; type: string; payload: unknown },
    options: { eventStoreId: string },
  ): Promise<{ event: { version: number } }>;
  _sql: { end(): Promise<void> };
}

/** Castore takes nothing but a connection string; its driver reads a socket folder and a pool size from the environment only. */
function withEnvironment<T>(database: Database, work: () => T): T {
  const wanted = {
    PGHOST: database.host,
    PGPORT: String(database.port),
    PGUSER: database.user,
    PGMAX: String(CONNECTIONS),
  };
  const before = Object.keys(wanted).map((name) => [name, process.env[name]] as const);
  Object.assign(process.env, wanted);
  try {
    return work();
  } finally {
    for (const [name, value] of before) {
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  }
}

export async function openCastore(database: Database): Promise<Contender> {
  const { PostgresEventStorageAdapter } = requireContender(
    '@castore/event-storage-adapter-postgres',
  ) as CastorePostgres;
  const connectionString = `postgresql:///${database.name}`;
  await withEnvironment(database, () => PostgresEventStorageAdapter.createEventTable({ connectionString }));
  const adapter = withEnvironment(database, () => new PostgresEventStorageAdapter({ connectionString }));
  const pool = new pg.Pool({ connectionString: database.url, max: 1 });

  const number = async (sql: string): Promise<number> =>
    Number((await pool.query<{ n: string }>(sql)).rows[0]!.n);
  return {
    name: 'Castore',
    async appendOne(stream, event) {
      const pushed = await adapter.pushEvent(
        { aggregateId: stream.id, version: stream.length + 1, type: event.type, payload: event.data },
        { eventStoreId: 'unit' },
      );
      stream.length++;
      ensure(pushed.event.version === stream.length, 'Castore answered another version than expected.');
    },
    count: () => number('SELECT count(*) AS n FROM event'),
    async checkOrder() {
      const gaps = await number(
        'SELECT count(*) AS n FROM (SELECT max(version) <> count(*) AS gap FROM event GROUP BY aggregate_id) s WHERE gap',
      );
      ensure(gaps === 0, 'Castore left a gap in a stream.');
    },
    async close() {
      await adapter._sql.end();
      await pool.end();
    },
  };
}
