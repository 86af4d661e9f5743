import { spawn, type ChildProcessWithoutNullStreams } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { ensureBuilt, project } from '../../apps/cli/prepare.mjs';
import { ownServer } from './database.js';

/** What a run of the command line ended with. */
export interface Ran {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface KronikaOptions {
  readonly input?: string;
  readonly env?: Readonly<Record<string, string>>;
}

/** The command `kronika` on a data folder of its own, with an embedded database that each run starts if none has. */
export interface Kronika {
  readonly dataDir: string;
  run(args: readonly string[], options?: KronikaOptions): Promise<Ran>;
  /** Its standard output; @throws Error unless it ends with 0. */
  answer(...args: readonly string[]): Promise<string>;
  /** Its standard output as JSON lines. */
  rows<T>(...args: readonly string[]): Promise<T[]>;
  start(args: readonly string[], env?: Readonly<Record<string, string>>): ChildProcessWithoutNullStreams;
}

const program = join(project, 'apps', 'cli', 'kronika.mjs');

/** Runs the built code, which is built first if need be. */
export async function kronika(): Promise<Kronika> {
  await ensureBuilt();
  const { dataDir } = ownServer();
  mkdirSync(dataDir, { recursive: true });
  const start: Kronika['start'] = (args, env = {}) =>
    spawn(process.execPath, [program, ...args], {
      env: { ...process.env, NODE_OPTIONS: '', LANG: 'C', LC_ALL: 'C', KRONIKA_DATA: dataDir, ...env },
    });
  const run: Kronika['run'] = async (args, { input, env } = {}) => {
    const child = start(args, env);
    child.stdin.on('error', () => undefined);
    child.stdin.end(input ?? '');
    return ended(child);
  };
  const answer: Kronika['answer'] = async (...args) => {
    const { code, stdout, stderr } = await run(args);
    if (code !== 0) throw new Error(`kronika ${args.join(' ')} ended with ${code}: ${stderr}`);
    return stdout;
  };
  return {
    dataDir,
    run,
    answer,
    rows: async <T>(...args: readonly string[]) => jsonLines<T>(await answer(...args)),
    start,
  };
}

/** What a process says until it ends. */
export function ended(child: ChildProcessWithoutNullStreams): Promise<Ran> {
  let [stdout, stderr] = ['', ''];
  child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
  return new Promise((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve({ code, stdout, stderr }));
  });
}

export function jsonLines<T>(text: string): T[] {
  return text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as T);
}
