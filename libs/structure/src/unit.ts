import { Track, withLast, type Fact } from '#temporal';
import type { ChangeVersion } from './change.js';
import type { Field } from './effect.js';
import { LINE, type Hierarchy, type Scheme, type UnitId } from './ids.js';
import { kindOf } from './kinds/index.js';
import type { LineageEdge } from './lineage-edge.js';

/** A fact of one unit, with the track that it stands in. */
export interface UnitFact<V = unknown> extends Fact<V> {
  readonly unit: Unit;
  readonly field: 'existence' | Field;
  readonly track: Track<V>;
}

/** Everything recorded about one unit, in both times. */
export class Unit {
  readonly existence = new Track<boolean>();
  readonly name = new Track<string>();
  readonly type = new Track<string>();
  private parentTracks: Map<Hierarchy, Track<Unit | null>> = NO_TRACKS;
  private codeTracks: Map<Scheme, Track<string | null>> = NO_TRACKS;
  private childSets: Map<Hierarchy, Set<Unit>> = NO_TRACKS;
  private touches: ChangeVersion[] = NOTHING;
  private open: ChangeVersion[] = NOTHING;
  private successorEdges: LineageEdge[] = NOTHING;
  private predecessorEdges: LineageEdge[] = NOTHING;

  constructor(readonly id: UnitId) {}

  /** Placement per hierarchy; null is a root. */
  get parents(): ReadonlyMap<Hierarchy, Track<Unit | null>> {
    return this.parentTracks;
  }

  get codes(): ReadonlyMap<Scheme, Track<string | null>> {
    return this.codeTracks;
  }

  /** Units that ever had this one as parent; whether they do on a date is theirs to say. */
  get children(): ReadonlyMap<Hierarchy, ReadonlySet<Unit>> {
    return this.childSets;
  }

  get successors(): readonly LineageEdge[] {
    return this.successorEdges;
  }

  get predecessors(): readonly LineageEdge[] {
    return this.predecessorEdges;
  }

  /** Versions of changes that act on it or name it as predecessor or successor, as they apply. */
  get touchedBy(): readonly ChangeVersion[] {
    return this.touches;
  }

  /** Those of them whose form is open: something will become of the unit, and it is not known what. */
  get anticipated(): readonly ChangeVersion[] {
    return this.open;
  }

  everChildren(hierarchy: Hierarchy = LINE): Iterable<Unit> {
    return this.childSets.get(hierarchy) ?? [];
  }

  parentTrack(hierarchy: Hierarchy): Track<Unit | null> {
    this.parentTracks = withTrack(this.parentTracks, hierarchy);
    return this.parentTracks.get(hierarchy)!;
  }

  codeTrack(scheme: Scheme): Track<string | null> {
    this.codeTracks = withTrack(this.codeTracks, scheme);
    return this.codeTracks.get(scheme)!;
  }

  addChild(hierarchy: Hierarchy, child: Unit): void {
    if (this.childSets === NO_TRACKS) this.childSets = new Map();
    const children = this.childSets.get(hierarchy);
    if (children === undefined) this.childSets.set(hierarchy, new Set([child]));
    else children.add(child);
  }

  addSuccessor(edge: LineageEdge): void {
    this.successorEdges = withLast(this.successorEdges, edge);
  }

  addPredecessor(edge: LineageEdge): void {
    this.predecessorEdges = withLast(this.predecessorEdges, edge);
  }

  /** Takes back an edge that was never committed. */
  removeEdge(edge: LineageEdge): void {
    this.successorEdges = this.successorEdges.filter((other) => other !== edge);
    this.predecessorEdges = this.predecessorEdges.filter((other) => other !== edge);
  }

  addTouch(version: ChangeVersion): void {
    this.touches = inOrder(this.touches, version);
    if (kindOf(version.kind).open === true) this.open = withLast(this.open, version);
  }

  /** Takes back a version that was never committed. */
  removeTouch(version: ChangeVersion): void {
    this.touches.splice(this.touches.lastIndexOf(version), 1);
    if (this.open !== NOTHING) this.open = this.open.filter((other) => other !== version);
  }
}

/** Shared by all units that have none; never written to. */
const NO_TRACKS = new Map<string, never>();
const NOTHING: never[] = [];

/** A list of versions in the order in which they apply, with one more. */
export function inOrder(versions: ChangeVersion[], version: ChangeVersion): ChangeVersion[] {
  const last = versions.at(-1);
  if (last === undefined || !appliesAfter(last, version)) return withLast(versions, version);
  let low = 0;
  let high = versions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (appliesAfter(versions[middle]!, version)) high = middle;
    else low = middle + 1;
  }
  versions.splice(low, 0, version);
  return versions;
}

function appliesAfter(a: ChangeVersion, b: ChangeVersion): boolean {
  return a.from > b.from || (a.from === b.from && a.order > b.order);
}

/**
 * Tracks with one of this name among them, `line` first and the others in the order of their names: a process that
 * decided a change may have been told them in another order than one that read it from the ledger.
 */
function withTrack<V>(tracks: Map<string, Track<V>>, name: string): Map<string, Track<V>> {
  if (tracks.has(name)) return tracks;
  const all: [string, Track<V>][] = [...tracks, [name, new Track<V>()]];
  return new Map(all.sort(([a], [b]) => compareTrackNames(a, b)));
}

/** The order of two different hierarchies or schemes: `line` first, the others by name. */
export function compareTrackNames(a: string, b: string): number {
  return a === LINE || (a < b && b !== LINE) ? -1 : 1;
}
