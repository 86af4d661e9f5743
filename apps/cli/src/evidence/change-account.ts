import { ReadDecidedChanges, ReadMissing, ReadObservations, ReadStanding } from '#chronicle';
import type { ChangeStanding, TodoItem } from '#governance';
import type { ChangeId, ChronicleEntry, LogEntry, When } from '#structure';
import type { Message } from '#temporal';
import { conditionAccount, type ConditionAccount } from './condition-account.js';
import { decisionAccount, type DecisionAccount } from './decision-account.js';
import type { Inquiry } from './inquiry.js';
import { observationAccount, type ObservationAccount } from './observation-account.js';
import { sentenceOf } from './pending-standing.js';
import { placesIn, type SourcePlace } from './source-places.js';

/** A change with all that it rests on, and what is missing before it has taken effect for certain. */
export interface ChangeAccount {
  readonly id: ChangeId;
  readonly name: string | null;
  readonly kind: string;
  readonly on: When;
  readonly sentence: Message;
  /** `planned`: only the scenario that is asked has it. */
  readonly standing: ChangeStanding | 'planned';
  /** It may or may not have taken effect on the date. */
  readonly indeterminate: boolean;
  /** Why it cannot take effect, though it is decided. */
  readonly blocked: readonly Message[];
  /** The scenario by whose adoption it was recorded. */
  readonly scenario: string | null;
  readonly recorded: Pick<LogEntry, 'position' | 'knownAt' | 'actor'> & { readonly reason: string | null };
  /** Of the recording itself. */
  readonly places: readonly SourcePlace[];
  /** Number and title where it is recorded; else as the change names it. */
  readonly matter: string | null;
  readonly decisions: readonly DecisionAccount[];
  readonly conditions: readonly ConditionAccount[];
  /** Later documents that make it likely. */
  readonly observations: readonly ObservationAccount[];
  readonly missing: readonly TodoItem[];
}

export async function changeAccount(entry: ChronicleEntry, inquiry: Inquiry): Promise<ChangeAccount> {
  const { queries, reading } = inquiry;
  const { id, kind, on, change } = entry;
  const report = await queries.execute(new ReadStanding(reading, id));
  const recorded = entry.recorded!;
  const last = entry.log.findLast(({ source }) => source !== undefined) ?? recorded;
  const observations = await queries.execute(new ReadObservations(reading, { change: id }));
  return {
    id,
    name: change.externalId ?? null,
    kind,
    on,
    sentence: sentenceOf(reading, entry),
    standing: report?.standing ?? 'planned',
    indeterminate: report?.indeterminate ?? false,
    blocked: (report?.blocked?.reasons ?? []).map(({ message }) => message),
    scenario: entry.log.find(({ scenario }) => scenario !== undefined)?.scenario ?? null,
    recorded: {
      position: recorded.position,
      knownAt: recorded.knownAt,
      actor: recorded.actor,
      reason: recorded.reason ?? null,
    },
    places: placesIn(last.source, inquiry),
    matter: await matterOf(entry, inquiry),
    decisions: (report?.decisions ?? []).map((known) => decisionAccount(known, inquiry)),
    conditions: (report?.conditions ?? []).map((condition) => conditionAccount(condition, inquiry)),
    observations: observations.map((observation) => observationAccount(observation, inquiry)),
    missing: report === null ? [] : await queries.execute(new ReadMissing(reading, id)),
  };
}

async function matterOf(entry: ChronicleEntry, { queries, reading, words }: Inquiry): Promise<string | null> {
  const decided = await queries.execute(new ReadDecidedChanges(reading));
  const change = reading.base.changes.get(entry.id);
  const recorded = change && decided.matterOf(change);
  if (recorded !== undefined) return words.record(recorded);
  const basis = entry.log.findLast(({ basis: said }) => said !== undefined)?.basis;
  const named = (basis as { readonly matter?: unknown } | undefined)?.matter;
  return typeof named === 'string' ? named : null;
}
