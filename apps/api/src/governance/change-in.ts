import type { OrganisationReading } from '#chronicle';
import { chronicleEntry, type ChangeId } from '#structure';
import { Change } from '../changes/change.type.js';

/** The change with an id as known at the reading; null if there is none. */
export function changeIn(reading: OrganisationReading, id: string | undefined): Change | null {
  const change = id === undefined ? undefined : reading.timeline.changes.get(id as ChangeId);
  const entry = change === undefined ? null : chronicleEntry(reading.timeline, change, reading.position);
  return entry === null ? null : new Change(reading, entry);
}

/** The change of a source's name or of an id, as known at the reading; null if there is none. A name goes first. */
export function changeCalledIn(reading: OrganisationReading, name: string): Change | null {
  const { timeline, position } = reading;
  const named = timeline.namedSince(name) <= position ? timeline.changeCalled(name) : undefined;
  return changeIn(reading, named?.id ?? name);
}

export function changesIn(reading: OrganisationReading, ids: readonly string[] | undefined): Change[] {
  return (ids ?? []).flatMap((id) => changeIn(reading, id) ?? []);
}
