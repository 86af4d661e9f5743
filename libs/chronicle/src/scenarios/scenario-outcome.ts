import type { Rebase, ScenarioId } from '#scenarios';
import type { ChangeId, Notice, Warning } from '#structure';
import type { Instant, Message } from '#temporal';
import type { AnyRefusal } from '../refusal.js';

/** Who changes a scenario, and on what terms. */
export interface ScenarioTerms {
  /** Who: an opaque id. */
  readonly actor: string;
  /** The same key does it once; without one every call is a new one. At most 200 characters. */
  readonly idempotencyKey?: string | undefined;
  /** Refused with SCENARIO_MOVED unless the scenario is exactly at this version. */
  readonly expectedVersion?: number | undefined;
  /** Tells what would come of it, and keeps nothing. */
  readonly validateOnly?: boolean | undefined;
}

/** A change or amendment that a scenario took in. */
export interface SimulatedChange {
  readonly change: ChangeId;
  /** What happens by it; undefined where it no longer does. */
  readonly sentence: Message | undefined;
  /** As written. */
  readonly on: string | undefined;
}

/** What became of a command on a scenario. When it is refused, nothing of it was kept. */
export type ScenarioOutcome =
  | {
      readonly outcome: 'recorded' | 'repeated' | 'valid';
      readonly scenario: ScenarioId;
      readonly version: number;
      readonly recordedAt: Instant | undefined;
      readonly changes: readonly SimulatedChange[];
      readonly warnings: readonly Warning[];
      readonly notices: readonly Notice[];
      /** Of a rebase: what became of each step. */
      readonly rebase?: Rebase | undefined;
    }
  | ScenarioRefused;

export interface ScenarioRefused {
  readonly outcome: 'refused';
  readonly refusals: readonly AnyRefusal[];
  readonly warnings: readonly Warning[];
  /** Of a rebase: what became of each step. */
  readonly rebase?: Rebase | undefined;
}
