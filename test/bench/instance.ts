import { chmodSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import { openDatabase } from '#database';

/** A database of the bench's instance. */
export interface Database {
  readonly name: string;
  /** The folder of the instance: `openDatabase({ dataDir, name })` opens the same. */
  readonly dataDir: string;
  /** The folder of the Unix socket. */
  readonly host: string;
  readonly port: number;
  readonly user: string;
  readonly url: string;
}

export interface Instance {
  readonly version: string;
  /** The settings that decide what a commit is worth, and the sizes that matter. */
  readonly settings: Readonly<Record<string, string>>;
  /** Makes an empty database; each contestant gets its own. */
  createDatabase(name: string): Promise<Database>;
  /** Writes out what is pending, so that nobody pays for the contestant before. */
  checkpoint(): Promise<void>;
  stop(): Promise<void>;
}

const PORT = 5432;
const SAFETY = ['fsync', 'synchronous_commit', 'full_page_writes'];
const SIZES = ['shared_buffers', 'work_mem', 'max_wal_size'];

/**
 * The product's own embedded PostgreSQL with its own settings and full durability, in a new folder of the system's
 * temporary folder, for everybody in the bench.
 */
export async function startInstance(): Promise<Instance> {
  const dataDir = mkdtempSync(join(tmpdir(), 'kronika-bench-'));
  chmodSync(dataDir, 0o755);
  const held = await openDatabase({ dataDir, name: 'bench', quiet: true });
  const admin = new pg.Pool({ ...held.ownerConfig, max: 1 });
  // Its connection may see the server go before it has gone itself.
  admin.on('error', () => undefined);
  const remove = (): void => rmSync(dataDir, { recursive: true, force: true });
  process.once('exit', remove);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(130));
  const { host, user } = held.ownerConfig;
  if (!host || !user) throw new Error('The embedded database told no socket or no user.');
  const show = async (name: string): Promise<string> =>
    Object.values((await admin.query<Record<string, string>>(`SHOW ${name}`)).rows[0]!)[0]!;
  const settings: Record<string, string> = {};
  for (const name of [...SAFETY, ...SIZES]) settings[name] = await show(name);
  for (const name of SAFETY)
    if (settings[name] !== 'on')
      throw new Error(`${name} is ${settings[name]}: figures without durability mean nothing.`);
  return {
    version: await show('server_version'),
    settings,
    async createDatabase(name) {
      await admin.query(`CREATE DATABASE ${pg.escapeIdentifier(name)}`);
      return {
        name,
        dataDir,
        host,
        port: PORT,
        user,
        url: `postgresql://${user}@/${name}?host=${encodeURIComponent(host)}&port=${PORT}`,
      };
    },
    async checkpoint() {
      await admin.query('CHECKPOINT');
    },
    async stop() {
      const { rows } = await admin.query<{ data_directory: string }>('SHOW data_directory');
      await settled(admin);
      await admin.end();
      await held.close();
      const lock = join(rows[0]!.data_directory, 'postmaster.pid');
      for (const deadline = Date.now() + 30_000; existsSync(lock) && Date.now() < deadline;) await pause(20);
      remove();
    },
  };
}

/** Waits until the contestants' closed connections have gone at the server's end too. */
async function settled(admin: pg.Pool): Promise<void> {
  for (const deadline = Date.now() + 5_000; Date.now() < deadline; await pause(20)) {
    const { rows } = await admin.query<{ n: string }>(
      "SELECT count(*) AS n FROM pg_stat_activity WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()",
    );
    if (Number(rows[0]!.n) === 0) return;
  }
}
