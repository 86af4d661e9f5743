import {
  AdoptScenario,
  CreateScenario,
  RedoStep,
  SimulateChanges,
  UndoStep,
  type RecordingOutcome,
  type ScenarioOutcome,
} from '#chronicle';
import { LedgerFault, type LedgerFaultCode } from '#ledger';
import { setTimeout as pause } from 'node:timers/promises';
import { draftOf, establish, type Application, type Line } from './application.js';

/** What a planner wants done, under the key by which a retry is known. */
export interface PlanIntent {
  readonly key: string;
  readonly does: 'create' | 'step' | 'undo' | 'redo' | 'adopt';
  readonly lines?: readonly Line[];
}

/** What a planner was told is done. */
export interface PlanAcknowledgement {
  readonly key: string;
  readonly scenario: string;
  readonly outcome: 'recorded' | 'repeated' | 'valid';
  /** Of the scenario. */
  readonly version?: number;
  /** Of an adoption: the positions of what the ledger recorded. */
  readonly positions?: readonly number[];
}

/** One scenario of a planner's, whose units stand under the planner's own: steps, back and forth, and its adoption. */
export function planOf(planner: string, n: number): readonly PlanIntent[] {
  const [unit, other] = [`${planner}-${n}`, `${planner}-${n}-b`];
  const plan: readonly Omit<PlanIntent, 'key'>[] = [
    { does: 'create' },
    { does: 'step', lines: [establish(unit, planner), establish(other, unit)] },
    { does: 'step', lines: [{ kind: 'rename', on: '2021-01-01', unit, name: `${unit} ny` }] },
    { does: 'undo' },
    { does: 'redo' },
    { does: 'undo' },
    { does: 'step', lines: [{ kind: 'transfer', on: '2022', unit: other, to: planner }] },
    { does: 'adopt' },
  ];
  return plan.map((intent, i) => ({ key: `plan ${unit}.${i}`, ...intent }));
}

/** @throws Error if the outcome is a refusal */
export function acknowledgementOf(
  { key }: PlanIntent,
  scenario: string | undefined,
  outcome: RecordingOutcome | ScenarioOutcome,
): PlanAcknowledgement {
  if (outcome.outcome === 'refused') throw new Error(`${key} was refused: ${JSON.stringify(outcome)}`);
  if ('scenario' in outcome)
    return { key, scenario: outcome.scenario, outcome: outcome.outcome, version: outcome.version };
  const positions = outcome.changes.map(({ position }) => position);
  return { key, scenario: scenario!, outcome: outcome.outcome, positions };
}

/** Gives an intent about a scenario to the application once. @throws LedgerFault */
export async function plan(
  { commands }: Application,
  slug: string,
  scenario: string | undefined,
  intent: PlanIntent,
): Promise<PlanAcknowledgement> {
  const terms = { actor: 'planner', idempotencyKey: intent.key, confirmed: 'all' as const };
  const does = () => {
    switch (intent.does) {
      case 'create':
        return commands.execute(new CreateScenario({ organisation: slug, name: intent.key }, terms));
      case 'step':
        return commands.execute(new SimulateChanges(scenario!, [intent.lines!.map(draftOf)], terms));
      case 'undo':
        return commands.execute(new UndoStep(scenario!, terms));
      case 'redo':
        return commands.execute(new RedoStep(scenario!, terms));
      case 'adopt':
        return commands.execute(new AdoptScenario(scenario!, {}, terms));
    }
  };
  return acknowledgementOf(intent, scenario, await does());
}

/** Planners that work through one application, and try again with the same key when the database fails them. */
export class Planners {
  readonly acknowledged: PlanAcknowledgement[] = [];
  readonly faults: LedgerFaultCode[] = [];
  readonly asked = new Set<string>();
  private stopped = false;
  private failed: unknown;
  private readonly running: Promise<unknown>;

  constructor(
    private readonly application: Application,
    private readonly slug: string,
    names: readonly string[],
  ) {
    this.running = Promise.all(names.map((name) => this.work(name))).catch((error: unknown) => {
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
      if (Date.now() > deadline) throw new Error(`Nothing is planned any more: ${this.faults.slice(-3)}`);
      await pause(1);
    }
  }

  /** Lets every planner finish what it is doing. */
  async stop(): Promise<void> {
    this.stopped = true;
    await this.running;
    if (this.failed !== undefined) throw this.failed;
  }

  private async work(name: string): Promise<void> {
    for (let n = 0; ; n++) {
      let scenario: string | undefined;
      for (const intent of planOf(name, n)) {
        if (this.stopped) return;
        const acknowledgement = await this.untilAcknowledged(scenario, intent);
        ({ scenario } = acknowledgement);
        this.acknowledged.push(acknowledgement);
      }
    }
  }

  private async untilAcknowledged(
    scenario: string | undefined,
    intent: PlanIntent,
  ): Promise<PlanAcknowledgement> {
    this.asked.add(intent.key);
    for (const deadline = Date.now() + 30_000; ;) {
      try {
        return await plan(this.application, this.slug, scenario, intent);
      } catch (error) {
        if (!(error instanceof LedgerFault) || Date.now() > deadline) throw error;
        this.faults.push(error.code);
        await pause(5);
      }
    }
  }
}
