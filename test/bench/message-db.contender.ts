import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import pg from 'pg';
import { CONNECTIONS, contenderFile, type Contender } from './contender.js';
import type { Database } from './instance.js';
import { ensure } from './rounds.js';

/** In the order of message-db's own install.sh, which needs psql. */
const INSTALL = [
  'roles/message-store',
  'schema/message-store',
  'extensions/pgcrypto',
  'tables/messages',
  'types/message',
  'functions/message-store-version',
  'functions/hash-64',
  'functions/acquire-lock',
  'functions/category',
  'functions/is-category',
  'functions/id',
  'functions/cardinal-id',
  'functions/stream-version',
  'functions/write-message',
  'indexes/messages-id',
  'indexes/messages-stream',
  'indexes/messages-category',
];

/** message-db has no client of its own for Node: its function is called by pg, as a prepared statement. */
export async function openMessageDb(database: Database): Promise<Contender> {
  const pool = new pg.Pool({
    connectionString: database.url,
    max: CONNECTIONS,
    options: '-c search_path=message_store,public -c client_min_messages=warning',
  });
  const installer = await pool.connect();
  for (const file of INSTALL) {
    await installer.query(readFileSync(contenderFile(`@eventide/message-db/database/${file}.sql`), 'utf8'));
  }
  installer.release();

  const number = async (sql: string): Promise<number> =>
    Number((await pool.query<{ n: string }>(sql)).rows[0]!.n);
  return {
    name: 'message-db',
    async appendOne(stream, event) {
      const { rows } = await pool.query<{ position: string }>({
        name: 'write',
        text: 'SELECT message_store.write_message($1, $2, $3, $4, NULL, $5) AS position',
        values: [
          randomUUID(),
          `unit-${stream.id}`,
          event.type,
          JSON.stringify(event.data),
          stream.length - 1,
        ],
      });
      ensure(
        Number(rows[0]!.position) === stream.length,
        'message-db answered another position than expected.',
      );
      stream.length++;
    },
    count: () => number('SELECT count(*) AS n FROM message_store.messages'),
    async checkOrder() {
      const gaps = await number(
        'SELECT count(*) AS n FROM (SELECT max(position) + 1 <> count(*) AS gap FROM message_store.messages GROUP BY stream_name) s WHERE gap',
      );
      ensure(gaps === 0, 'message-db left a gap in a stream.');
    },
    close: () => pool.end(),
  };
}
