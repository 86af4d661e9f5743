import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { errorCode } from '#database';
import { ensureBuilt } from '../../apps/cli/prepare.mjs';

/** Another process that has the database of a folder open. */
export interface ClientProcess {
  /** The process number of the PostgreSQL it found or started. */
  readonly server: number;
  /** Ends it as a power cut would. */
  kill(): Promise<void>;
  /** Lets it close its database and end. */
  end(): Promise<void>;
}

const program = join(fileURLToPath(new URL('.', import.meta.url)), 'client-process.mjs');

/** Starts a process that opens the database in `dataDir`, and waits until it has a connection. Runs the built code. */
export async function clientProcess(dataDir: string): Promise<ClientProcess> {
  await ensureBuilt();
  const child = spawn(process.execPath, [program, dataDir], { stdio: ['pipe', 'pipe', 'inherit'] });
  const exited = once(child, 'exit');
  const server = Number(await firstLine(child));
  return {
    server,
    async kill() {
      child.kill('SIGKILL');
      await exited;
    },
    async end() {
      child.stdin.end();
      await exited;
    },
  };
}

async function firstLine(child: ChildProcess): Promise<string> {
  if (!child.stdout) throw new Error('no stdout');
  for await (const line of createInterface({ input: child.stdout })) return line;
  throw new Error(`The client process ended early (${child.exitCode}).`);
}

/** Whether a process of this number exists. */
export function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    if (errorCode(error) === 'ESRCH') return false;
    throw error;
  }
}

/** Waits for a condition that another process brings about; fails after ten seconds. */
export async function eventually(condition: () => boolean | Promise<boolean>, what: string): Promise<void> {
  const deadline = Date.now() + 10_000;
  while (!(await condition())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain until ${what}`);
    await pause(10);
  }
}
