import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { DatabaseError } from './database-error.js';

/** The account PostgreSQL runs under. PostgreSQL refuses to run as root. */
export interface ServerAccount {
  readonly uid: number;
  readonly gid: number;
  /** True when it is another account than the one of this process (which then is root). */
  readonly borrowed: boolean;
}

const unprivileged = ['postgres', 'nobody', 'daemon'];

/** This process's own account, or as root the first of postgres, nobody, daemon that the machine has. */
export function serverAccount(): ServerAccount {
  const uid = process.getuid?.();
  const gid = process.getgid?.();
  if (uid === undefined || gid === undefined) {
    throw new DatabaseError(
      'DATABASE_UNSUPPORTED',
      'The embedded PostgreSQL needs Linux or macOS. Set DATABASE_URL to use a server of your own.',
    );
  }
  if (uid !== 0) return { uid, gid, borrowed: false };
  const accounts = new Map(
    readFileSync('/etc/passwd', 'utf8')
      .split('\n')
      .map((line) => line.split(':'))
      .map((fields) => [fields[0], { uid: Number(fields[2]) >>> 0, gid: Number(fields[3]) >>> 0 }]),
  );
  for (const name of unprivileged) {
    const account = accounts.get(name);
    if (account && account.uid !== 0) return { ...account, borrowed: true };
  }
  throw new DatabaseError(
    'DATABASE_UNSUPPORTED',
    `PostgreSQL does not run as root, and none of the accounts ${unprivileged.join(', ')} exists. ` +
      'Start as an ordinary user, or set DATABASE_URL.',
  );
}

/** Whether the account can execute (`x`) or write (`w`) the path: asked of the system, as that account. */
export function accountCan(account: ServerAccount, right: 'x' | 'w', path: string): boolean {
  const { uid, gid } = account;
  const asked = spawnSync('/bin/sh', ['-c', `test -${right} "$1"`, 'sh', path], { uid, gid, cwd: '/' });
  return asked.status === 0;
}
