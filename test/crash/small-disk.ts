import { spawnSync } from 'node:child_process';
import { chmodSync, closeSync, existsSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { errorCode } from '#database';
import { eventually } from '../harness/processes.js';

/** A file system in memory that can be filled up. */
export interface SmallDisk {
  readonly folder: string;
  fill(): void;
  makeRoom(): void;
  /** Waits until PostgreSQL has left it. */
  released(): Promise<void>;
  unmount(): void;
}

/** Whether this account may mount a file system. */
export function mayMount(): boolean {
  if (process.getuid?.() !== 0) return false;
  try {
    smallDisk(1).unmount();
    return true;
  } catch {
    return false;
  }
}

/** Mounts a file system of some megabytes. */
export function smallDisk(megabytes: number): SmallDisk {
  const folder = mkdtempSync(join(tmpdir(), 'kronika-disk-'));
  const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', folder]);
  if (mounted.status !== 0) {
    rmSync(folder, { recursive: true });
    throw new Error(`No file system of its own: ${mounted.error ?? mounted.stderr}`);
  }
  chmodSync(folder, 0o755);
  const filler = join(folder, 'filler');
  return {
    folder,
    fill() {
      const file = openSync(filler, 'w');
      try {
        for (let size = 1 << 20; size >= 4096;) {
          try {
            if (writeSync(file, Buffer.alloc(size)) < size) size /= 2;
          } catch (error) {
            if (errorCode(error) !== 'ENOSPC') throw error;
            size /= 2;
          }
        }
      } finally {
        closeSync(file);
      }
    },
    makeRoom: () => rmSync(filler),
    released: () =>
      eventually(
        () => !existsSync(join(folder, 'database', 'cluster', 'postmaster.pid')),
        'PostgreSQL has stopped',
      ),
    unmount() {
      spawnSync('umount', ['-l', folder]);
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
