import type { OrganisationReading } from '#chronicle';
import { lastVersion, standingOf, type ChangeStanding } from '#governance';
import type { ChangeId } from '#structure';

/** How firm a change is that an answer includes and that is not in force; null: it is, or was taken back from there. */
export function pendingStanding(reading: OrganisationReading, id: ChangeId): ChangeStanding | null {
  const { base, evidence, at, ledgerPosition } = reading;
  const change = base.changes.get(id);
  if (change === undefined || lastVersion(change, ledgerPosition)?.pending !== true) return null;
  return standingOf(base, evidence, change, at, ledgerPosition)?.standing ?? null;
}
