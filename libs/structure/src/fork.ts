import { STILL, type Position } from '#temporal';
import type { Change, ChangeVersion } from './change.js';
import type { ChangeId } from './ids.js';
import { Timeline } from './timeline.js';

/**
 * A timeline of its own, which holds what another one knew at a position and nothing that came after it, be it
 * committed or not: every answer at the position or an earlier one is the same. From then on neither sees what the
 * other records.
 *
 * Two things bear no position in a timeline. The digests of import lines are all taken over. An amendment's own name
 * is taken over if the change that it finds had been amended by the position.
 */
export function fork(timeline: Timeline, position: number): Timeline {
  const forked = new Timeline();
  const versions: ChangeVersion[] = [];
  for (const change of timeline.changes.values()) {
    if (change.first > position) continue;
    const known = change.versions.filter(({ knownFrom }) => knownFrom <= position);
    versions.push(...known);
    forked.changes.set(change.id, withoutVersions(change, position));
  }
  copyNames(timeline, forked, position);
  for (const version of versions.sort((a, b) => a.knownFrom - b.knownFrom)) {
    addVersion(forked, version, position);
  }
  for (const digest of timeline.importedLines) forked.addImportedLine(digest);
  copyLog(timeline, forked, position);
  return forked;
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

function copyNames(timeline: Timeline, forked: Timeline, position: number): void {
  for (const [name, change] of timeline.changesByName) {
    // Names stand in the order in which they were given.
    if (change.first > position) break;
    const isOwn = name === change.externalId;
    if (isOwn || change.versions[0]!.knownUntil <= position)
      forked.nameChange(name, copyOf(forked, change.id));
  }
}

function addVersion(forked: Timeline, version: ChangeVersion, position: number): void {
  const { knownUntil, closedBy } = version;
  const copy: ChangeVersion = {
    ...version,
    change: copyOf(forked, version.change.id),
    knownUntil: STILL,
    closedBy: undefined,
    facts: [],
    edges: [],
  };
  if (copy.pending) forked.pend(copy);
  else forked.apply(copy);
  if (knownUntil > position) return;
  forked.retract(copy, knownUntil as Position);
  copy.closedBy = closedBy;
}

function copyLog(timeline: Timeline, forked: Timeline, position: number): void {
  for (const entry of timeline.log) {
    if (entry.position > position) break;
    const change = copyOf(forked, entry.change.id);
    const version = change.versions.find(({ knownFrom }) => knownFrom === entry.position);
    forked.addLogEntry({ ...entry, change, version });
  }
}

function copyOf(forked: Timeline, change: ChangeId): Change {
  return forked.changes.get(change)!;
}
