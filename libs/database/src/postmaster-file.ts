import { spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { existsSync, linkSync, readFileSync, readlinkSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { errorCode } from './database-error.js';
import type { DataFolder } from './data-folder.js';

/** What a running PostgreSQL says about itself in `postmaster.pid`. */
export interface Postmaster {
  readonly pid: number;
  /** The folder of its Unix socket. */
  readonly sockets: string;
  /** `starting`, `ready`, `stopping` or `standby`; empty when not yet written. */
  readonly status: string;
}

/** Reads `postmaster.pid` of a data directory; null when there is none. */
export function postmaster(cluster: string): Postmaster | null {
  const lines = linesOf(join(cluster, 'postmaster.pid'));
  const pid = Number(lines?.[0]);
  if (!lines || !Number.isSafeInteger(pid) || pid <= 0) return null;
  return { pid, sockets: (lines[4] ?? '').trim(), status: (lines[7] ?? '').trim() };
}

/**
 * Removes the lock files of a PostgreSQL that was killed, if their process number has since gone to another
 * program (after a restart of a container, say). PostgreSQL itself clears those of a number that is free.
 */
export function removeStalePostmaster(folder: DataFolder): void {
  for (const file of [join(folder.cluster, 'postmaster.pid'), join(folder.sockets, '.s.PGSQL.5432.lock')]) {
    const pid = Number(linesOf(file)?.[0]);
    if (!Number.isSafeInteger(pid) || pid <= 0 || runsPostgres(pid, folder.cluster)) continue;
    setAside(file, pid);
  }
}

/** Takes the file away in one step, and puts it back if it has meanwhile become another server's. */
function setAside(file: string, stalePid: number): void {
  const aside = `${file}.${randomUUID()}`;
  try {
    renameSync(file, aside);
    if (Number(linesOf(aside)?.[0]) !== stalePid) linkSync(aside, file);
  } catch (error) {
    if (errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EEXIST') throw error;
  }
  rmSync(aside, { force: true });
}

/** Whether the process is a PostgreSQL on this data directory; when in doubt, yes. */
function runsPostgres(pid: number, cluster: string): boolean {
  if (existsSync('/proc/self/cwd')) {
    try {
      return readlinkSync(`/proc/${pid}/cwd`) === cluster;
    } catch (error) {
      // Another account's process cannot be ours: ours runs under an account that we are, or are above.
      return errorCode(error) !== 'ENOENT' && errorCode(error) !== 'EACCES';
    }
  }
  const listed = spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
  return listed.error !== undefined || listed.stdout.includes(cluster);
}

function linesOf(file: string): string[] | null {
  try {
    return readFileSync(file, 'utf8').split('\n');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
