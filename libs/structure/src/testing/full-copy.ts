import { STILL, type Position } from '#temporal';
import type { Change, ChangeVersion } from '../change.js';
import type { ChangeId } from '../ids.js';
import { Timeline } from '../timeline.js';

/**
 * A timeline of its own that holds what another one knew at a position and nothing that came after it: every answer at
 * the position or an earlier one is the same. It shares nothing with the other, and says what a branch must say.
 *
 * @param step how far its further events are apart
 */
export function fullCopy(timeline: Timeline, position: number, step = timeline.step): Timeline {
  const copied = new Timeline(step);
  const versions: ChangeVersion[] = [];
  for (const change of timeline.changes.values()) {
    if (change.first > position) continue;
    const known = change.versions.filter(({ knownFrom }) => knownFrom <= position);
    versions.push(...known);
    copied.addChange(withoutVersions(change, position));
  }
  for (const [name, { id, externalId }] of timeline.changesByName) {
    const change = copied.changes.get(id);
    if (change === undefined || name === externalId) continue;
    const at = timeline.namedSince(name);
    if (at <= position) copied.nameChange(name, change, at as Position);
  }
  for (const version of versions.sort((a, b) => a.knownFrom - b.knownFrom)) {
    addVersion(copied, version, position);
  }
  for (const [digest, at] of timeline.importedLines) {
    if (at <= position) copied.addImportedLine(digest, at);
  }
  copyLog(timeline, copied, position);
  return copied;
}

/** A change as it was at the position, still without its versions and the place that they give it. */
function withoutVersions(change: Change, position: number): Change {
  return {
    ...change,
    versions: [],
    grounds: change.grounds.filter(({ knownFrom }) => knownFrom <= position),
    blocks: change.blocks.filter(({ knownFrom }) => knownFrom <= position),
  };
}

function addVersion(copied: Timeline, version: ChangeVersion, position: number): void {
  const { knownUntil, closedBy } = version;
  const copy: ChangeVersion = {
    ...version,
    change: copyOf(copied, version.change.id),
    knownUntil: STILL,
    closedBy: undefined,
    facts: [],
    edges: [],
  };
  if (copy.pending) copied.pend(copy);
  else copied.apply(copy);
  if (knownUntil > position) return;
  copied.retract(copy, knownUntil as Position, closedBy);
}

function copyLog(timeline: Timeline, copied: Timeline, position: number): void {
  for (const entry of timeline.log) {
    if (entry.position > position) break;
    const change = copyOf(copied, entry.change.id);
    const version = change.versions.find(({ knownFrom }) => knownFrom === entry.position);
    copied.addLogEntry({ ...entry, change, version });
  }
}

function copyOf(copied: Timeline, change: ChangeId): Change {
  return copied.changes.get(change)!;
}
