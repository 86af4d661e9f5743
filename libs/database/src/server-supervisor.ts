import { spawn, spawnSync } from 'node:child_process';
import { closeSync, constants, existsSync, openSync, writeSync } from 'node:fs';
import { DatabaseError, errorCode } from './database-error.js';
import type { DataFolder } from './data-folder.js';
import type { ServerAccount } from './server-account.js';

/**
 * The supervisor of one PostgreSQL: a shell that lives exactly as long as it is needed.
 *
 * Every client process holds the named pipe `clients` open for writing. The kernel closes it when the
 * process ends, however it ends, so the end of the file means that nobody is left: PostgreSQL gets SIGINT
 * (fast shutdown). A client asks "do you serve me?" by writing a name; the answer is a file of that name
 * holding PostgreSQL's pid. Once answered, the end of the file cannot come before that client goes.
 * When PostgreSQL ends by itself, the pipe loses its reader and clients notice at their next write.
 *
 * No lock file is needed: two supervisors started at once both start a PostgreSQL, whose own interlock on
 * the data directory lets one live; the other one's supervisor goes with it.
 */
const script = `
pipe=$1 answers=$2 log=$3 sockets=$4
shift 4
exec 3<"$pipe" || exit 1
exec </dev/null >>"$log" 2>&1
"$@" 3<&- &
postgres=$!
(
  while read -r name <&3; do
    case $name in
      '' | *[!0-9a-f]*) ;;
      *) echo "$postgres" >"$answers/answer-$name" ;;
    esac
  done
  kill -INT "$postgres"
) &
reader=$!
exec 3<&-
wait "$postgres"
status=$?
kill "$reader" 2>/dev/null
rmdir "$sockets" 2>/dev/null
exit "$status"
`;

/** A hold on the running server: while it is open, the supervisor does not stop PostgreSQL. */
export interface ClientHold {
  /** False when there is no supervisor at the other end any more. */
  write(text: string): boolean;
  release(): void;
}

/** Joins the clients of a running supervisor; null if there is none. */
export function joinSupervisor(folder: DataFolder, account: ServerAccount): ClientHold | null {
  if (!existsSync(folder.clients)) makePipe(folder, account);
  try {
    return clientHold(openSync(folder.clients, constants.O_WRONLY | constants.O_NONBLOCK));
  } catch (error) {
    if (errorCode(error) === 'ENXIO') return null;
    throw error;
  }
}

/** Starts a supervisor with a PostgreSQL and joins it. `ended` is settled when the supervisor has gone. */
export function startSupervisor(
  folder: DataFolder,
  account: ServerAccount,
  command: readonly string[],
): { hold: ClientHold; ended: () => boolean } {
  // Open for both, so that neither side waits for the other; the shell keeps only a reader.
  const both = openSync(folder.clients, constants.O_RDWR);
  let over = false;
  try {
    const hold = clientHold(openSync(folder.clients, constants.O_WRONLY | constants.O_NONBLOCK));
    const child = spawn(
      '/bin/sh',
      ['-c', script, 'kronika-postgres', folder.clients, folder.root, folder.log, folder.sockets, ...command],
      {
        uid: account.uid,
        gid: account.gid,
        cwd: folder.root,
        detached: true,
        stdio: [both, 'ignore', 'ignore'],
        env: { PATH: process.env['PATH'] ?? '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' },
      },
    );
    child.on('exit', () => (over = true));
    child.on('error', () => (over = true));
    child.unref();
    return { hold, ended: () => over };
  } finally {
    closeSync(both);
  }
}

function clientHold(descriptor: number): ClientHold {
  let open = true;
  return {
    write(text) {
      if (!open) return false;
      try {
        writeSync(descriptor, text);
      } catch (error) {
        if (errorCode(error) === 'EPIPE') return false;
        if (errorCode(error) !== 'EAGAIN') throw error;
      }
      return true;
    },
    release() {
      if (open) closeSync(descriptor);
      open = false;
    },
  };
}

function makePipe(folder: DataFolder, account: ServerAccount): void {
  const { uid, gid } = account;
  const made = spawnSync('mkfifo', ['-m', '600', folder.clients], { uid, gid, cwd: '/', encoding: 'utf8' });
  if (made.status !== 0 && !existsSync(folder.clients)) {
    throw new DatabaseError(
      'DATABASE_FOLDER',
      `No named pipe at ${folder.clients}: ${made.error ?? made.stderr}`,
    );
  }
}
