import { COMMAND_OF, type RecordedChange, type RecordingOutcome } from '#chronicle';
import { LedgerFault, type LedgerFaultCode } from '#ledger';
import { setTimeout as pause } from 'node:timers/promises';
import { draftOf, establish, type Application, type Line } from './application.js';

/** What somebody wants recorded, under the key by which a retry is known. */
export interface Intent {
  readonly key: string;
  readonly line: Line;
}

/** What was acknowledged: the intent's key with the changes and positions it was told. */
export interface Acknowledgement {
  readonly key: string;
  readonly outcome: RecordingOutcome['outcome'];
  readonly changes: readonly Pick<RecordedChange, 'change' | 'position'>[];
}

/** Whatever one writer wants, without end: units under `top`, renamed, moved, and renamed otherwise. */
export function* intentsOf(writer: string): Generator<Intent, never> {
  for (let n = 0; ; n++) {
    const unit = `${writer}-${n}`;
    const lines = [
      establish(unit, 'top'),
      { kind: 'rename', id: `r-${unit}`, on: '2021-01-01', unit, name: `${unit} ny` },
      n === 0
        ? { kind: 'recode', on: '2022-03-01', unit, codes: { cost: unit } }
        : { kind: 'transfer', on: '2022', unit, to: `${writer}-${n - 1}` },
      {
        kind: 'correct',
        change: `r-${unit}`,
        reason: 'Fel namn',
        with: { kind: 'rename', on: '2021-02', unit, name: `${unit} rättad` },
      },
    ];
    for (const [i, line] of lines.entries()) yield { key: `${unit}.${i}`, line };
  }
}

/** Gives an intent to the application once, as the command of its kind. @throws LedgerFault */
export async function give(
  { commands }: Application,
  slug: string,
  { key, line }: Intent,
): Promise<Acknowledgement> {
  const Intention = COMMAND_OF[line['kind'] as keyof typeof COMMAND_OF];
  const outcome: RecordingOutcome = await commands.execute(
    new Intention(slug, [draftOf(line)], { actor: 'registrar', idempotencyKey: key, confirmed: 'all' }),
  );
  if (outcome.outcome === 'refused') throw new Error(`${key} was refused: ${JSON.stringify(outcome)}`);
  return { key, outcome: outcome.outcome, changes: outcome.changes };
}

/** Writers that record through one application, and try again with the same key when the database fails them. */
export class Writers {
  readonly acknowledged: Acknowledgement[] = [];
  readonly faults: LedgerFaultCode[] = [];
  /** Intents whose fault said that nothing can have been stored, and that were stored all the same. */
  readonly falselyDenied: string[] = [];
  private stopped = false;
  private failed: unknown;
  private readonly running: Promise<void>;

  constructor(
    private readonly application: Application,
    private readonly slug: string,
    names: readonly string[],
  ) {
    this.running = Promise.all(names.map((name) => this.write(name)))
      .then(() => undefined)
      .catch((error: unknown) => {
        this.failed = error;
        this.stopped = true;
      });
  }

  /** Waits for so many further acknowledgements. */
  async further(count: number): Promise<void> {
    const until = this.acknowledged.length + count;
    const deadline = Date.now() + 30_000;
    while (this.acknowledged.length < until) {
      if (this.failed !== undefined) throw this.failed;
      if (Date.now() > deadline)
        throw new Error(`Nothing is recorded any more: ${this.faults.slice(-3).join()}`);
      await pause(1);
    }
  }

  /** Lets every writer finish what it wants. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
    if (this.failed !== undefined) throw this.failed;
  }

  private async write(name: string): Promise<void> {
    for (const intent of intentsOf(name)) {
      if (this.stopped) return;
      await this.untilAcknowledged(intent);
    }
  }

  private async untilAcknowledged(intent: Intent): Promise<void> {
    // Whether every attempt so far was said to have stored nothing.
    let denied = true;
    for (const deadline = Date.now() + 30_000; ;) {
      try {
        const acknowledgement = await give(this.application, this.slug, intent);
        if (denied && acknowledgement.outcome === 'repeated') this.falselyDenied.push(intent.key);
        this.acknowledged.push(acknowledgement);
        return;
      } catch (error) {
        if (!(error instanceof LedgerFault) || Date.now() > deadline) throw error;
        this.faults.push(error.code);
        denied &&= !error.outcomeUnknown;
        await pause(5);
      }
    }
  }
}
