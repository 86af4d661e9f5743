import { Injectable } from '@nestjs/common';
import {
  digestOf,
  type ScenarioCommandTerms,
  type ScenarioContent,
  type ScenarioEvent,
  type ScenarioEventDraft,
  type ScenarioId,
} from '#scenarios';
import type { OrganisationId } from '#ledger';
import type { Notice, Warning } from '#structure';
import type { Instant } from '#temporal';
import { isIdempotencyKey } from '../idempotency-key.js';
import { newId } from '../new-id.js';
import type { ScenarioMemory } from './scenario-memory.js';
import type { ScenarioOutcome, ScenarioRefused, ScenarioTerms, SimulatedChange } from './scenario-outcome.js';
import { refusedAs } from './scenario-refusals.js';
import { Scenarios } from './scenarios.js';

/** What a command on a scenario comes to, before it is stored. */
export type ScenarioDecision =
  | {
      readonly accepted: true;
      readonly events: readonly ScenarioEventDraft[];
      readonly changes?: readonly SimulatedChange[];
      readonly warnings?: readonly Warning[];
      readonly notices?: readonly Notice[];
      readonly rebase?: Extract<ScenarioOutcome, { rebase?: unknown }>['rebase'];
      /** Lets what was decided on the scenario's timeline stand, now that it is stored. */
      readonly keep?: (recordedAt: Instant) => void;
      /** Takes it back. */
      readonly undo?: () => void;
    }
  | ({ readonly accepted: false } & Omit<ScenarioRefused, 'outcome'>);

/** How many times a command is decided again because another process was first. */
const MOST_ATTEMPTS = 8;

/** Stores what is done to scenarios: one command after another of each, each once. */
@Injectable()
export class ScenarioRecorder {
  constructor(private readonly scenarios: Scenarios) {}

  /** Begins a scenario. */
  async begin(
    organisation: OrganisationId,
    event: ScenarioEventDraft,
    terms: ScenarioTerms,
    fingerprint: string,
  ): Promise<ScenarioOutcome> {
    const command = commandOf(terms, fingerprint);
    const before = await this.before(organisation, terms, command);
    if (before !== undefined) return before;
    const id = newId() as ScenarioId;
    if (terms.validateOnly === true) return told('valid', id, 0, undefined);
    const outcome = await this.scenarios.store.append(organisation, id, 0, [event], command);
    if (outcome.outcome === 'duplicate') return repeated(outcome.scenario, outcome.version, outcome.mismatch);
    if (outcome.outcome === 'moved') throw new Error(`The new scenario ${id} was there already`);
    return told('recorded', id, outcome.version, outcome.recordedAt);
  }

  /**
   * Does something to a scenario that the actor may see and that is open, unless said.
   * @throws QuestionRefused UNKNOWN_SCENARIO
   */
  async change(
    id: string,
    terms: ScenarioTerms,
    fingerprint: string,
    decide: (memory: ScenarioMemory) => ScenarioDecision,
    { whileArchived = false } = {},
  ): Promise<ScenarioOutcome> {
    const memory = await this.scenarios.read(id, terms.actor);
    const organisation = memory.organisation.organisation.id;
    const command = commandOf(terms, fingerprint);
    return memory.exclusively(async () => {
      const before = await this.before(organisation, terms, command);
      if (before !== undefined) return before;
      for (let attempt = 0; attempt < MOST_ATTEMPTS; attempt++) {
        await memory.catchUp(this.scenarios.store, organisation);
        const { version } = memory;
        const closed = closedTo(memory, terms, whileArchived);
        if (closed !== undefined) return closed;
        const decision = decide(memory);
        if (!decision.accepted) return { ...decision, outcome: 'refused' };
        if (terms.validateOnly === true) {
          decision.undo?.();
          return told('valid', memory.id, version, undefined, decision);
        }
        const { events } = decision;
        if (events.length === 0) return told('repeated', memory.id, version, undefined, decision);
        const outcome = await this.scenarios.store
          .append(organisation, memory.id, version, events, command)
          .catch((error: unknown) => {
            decision.undo?.();
            throw error;
          });
        if (outcome.outcome === 'appended') {
          const { recordedAt } = outcome;
          decision.keep?.(recordedAt);
          events.forEach((event, i) =>
            memory.take(...stored(event, version + i + 1, recordedAt, terms.actor)),
          );
          return told('recorded', memory.id, outcome.version, recordedAt, decision);
        }
        decision.undo?.();
        if (outcome.outcome === 'duplicate') {
          return repeated(outcome.scenario, outcome.version, outcome.mismatch);
        }
      }
      return refusedAs('TOO_MUCH_CONTENTION');
    });
  }

  /** The answer to a command that was done before, or whose key is none. */
  private async before(
    organisation: OrganisationId,
    { idempotencyKey }: ScenarioTerms,
    command: ScenarioCommandTerms,
  ): Promise<ScenarioOutcome | undefined> {
    if (idempotencyKey === undefined) return undefined;
    const unfit = unfitKey(idempotencyKey);
    if (unfit !== undefined) return unfit;
    const known = await this.scenarios.store.findCommand(organisation, idempotencyKey);
    return known === null
      ? undefined
      : repeated(known.scenario, known.version, known.digest !== digestOf(command));
  }
}

/** Why an idempotency key cannot be kept; undefined: it can, or there is none. */
export function unfitKey(idempotencyKey: string | undefined): ScenarioRefused | undefined {
  return idempotencyKey === undefined || isIdempotencyKey(idempotencyKey)
    ? undefined
    : refusedAs('INVALID_IDEMPOTENCY_KEY', 'idempotencyKey');
}

function closedTo(
  { state, version }: ScenarioMemory,
  { expectedVersion }: ScenarioTerms,
  whileArchived: boolean,
): ScenarioRefused | undefined {
  if (state.status === 'adopted') return refusedAs('SCENARIO_ADOPTED');
  if (state.status === 'archived' && !whileArchived) return refusedAs('SCENARIO_ARCHIVED');
  if (expectedVersion !== undefined && expectedVersion !== version) {
    return refusedAs('SCENARIO_MOVED', 'expectedVersion');
  }
  return undefined;
}

export function commandOf(
  { actor, idempotencyKey }: ScenarioTerms,
  fingerprint: string,
): ScenarioCommandTerms {
  return { actor, idempotencyKey: idempotencyKey ?? newId(), fingerprint };
}

function stored(
  { type, data, content }: ScenarioEventDraft,
  version: number,
  recordedAt: Instant,
  actor: string,
): [ScenarioEvent, ScenarioContent | undefined] {
  return [{ type, data, version, recordedAt, actor } as ScenarioEvent, content];
}

function repeated(scenario: ScenarioId, version: number, mismatch: boolean): ScenarioOutcome {
  return mismatch
    ? refusedAs('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey')
    : told('repeated', scenario, version, undefined);
}

function told(
  outcome: 'recorded' | 'repeated' | 'valid',
  scenario: ScenarioId,
  version: number,
  recordedAt: Instant | undefined,
  decision: Partial<Extract<ScenarioDecision, { accepted: true }>> = {},
): ScenarioOutcome {
  const { changes = [], warnings = [], notices = [], rebase } = decision;
  return { outcome, scenario, version, recordedAt, changes, warnings, notices, rebase };
}
