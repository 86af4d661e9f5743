import { randomBytes, randomUUID } from 'node:crypto';
import { execFile } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { promisify } from 'node:util';
import { dataFolder, makeOwn, type DataFolder } from './data-folder.js';
import { DatabaseError, errorCode } from './database-error.js';
import { postgresBinaries } from './postgres-binaries.js';
import { postmaster, removeStalePostmaster } from './postmaster-file.js';
import { serverAccount, type ServerAccount } from './server-account.js';
import { joinSupervisor, startSupervisor, type ClientHold } from './server-supervisor.js';

/** How to run an embedded server. */
export interface EmbeddedServerOptions {
  /** The folder that everything lies in; made if missing. */
  readonly directory: string;
  /** False: faster, and loses data when the machine stops. For tests that do not test durability. */
  readonly durable: boolean;
  /** Told in plain words what takes time or is unusual. */
  readonly say: (line: string) => void;
}

/** A PostgreSQL of our own, shared with the other processes that hold it. */
export interface EmbeddedServer {
  /** The folder of its Unix socket: the `host` of a connection. */
  readonly sockets: string;
  readonly folder: DataFolder;
  /** Starts PostgreSQL again if it has gone since; cheap when it has not. */
  ensureRunning(): Promise<void>;
  /** Lets go of it. PostgreSQL stops when the last process has let go or ended. */
  release(): void;
}

/** The superuser of an embedded server. */
export const embeddedUser = 'kronika';

const run = promisify(execFile);

/** Joins the embedded server of a folder, starting it when it does not run. */
export async function holdEmbeddedServer(options: EmbeddedServerOptions): Promise<EmbeddedServer> {
  const account = serverAccount();
  const folder = dataFolder(options.directory, account, options.say);
  let hold = await joinOrStart(folder, account, options);
  let joining: Promise<ClientHold> | null = null;
  let released = false;
  return {
    sockets: folder.sockets,
    folder,
    async ensureRunning() {
      if (released || hold.write('\n')) return;
      joining ??= joinOrStart(folder, account, options).finally(() => (joining = null));
      const next = await joining;
      if (next === hold) return;
      hold.release();
      hold = next;
      if (released) hold.release();
    },
    release() {
      released = true;
      hold.release();
    },
  };
}

/** Bytes; looked at when the server starts. */
const longestLog = 10_000_000;
const pollMs = 5;
const askAgainMs = 200;
/** How long an instance that is shutting down, or a starting one, may take. Recovery after a crash is a start. */
const patienceMs = 120_000;
/** What PostgreSQL says when another instance is still there, or still going. */
const busy =
  /lock file ".*" already exists|pre-existing shared memory block|could not bind Unix address|could not create lock file .*No such file/;

async function joinOrStart(
  folder: DataFolder,
  account: ServerAccount,
  options: EmbeddedServerOptions,
): Promise<ClientHold> {
  const deadline = Date.now() + patienceMs;
  for (;;) {
    const running = joinSupervisor(folder, account);
    if (running) {
      if (await serves(running, folder, deadline)) return running;
      running.release();
    } else {
      if (sizeOf(folder.log) > longestLog) renameSync(folder.log, `${folder.log}.old`);
      const logBefore = sizeOf(folder.log);
      const binaries = postgresBinaries(account, options.say);
      // The last supervisor removed the socket's folder.
      makeOwn(folder.sockets, account);
      await makeCluster(folder, account, binaries.initdb, options);
      const started = startSupervisor(folder, account, [
        binaries.postgres,
        ...serverSettings(folder, options),
      ]);
      if (await serves(started.hold, folder, deadline)) return started.hold;
      started.hold.release();
      const told = logSince(folder.log, logBefore);
      if (/lock file ".*" already exists/.test(told)) removeStalePostmaster(folder);
      else if (!busy.test(told) && /FATAL|PANIC|error while loading|not found|denied/.test(told)) {
        throw new DatabaseError(
          'DATABASE_START_FAILED',
          `PostgreSQL does not start (${folder.log}):\n${told}`,
        );
      }
    }
    if (Date.now() > deadline) {
      throw new DatabaseError('DATABASE_START_FAILED', `PostgreSQL does not start; see ${folder.log}`);
    }
    await pause(30);
  }
}

/** Waits until the supervisor at the other end has a PostgreSQL that takes connections; false if it goes. */
async function serves(hold: ClientHold, folder: DataFolder, deadline: number): Promise<boolean> {
  let answer = '';
  let askedAt = 0;
  try {
    while (Date.now() < deadline) {
      const now = Date.now();
      if (now - askedAt > askAgainMs) {
        if (answer) rmSync(answer, { force: true });
        const name = randomBytes(8).toString('hex');
        answer = join(folder.root, `answer-${name}`);
        askedAt = now;
        if (!hold.write(`${name}\n`)) return false;
      } else if (!hold.write('\n')) return false;
      const told = existsSync(answer) ? readFileSync(answer, 'utf8') : '';
      const server = told.endsWith('\n') ? postmaster(folder.cluster) : null;
      if (server?.pid === Number(told) && server.status === 'ready') return true;
      await pause(pollMs);
    }
    return false;
  } finally {
    rmSync(answer, { force: true });
  }
}

/** Makes the data directory in one step: several processes may try, one wins. */
async function makeCluster(
  folder: DataFolder,
  account: ServerAccount,
  initdb: string,
  options: EmbeddedServerOptions,
): Promise<void> {
  if (existsSync(folder.cluster)) return;
  options.say('Making a new PostgreSQL database');
  const unfinished = join(folder.root, `new-${randomUUID()}`);
  mkdirSync(unfinished, { mode: 0o700 });
  const { uid, gid } = account;
  if (account.borrowed) chownSync(unfinished, uid, gid);
  const settings = ['--auth=trust', '--encoding=UTF8', '--locale=C', '--locale-provider=builtin'];
  settings.push(
    '--builtin-locale=C.UTF-8',
    '--no-instructions',
    `--username=${embeddedUser}`,
    '-D',
    unfinished,
  );
  if (!options.durable) settings.push('--no-sync');
  try {
    await run(initdb, settings, {
      uid,
      gid,
      cwd: folder.root,
      env: { PATH: process.env['PATH'], LC_ALL: 'C', TZ: 'UTC' },
    });
    renameSync(unfinished, folder.cluster);
  } catch (cause) {
    rmSync(unfinished, { recursive: true, force: true });
    if (errorCode(cause) === 'ENOTEMPTY' || errorCode(cause) === 'EEXIST') return;
    throw new DatabaseError(
      'DATABASE_START_FAILED',
      `No new database in ${folder.cluster}: ${String(cause)}`,
      { cause },
    );
  }
}

function serverSettings(folder: DataFolder, options: EmbeddedServerOptions): string[] {
  const settings: Record<string, string> = {
    listen_addresses: '',
    unix_socket_directories: folder.sockets,
    unix_socket_permissions: '0700',
    max_connections: '100',
    max_wal_size: '4GB',
    random_page_cost: '1.1',
    jit: 'off',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_checkpoints: 'off',
  };
  if (!options.durable)
    Object.assign(settings, { fsync: 'off', full_page_writes: 'off', synchronous_commit: 'off' });
  return [
    '-D',
    folder.cluster,
    ...Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
  ];
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0;
}

function logSince(file: string, position: number): string {
  return existsSync(file) ? readFileSync(file).subarray(position).toString('utf8').trim() : '';
}
