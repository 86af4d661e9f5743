import { createHash } from 'node:crypto';
import { chmodSync, chownSync, existsSync, lstatSync, mkdirSync, realpathSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DatabaseError } from './database-error.js';
import { accountCan, type ServerAccount } from './server-account.js';

/** Where an embedded server keeps its things. All paths are absolute. */
export interface DataFolder {
  /** Belongs to the server's account; holds everything but the socket. */
  readonly root: string;
  /** The PostgreSQL data directory. */
  readonly cluster: string;
  /** The named pipe that the running clients hold open: see `server-supervisor.ts`. */
  readonly clients: string;
  /** The server's log. */
  readonly log: string;
  /** The folder of the Unix socket, closed to other accounts. */
  readonly sockets: string;
}

/** The longest path of a Unix socket that every system takes. */
const longestSocketPath = 100;

/**
 * Makes the folders of the embedded server: in `directory`, or in the system's temporary folder when the
 * server's account cannot reach that (a checkout under root's home, say).
 */
export function dataFolder(
  directory: string,
  account: ServerAccount,
  say: (line: string) => void,
): DataFolder {
  const wanted = resolve(directory);
  if (!existsSync(wanted)) {
    mkdirSync(wanted, { recursive: true });
    if (account.borrowed) chmodSync(wanted, 0o755);
  }
  const key = createHash('sha256').update(realpathSync(wanted)).digest('hex').slice(0, 12);
  let root = join(wanted, 'database');
  makeOwn(root, account);
  if (!accountCan(account, 'w', root)) {
    if (!account.borrowed) throw new DatabaseError('DATABASE_FOLDER', `${root} cannot be written.`);
    root = join(tmpdir(), `kronika-data-${key}`);
    makeOwn(root, account);
    if (!existsSync(join(root, 'cluster'))) {
      say(
        `PostgreSQL cannot run as root and its account cannot reach ${wanted}: the data is kept in ${root}, ` +
          'which the system may empty. Set KRONIKA_DATA to a folder that other accounts can reach.',
      );
    }
  }
  return {
    root,
    cluster: join(root, 'cluster'),
    clients: join(root, 'clients'),
    log: join(root, 'postgresql.log'),
    sockets: socketFolder(key, account),
  };
}

function socketFolder(key: string, account: ServerAccount): string {
  const name = `kronika-${account.uid}-${key}`;
  const inTemporary = join(tmpdir(), name);
  const folder =
    Buffer.byteLength(join(inTemporary, '.s.PGSQL.5432.lock')) < longestSocketPath
      ? inTemporary
      : join('/tmp', name);
  makeOwn(folder, account);
  return folder;
}

/** Makes a folder that only the server's account enters; refuses one that belongs to somebody else. */
export function makeOwn(folder: string, account: ServerAccount): void {
  const found = lstatSync(folder, { throwIfNoEntry: false });
  if (!found) {
    mkdirSync(folder, { recursive: true, mode: 0o700 });
    if (account.borrowed) chownSync(folder, account.uid, account.gid);
    return;
  }
  if (!found.isDirectory() || (found.uid !== account.uid && !(account.borrowed && found.uid === 0))) {
    throw new DatabaseError(
      'DATABASE_FOLDER',
      `${folder} belongs to another account. Start as that account, or set KRONIKA_DATA to a folder of your own.`,
    );
  }
  if (found.uid !== account.uid) chownSync(folder, account.uid, account.gid);
  if ((found.mode & 0o077) !== 0) chmodSync(folder, 0o700);
}
