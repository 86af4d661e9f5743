import type { OrganisationReading } from '#chronicle';
import { lastVersion, standingOf, type ChangeStanding } from '#governance';
import { chronicleEntry, type ChangeId, type ChronicleEntry } from '#structure';
import type { Message } from '#temporal';

/** How firm a change is that an answer includes and that is not in force; null: it is, or was taken back from there. */
export function pendingStanding(reading: OrganisationReading, id: ChangeId): ChangeStanding | null {
  const { base, evidence, at, ledgerPosition } = reading;
  const change = base.changes.get(id);
  if (change === undefined || lastVersion(change, ledgerPosition)?.pending !== true) return null;
  return standingOf(base, evidence, change, at, ledgerPosition)?.standing ?? null;
}

/** What a change says; of one that is only pending what is to happen, also in an answer that includes it. */
export function sentenceOf(reading: OrganisationReading, entry: ChronicleEntry): Message {
  const { base, ledgerPosition } = reading;
  const change = base.changes.get(entry.id);
  const recorded = change === undefined ? null : chronicleEntry(base, change, ledgerPosition);
  return recorded?.pending ? recorded.sentence : entry.sentence;
}
