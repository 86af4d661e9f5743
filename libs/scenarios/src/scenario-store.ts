import type { InlineProjection, OrganisationId } from '#ledger';
import type { Instant } from '#temporal';
import type {
  ScenarioContents,
  ScenarioEvent,
  ScenarioEventData,
  ScenarioEventDraft,
} from './scenario-event.js';
import type { ScenarioId } from './scenario.js';

/** Who does it, and the key under which it is done once. */
export interface ScenarioCommandTerms {
  /** An opaque id. */
  readonly actor: string;
  /** Unique among the commands on the organisation's scenarios for ever. At most 200 characters. */
  readonly idempotencyKey: string;
  /** What makes a retry the same command. */
  readonly fingerprint: string;
}

export type ScenarioAppendOutcome =
  | { readonly outcome: 'appended'; readonly version: number; readonly recordedAt: Instant }
  /** The key was used before. `mismatch`: for something else. */
  | {
      readonly outcome: 'duplicate';
      readonly scenario: ScenarioId;
      readonly version: number;
      readonly mismatch: boolean;
    }
  /** The scenario is not at the version that the events were decided on. */
  | { readonly outcome: 'moved' };

/** What was done under an idempotency key. */
export interface StoredScenarioCommand {
  readonly scenario: ScenarioId;
  readonly version: number;
  /** See `digestOf`. */
  readonly digest: string;
}

/** A scenario's stream as it is listed: without what is large of it. */
export interface StoredScenario {
  readonly id: ScenarioId;
  readonly events: readonly ScenarioEvent[];
}

/** As they were created; those of one time by their ids. */
export function byCreation(a: StoredScenario, b: StoredScenario): number {
  const [first, second] = [a, b].map(({ id, events }) => `${events[0]!.recordedAt} ${id}`);
  return first! < second! ? -1 : 1;
}

/** The streams of scenarios: append-only, each with versions 1, 2, 3 … without gaps. */
export interface ScenarioStore {
  /** Appends events to a scenario that is at version `after` (0: a new one), all or none. */
  append(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
    events: readonly ScenarioEventDraft[],
    terms: ScenarioCommandTerms,
  ): Promise<ScenarioAppendOutcome>;

  /** What writes the adoption into the scenario's stream in the transaction that records it in the ledger. @throws ScenarioMoved */
  adoption(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
    data: Omit<ScenarioEventData['ScenarioAdopted'], 'first' | 'last'>,
    terms: ScenarioCommandTerms,
  ): InlineProjection;

  /** A scenario's events after a version, with what is large of them. Empty: there are none. */
  read(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
  ): Promise<{ readonly events: readonly ScenarioEvent[]; readonly contents: ScenarioContents }>;

  /** All scenarios of an organisation, in the order in which they were created. */
  list(organisation: OrganisationId): Promise<readonly StoredScenario[]>;

  /** What was done under a key; null: nothing. */
  findCommand(organisation: OrganisationId, idempotencyKey: string): Promise<StoredScenarioCommand | null>;

  /** The organisation of a scenario; null: there is no such scenario. */
  organisationOf(scenario: ScenarioId): Promise<OrganisationId | null>;
}

/** Thrown by an append to the ledger whose adoption no longer fits its scenario: neither was written. */
export class ScenarioMoved extends Error {
  override readonly name = 'ScenarioMoved';
}

/** Whether an append to the ledger failed because the scenario that it adopts has moved. */
export function isScenarioMoved(error: unknown): boolean {
  return error instanceof ScenarioMoved || (error as { readonly code?: unknown } | null)?.code === 'KS001';
}
