import { logOf, type ChangeId, type Timeline } from '#structure';
import type { OrganisationReading } from './organisation-reading.js';

/** What is recorded, or planned in the scenario that is read, without what is pending beside it. */
export function withoutPending({ base, ledgerPosition, scenario }: OrganisationReading): {
  readonly timeline: Timeline;
  readonly position: number;
} {
  return scenario?.simulation ?? { timeline: base, position: ledgerPosition };
}

/** Whether a change is one that the scenario that is read plans, or amends: decisions are about what is recorded. */
export function isPlanned(reading: OrganisationReading, id: ChangeId): boolean {
  if (reading.scenario === undefined) return false;
  const { timeline, position } = withoutPending(reading);
  const change = timeline.changes.get(id);
  return (
    change !== undefined &&
    logOf(timeline, change, position).some((each) => each.position > reading.ledgerPosition)
  );
}
