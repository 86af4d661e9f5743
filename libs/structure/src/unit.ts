import { Track, withLast, type Fact } from '#temporal';
import type { ChangeVersion } from './change.js';
import type { Field } from './effect.js';
import { LINE, type Hierarchy, type Scheme, type UnitId } from './ids.js';
import { kindOf } from './kinds/index.js';
import type { LineageEdge } from './lineage-edge.js';

declare const POINTER: unique symbol;

/**
 * How recorded things name a unit. What is recorded of it may differ between a timeline and its branches, so that
 * only a timeline leads on: `timeline.own(pointer)`. Pointers to one unit are the same in all of them.
 */
export interface UnitPointer {
  readonly id: UnitId;
  readonly [POINTER]: true;
}

/** A fact of one unit. Its track is the timeline's to find: `timeline.trackOf(fact)`. */
export interface UnitFact<V = unknown> extends Fact<V> {
  readonly unit: UnitPointer;
  readonly field: 'existence' | Field;
}

/** Everything recorded about one unit, in both times. */
export class Unit {
  readonly pointer: UnitPointer;
  readonly existence: Track<boolean>;
  readonly name: Track<string>;
  readonly type: Track<string>;
  private parentTracks: Map<Hierarchy, Track<UnitPointer | null>> = NO_TRACKS;
  private codeTracks: Map<Scheme, Track<string | null>> = NO_TRACKS;
  private childSets: Map<Hierarchy, Set<UnitPointer>> = NO_TRACKS;
  private touches: ChangeVersion[] = NOTHING;
  private open: ChangeVersion[] = NOTHING;
  private successorEdges: LineageEdge[] = NOTHING;
  private predecessorEdges: LineageEdge[] = NOTHING;

  constructor(
    readonly id: UnitId,
    original?: Unit,
    position = 0,
  ) {
    this.pointer = original?.pointer ?? (this as unknown as UnitPointer);
    this.existence = original?.existence.copy(position) ?? new Track();
    this.name = original?.name.copy(position) ?? new Track();
    this.type = original?.type.copy(position) ?? new Track();
  }

  /**
   * A unit to be recorded on, with what was recorded of this one by a position. It goes by the same pointer; its
   * children are those of this one, and later ones too, until it is given its own.
   */
  copy(position: number): Unit {
    const copied = new Unit(this.id, this, position);
    copied.parentTracks = copyTracks(this.parentTracks, position);
    copied.codeTracks = copyTracks(this.codeTracks, position);
    copied.childSets = this.childSets;
    const isRecorded = ({ knownFrom }: { readonly knownFrom: number }) => knownFrom <= position;
    copied.touches = this.touches.filter(isRecorded);
    copied.open = this.open.filter(isRecorded);
    copied.successorEdges = this.successorEdges.filter(isRecorded);
    copied.predecessorEdges = this.predecessorEdges.filter(isRecorded);
    return copied;
  }

  /** Placement per hierarchy; null is a root. */
  get parents(): ReadonlyMap<Hierarchy, Track<UnitPointer | null>> {
    return this.parentTracks;
  }

  get codes(): ReadonlyMap<Scheme, Track<string | null>> {
    return this.codeTracks;
  }

  /** Units that ever had this one as parent, and maybe more: see `timeline.everChildren`. */
  get childPointers(): ReadonlyMap<Hierarchy, ReadonlySet<UnitPointer>> {
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

  parentTrack(hierarchy: Hierarchy): Track<UnitPointer | null> {
    let track = this.parentTracks.get(hierarchy);
    if (track === undefined) {
      track = new Track();
      this.parentTracks = withNamed(this.parentTracks, hierarchy, track);
    }
    return track;
  }

  codeTrack(scheme: Scheme): Track<string | null> {
    let track = this.codeTracks.get(scheme);
    if (track === undefined) {
      track = new Track();
      this.codeTracks = withNamed(this.codeTracks, scheme, track);
    }
    return track;
  }

  trackOf(field: UnitFact['field']): Track<unknown> {
    switch (field) {
      case 'existence':
      case 'name':
      case 'type':
        return this[field] as Track<unknown>;
    }
    const colon = field.indexOf(':');
    const name = field.slice(colon + 1);
    const track = colon === 'parent'.length ? this.parentTrack(name) : this.codeTrack(name);
    return track as Track<unknown>;
  }

  /** @returns whether it is new */
  addChild(hierarchy: Hierarchy, child: UnitPointer): boolean {
    if (this.childSets === NO_TRACKS) this.childSets = new Map();
    const children = this.childSets.get(hierarchy);
    if (children === undefined) this.childSets.set(hierarchy, new Set([child]));
    else if (children.has(child)) return false;
    else children.add(child);
    return true;
  }

  /** Takes back a child that was never committed. */
  removeChild(hierarchy: Hierarchy, child: UnitPointer): void {
    const children = this.childSets.get(hierarchy);
    children?.delete(child);
    if (children?.size === 0) this.childSets.delete(hierarchy);
  }

  /** Gives a copied unit children of its own. */
  setChildren(children: Map<Hierarchy, Set<UnitPointer>>): void {
    this.childSets = children;
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

  /** Puts an edge in the place of another between the same units. */
  replaceEdge(edge: LineageEdge, by: LineageEdge): void {
    this.successorEdges = replaced(this.successorEdges, edge, by);
    this.predecessorEdges = replaced(this.predecessorEdges, edge, by);
  }

  /** Puts a version in the place of another of the same moment. */
  replaceTouch(version: ChangeVersion, by: ChangeVersion): void {
    this.touches = replaced(this.touches, version, by);
    this.open = replaced(this.open, version, by);
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

function copyTracks<V>(tracks: ReadonlyMap<string, Track<V>>, position: number): Map<string, Track<V>> {
  return new Map(Array.from(tracks, ([name, track]) => [name, track.copy(position)]));
}

/** Shared by all units that have none; never written to. */
const NO_TRACKS = new Map<string, never>();
const NOTHING: never[] = [];

/** A list with one item in the place of another, if that is there. */
export function replaced<T>(list: T[], item: T, by: T): T[] {
  const at = list.lastIndexOf(item);
  return at < 0 ? list : list.with(at, by);
}

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
 * Tracks with one more among them, `line` first and the others in the order of their names: a process that decided a
 * change may have been told them in another order than one that read it from the ledger.
 */
function withNamed<V>(
  tracks: ReadonlyMap<string, Track<V>>,
  name: string,
  track: Track<V>,
): Map<string, Track<V>> {
  const all: [string, Track<V>][] = [...tracks, [name, track]];
  return new Map(all.sort(([a], [b]) => compareTrackNames(a, b)));
}

/** The order of two different hierarchies or schemes: `line` first, the others by name. */
export function compareTrackNames(a: string, b: string): number {
  return a === LINE || (a < b && b !== LINE) ? -1 : 1;
}
