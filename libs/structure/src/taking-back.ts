import type { Block, Change, ChangeVersion, Ground } from './change.js';
import type { LineageEdge } from './lineage-edge.js';
import { STILL, withLast, type Track } from '#temporal';
import type { Timeline } from './timeline.js';
import type { UnitRecords } from './unit-records.js';
import { inOrder, type Unit, type UnitFact } from './unit.js';

// What a timeline notes in its `UndoLog`, so that what is not recorded after all leaves no trace.

export function closeAt(version: ChangeVersion, until: number): void {
  version.knownUntil = until;
  if (until === STILL) version.closedBy = undefined;
  for (const fact of version.facts) fact.knownUntil = until;
  for (const edge of version.edges) edge.knownUntil = until;
}

export function addTo<T>(set: Set<T>, item: T): void {
  set.add(item);
}

export function removeVersion(change: Change, version: ChangeVersion): void {
  change.versions = change.versions.filter((other) => other !== version);
}

export function addVersion(change: Change, version: ChangeVersion): void {
  change.versions = withLast(change.versions, version);
}

export function addFact(track: Track<unknown>, fact: UnitFact): void {
  track.add(fact);
}

export function addEdge(units: UnitRecords, edge: LineageEdge): void {
  units.own(edge.from).addSuccessor(edge);
  units.own(edge.to).addPredecessor(edge);
}

export function addTouch(unit: Unit, version: ChangeVersion): void {
  unit.addTouch(version);
}

export function addFarReaching(timeline: Timeline, version: ChangeVersion): void {
  timeline.farReaching = inOrder(timeline.farReaching, version);
}

export function removeFact(track: Track<unknown>, fact: UnitFact): void {
  track.remove(fact);
}

/** Takes a child from the parent that a fact gives it. */
export function removeChild(parent: Unit, { unit, field }: UnitFact): void {
  parent.removeChild(field.slice('parent:'.length), unit);
}

export function removeEdge(units: UnitRecords, edge: LineageEdge): void {
  units.own(edge.from).removeEdge(edge);
  units.own(edge.to).removeEdge(edge);
}

export function removeTouch(unit: Unit, version: ChangeVersion): void {
  unit.removeTouch(version);
}

export function removeFarReaching(timeline: Timeline, version: ChangeVersion): void {
  timeline.farReaching = timeline.farReaching.filter((other) => other !== version);
}

export function setGrounds(change: Change, grounds: readonly Ground[]): void {
  change.grounds = grounds;
}

export function setBlocks(change: Change, blocks: readonly Block[]): void {
  change.blocks = blocks;
}
