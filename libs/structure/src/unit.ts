import { Track, type Fact } from '#temporal';
import type { ChangeVersion } from './change.js';
import type { Field } from './effect.js';
import { LINE, type Hierarchy, type Scheme, type UnitId } from './ids.js';
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
  /** Placement per hierarchy; null is a root. */
  readonly parents = new Map<Hierarchy, Track<Unit | null>>();
  readonly codes = new Map<Scheme, Track<string | null>>();
  /** Units that ever had this one as parent. */
  readonly children = new Map<Hierarchy, Set<Unit>>();
  readonly successors: LineageEdge[] = [];
  readonly predecessors: LineageEdge[] = [];
  /** Versions of changes that act on it or name it as predecessor or successor, as they apply. */
  readonly touchedBy: ChangeVersion[] = [];

  constructor(readonly id: UnitId) {}

  parentTrack(hierarchy: Hierarchy): Track<Unit | null> {
    return trackOf(this.parents, hierarchy);
  }

  codeTrack(scheme: Scheme): Track<string | null> {
    return trackOf(this.codes, scheme);
  }

  /** Units that ever stood under this one in the hierarchy; whether they do on a date is theirs to say. */
  everChildren(hierarchy: Hierarchy = LINE): Iterable<Unit> {
    return this.children.get(hierarchy) ?? [];
  }
}

function trackOf<V>(tracks: Map<string, Track<V>>, name: string): Track<V> {
  let track = tracks.get(name);
  if (track === undefined) tracks.set(name, (track = new Track<V>()));
  return track;
}
