import { ReadChanges, ReadHistory, ReadInferredLineage } from '#chronicle';
import { lastVersion, type ChangeStanding } from '#governance';
import { logEntryAt, type HistoryEntry, type LogEntry, type Unit } from '#structure';
import { keyOf } from '../question.js';
import { changeAccount, type ChangeAccount } from './change-account.js';
import { inferredSteps, type InferredStepAccount } from './inferred-steps.js';
import type { Inquiry } from './inquiry.js';
import { pendingStanding } from './pending-standing.js';

/** One thing that was ever said about a unit. */
export interface SaidOfUnit extends HistoryEntry {
  readonly valueKey: string | null;
  /** Of what only holds if a pending change comes through; null: it is or was in force. */
  readonly pending: ChangeStanding | null;
}

/** Everything about a unit through both times, and beside it what never came into force or is only inferred. */
export interface UnitHistory {
  readonly said: readonly SaidOfUnit[];
  /** Changes that concern it and are not part of `said`: waiting, lapsed, or withdrawn before they took effect. */
  readonly outside: readonly ChangeAccount[];
  readonly inferred: readonly InferredStepAccount[];
}

export async function unitHistory(unit: Unit, inquiry: Inquiry): Promise<UnitHistory> {
  const { queries, reading, keys } = inquiry;
  const entries = await queries.execute(new ReadHistory(reading, unit));
  const changes = await queries.execute(new ReadChanges(reading, { unit, includePending: true }));
  const steps = await queries.execute(new ReadInferredLineage(reading, unit));
  const outside: ChangeAccount[] = [];
  for (const entry of changes) if (entry.pending) outside.push(await changeAccount(entry, inquiry));
  return {
    said: entries.map((entry) => ({
      ...entry,
      recorded: recordedOf(entry, inquiry),
      valueKey: entry.valueName === null ? null : keyOf(reading, String(entry.value), keys),
      pending: isHypothetical(entry, inquiry) ? pendingStanding(reading, entry.change) : null,
    })),
    outside,
    inferred: await inferredSteps(steps, inquiry),
  };
}

/** Whether an entry is there only because what is pending was included. */
function isHypothetical({ knownFrom }: HistoryEntry, { reading }: Inquiry): boolean {
  return knownFrom > (reading.scenario?.simulation.position ?? reading.ledgerPosition);
}

/** The event in the ledger: of what is pending, the one that recorded it last. */
function recordedOf(entry: HistoryEntry, inquiry: Inquiry): LogEntry {
  if (!isHypothetical(entry, inquiry)) return entry.recorded;
  const { base, ledgerPosition } = inquiry.reading;
  const change = base.changes.get(entry.change);
  const version = change && lastVersion(change, ledgerPosition);
  return (version && logEntryAt(base, version.knownFrom)) ?? entry.recorded;
}
