import { afterAll, describe, expect, it } from '@jest/globals';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { holdingLock } from './prepare-lock.mjs';

const folder = mkdtempSync(join(tmpdir(), 'kronika-lock-'));
const file = join(folder, 'lock');
const quiet = () => undefined;
afterAll(() => rmSync(folder, { recursive: true }));

/** The number of a process that has just ended. */
async function endedProcess(): Promise<number> {
  const child = spawn(process.execPath, ['-e', '']);
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('the lock of installing and building', () => {
  it('lets one in at a time and leaves nothing behind', async () => {
    let inside = 0;
    let most = 0;
    const visit = () =>
      holdingLock(file, quiet, async () => {
        inside += 1;
        most = Math.max(most, inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      });
    await Promise.all([visit(), visit(), visit()]);
    expect(most).toBe(1);
    expect(readdirSync(folder)).toEqual([]);
  });

  it('is free again after a failure', async () => {
    await expect(holdingLock(file, quiet, () => Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(await holdingLock(file, quiet, () => Promise.resolve('in'))).toBe('in');
  });

  it('is taken over from a holder that was killed', async () => {
    writeFileSync(file, JSON.stringify([{ pid: await endedProcess(), began: null }]));
    expect(await holdingLock(file, quiet, () => Promise.resolve('in'))).toBe('in');
  });

  it('stays taken while what the killed holder had started still works', async () => {
    const child = spawn(process.execPath, ['-e', 'process.stdin.resume()'], {
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    writeFileSync(
      file,
      JSON.stringify([
        { pid: await endedProcess(), began: null },
        { pid: child.pid, began: null },
      ]),
    );
    const told: string[] = [];
    const entered = holdingLock(
      file,
      (line) => {
        told.push(line);
        child.stdin.end();
      },
      () => Promise.resolve(child.exitCode),
    );
    expect(await entered).toBe(0);
    expect(told).toHaveLength(1);
  });
});
