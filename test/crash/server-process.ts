import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { fileURLToPath } from 'node:url';
import type { RecordingOutcome, ScenarioOutcome } from '#chronicle';
import type { Line } from './application.js';
import type { PlanIntent } from './scenario-workload.js';
import type { Intent } from './workload.js';

const program = join(fileURLToPath(new URL('.', import.meta.url)), 'recording-process.mjs');

interface Answer {
  readonly id: number;
  readonly outcome?: RecordingOutcome | ScenarioOutcome;
  readonly outcomes?: readonly RecordingOutcome['outcome'][];
  readonly progress?: number;
  readonly events?: number;
  readonly fault?: string;
}

/** A server process of its own (the built code), to be killed. See recording-process.mjs. */
export class ServerProcess {
  /** Answers so far, progress included. */
  readonly answers: Answer[] = [];
  private ids = 0;
  private readonly waiting = new Map<number, (answer: Answer | undefined) => void>();
  private readonly ended: Promise<unknown>;

  private constructor(private readonly child: ChildProcessByStdio<Writable, Readable, null>) {
    this.ended = once(child, 'exit');
    child.stdin.on('error', () => undefined);
    createInterface({ input: child.stdout })
      .on('line', (line) => this.take(JSON.parse(line) as Answer))
      .on('close', () => {
        for (const done of this.waiting.values()) done(undefined);
      });
  }

  static async start(dataDir: string, name: string): Promise<ServerProcess> {
    const child = spawn(process.execPath, [program, dataDir, name], { stdio: ['pipe', 'pipe', 'inherit'] });
    const started = new ServerProcess(child);
    await new Promise<void>((ready, failed) => {
      started.waiting.set(0, (answer) =>
        answer === undefined ? failed(new Error('The process ended early.')) : ready(),
      );
    });
    return started;
  }

  /** Undefined if it was killed before it answered. */
  record(slug: string, { key, line }: Intent): Promise<RecordingOutcome | undefined> {
    return this.ask({ record: { slug, key, line } }).then((answer) => answer?.outcome as RecordingOutcome);
  }

  /** Undefined if it was killed before it answered. */
  plan(
    slug: string,
    scenario: string | undefined,
    intent: PlanIntent,
  ): Promise<RecordingOutcome | ScenarioOutcome | undefined> {
    return this.ask({ plan: { slug, scenario, ...intent } }).then((answer) => answer?.outcome);
  }

  import(slug: string, lines: readonly Line[]): Promise<readonly string[] | undefined> {
    return this.ask({ import: { slug, lines } }).then((answer) => answer?.outcomes);
  }

  rebuild(): Promise<number | undefined> {
    return this.ask({ rebuild: true }).then((answer) => answer?.events);
  }

  /** Ends it as a power cut would. */
  async kill(): Promise<void> {
    this.child.kill('SIGKILL');
    await this.ended;
  }

  private ask(request: object): Promise<Answer | undefined> {
    const id = ++this.ids;
    return new Promise((resolve, reject) => {
      this.waiting.set(id, (answer) =>
        answer?.fault === undefined ? resolve(answer) : reject(new Error(answer.fault)),
      );
      this.child.stdin.write(`${JSON.stringify({ id, ...request })}\n`);
    });
  }

  private take(answer: Answer): void {
    this.answers.push(answer);
    if (answer.progress !== undefined) return;
    this.waiting.get(answer.id)?.(answer);
    this.waiting.delete(answer.id);
  }
}
