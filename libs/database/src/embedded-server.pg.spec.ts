import { describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase, withClient, type Database } from './index.js';
import { serverAccount } from './server-account.js';
import { ownServer } from '../../../test/harness/database.js';
import { clientProcess, eventually, isRunning } from '../../../test/harness/processes.js';

function pidFile(dataDir: string): string {
  return join(dataDir, 'database', 'cluster', 'postmaster.pid');
}

function serverOf(dataDir: string): number {
  return Number(readFileSync(pidFile(dataDir), 'utf8').split('\n')[0]);
}

async function note(database: Database, text: string): Promise<void> {
  await withClient(database.ownerConfig, async (client) => {
    await client.query('create table if not exists note (text text)');
    await client.query('insert into note values ($1)', [text]);
  });
}

async function notes(database: Database): Promise<string[]> {
  const { rows } = await withClient(database.ownerConfig, (client) =>
    client.query<{ text: string }>('select text from note order by text'),
  );
  return rows.map(({ text }) => text);
}

describe('an embedded server', () => {
  it('answers with the limited role, whole dates and safe integers', async () => {
    const database = await openDatabase(ownServer());
    const { rows } = await database.pool().query(
      `select current_user as role, 9007199254740991::int8 as n, date 'infinity' as d, array[date '0001-01-01'] as ds,
                timestamptz '2026-01-01 01:00:00.123456+01' as t, array[1::int8, null] as ns`,
    );
    expect(rows).toEqual([
      {
        role: 'kronika_app',
        n: 9007199254740991,
        d: 'infinity',
        ds: ['0001-01-01'],
        t: '2026-01-01 00:00:00.123456+00',
        ns: [1, null],
      },
    ]);
    await expect(database.pool().query('select 9007199254740993::int8')).rejects.toThrow(RangeError);
    await database.close();
  });

  it('stops when the last user closes, and keeps its data', async () => {
    const where = ownServer();
    const first = await openDatabase(where);
    const server = serverOf(where.dataDir);
    await note(first, 'kept');
    await first.close();
    await eventually(() => !isRunning(server), 'PostgreSQL has stopped');
    const second = await openDatabase(where);
    expect(await notes(second)).toEqual(['kept']);
    await second.close();
  });

  it('starts while the one before is still stopping', async () => {
    const where = ownServer();
    for (let round = 0; round < 5; round += 1) {
      const database = await openDatabase(where);
      await note(database, `round ${round}`);
      await database.close();
    }
    const last = await openDatabase(where);
    expect(await notes(last)).toHaveLength(5);
    await last.close();
  });

  it('leaves no PostgreSQL behind a killed process, and starts again with the data', async () => {
    const where = ownServer();
    const client = await clientProcess(where.dataDir);
    const beside = await openDatabase(where);
    await note(beside, 'kept');
    await beside.close();
    expect(isRunning(client.server)).toBe(true);
    await client.kill();
    await eventually(() => !isRunning(client.server), 'PostgreSQL has stopped');
    const next = await openDatabase(where);
    expect(await notes(next)).toEqual(['kept']);
    await next.close();
  });

  it('is one server for processes that start at the same moment', async () => {
    const where = ownServer();
    const clients = await Promise.all([1, 2, 3, 4].map(() => clientProcess(where.dataDir)));
    const server = serverOf(where.dataDir);
    expect(clients.map((client) => client.server)).toEqual([server, server, server, server]);
    for (const client of clients.slice(0, 2)) await client.end();
    const survivor = await openDatabase(where);
    await note(survivor, 'shared');
    for (const client of clients.slice(2)) await client.kill();
    expect(await notes(survivor)).toEqual(['shared']);
    expect(serverOf(where.dataDir)).toBe(server);
    await survivor.close();
    await eventually(() => !isRunning(server), 'PostgreSQL has stopped');
  });

  it('comes back under an open pool after PostgreSQL itself is killed', async () => {
    const where = ownServer();
    const database = await openDatabase(where);
    await note(database, 'committed');
    const pool = database.pool();
    const held = await pool.connect();
    const killed = serverOf(where.dataDir);
    process.kill(killed, 'SIGKILL');
    await eventually(() => !isRunning(killed), 'PostgreSQL is gone');
    // Its children notice a moment later.
    await eventually(
      () =>
        held.query('select 1').then(
          () => false,
          () => true,
        ),
      'the connection is cut',
    );
    held.release(true);
    await eventually(
      () =>
        pool.query('select 1').then(
          () => true,
          () => false,
        ),
      'the pool answers',
    );
    expect(serverOf(where.dataDir)).not.toBe(killed);
    expect(await notes(database)).toEqual(['committed']);
    await database.close();
  });

  it('is not kept from starting by the lock of a killed server whose number another program has', async () => {
    const where = ownServer();
    const first = await openDatabase(where);
    await note(first, 'kept');
    const lock = readFileSync(pidFile(where.dataDir), 'utf8');
    await first.close();
    await eventually(() => !existsSync(pidFile(where.dataDir)), 'PostgreSQL has stopped');
    const { uid, gid } = serverAccount();
    const other = spawn('sleep', ['60'], { uid, gid, cwd: '/' });
    const ended = once(other, 'exit');
    writeFileSync(pidFile(where.dataDir), lock.replace(/^\d+/, String(other.pid)));
    const second = await openDatabase(where);
    expect(await notes(second)).toEqual(['kept']);
    other.kill();
    await ended;
    await second.close();
  });

  it('keeps its data in the temporary folder when it runs as root and its account cannot reach the folder', async () => {
    const { dataDir, quiet } = ownServer();
    chmodSync(dataDir, 0o700);
    const closed = join(dataDir, 'closed');
    const database = await openDatabase({ dataDir: closed, quiet });
    await note(database, 'kept');
    await database.close();
    const again = await openDatabase({ dataDir: closed, quiet });
    expect(await notes(again)).toEqual(['kept']);
    await again.close();
    const elsewhere = again.location.startsWith(join(tmpdir(), 'kronika-data-'));
    expect(elsewhere).toBe(serverAccount().borrowed);
    await eventually(
      () => !existsSync(join(again.location, 'cluster', 'postmaster.pid')),
      'PostgreSQL has stopped',
    );
    rmSync(again.location, { recursive: true });
  });

  it('says why when it cannot start', async () => {
    const where = ownServer();
    const first = await openDatabase(where);
    await first.close();
    await eventually(() => !existsSync(pidFile(where.dataDir)), 'PostgreSQL has stopped');
    writeFileSync(join(where.dataDir, 'database', 'cluster', 'PG_VERSION'), '9.6\n');
    await expect(openDatabase(where)).rejects.toMatchObject({
      code: 'DATABASE_START_FAILED',
      message: expect.stringContaining('incompatible'),
    });
  });
});
