import type { Track } from '#temporal';
import type { ChangeVersion } from '../change.js';
import type { ChangeId, Hierarchy, Scheme, UnitId } from '../ids.js';
import type { Anticipated } from '../kinds/anticipate.kind.js';
import type { LineageEdge } from '../lineage-edge.js';
import { compareTrackNames, type Unit, type UnitPointer } from '../unit.js';
import { groupsOf, type Merged, type Split } from './joined-and-divided.js';
import { deadEndAt, reach } from './lineage.js';
import { anticipatedOn } from './marks.js';
import { sortNamed } from './names-in-order.js';
import { isInForce, isKnownAt, nameAt, referenceTo, valueAround, whenOf } from './reading.js';
import type { Reading, UnitReference, When } from './reading.js';
import { parentAt } from './unit-state.js';

export type { Merged, Split } from './joined-and-divided.js';

/** Whether what differs is known to have happened between the two readings. */
interface Dated {
  /**
   * False where a date is not known well enough: it may have been so at the first reading already, or a unit that ended
   * may still stand at the second.
   */
  readonly certain: boolean;
}

export interface Begun extends UnitReference, Dated {
  readonly type: string;
  readonly parent: UnitReference | null;
  /** Units of the first reading that it continues, nearest first. */
  readonly predecessors: readonly UnitReference[];
}

export interface Ended extends UnitReference, Dated {
  readonly type: string;
  readonly parent: UnitReference | null;
  /** Units of the second reading that continue it, nearest first. */
  readonly successors: readonly UnitReference[];
  /** Said when it ended: there is none, or it is not known; null: nothing was said. */
  readonly succession: 'none' | 'unknown' | null;
}

/** What became of one field of a unit that is in force at both readings; `name` is what it is called at the second. */
export interface FieldChange extends UnitReference, Dated {
  readonly before: string;
  readonly after: string;
}

/** A place in a hierarchy: under a parent, at the top (null), or no part in it. */
export interface Place {
  readonly takesPart: boolean;
  readonly parent: UnitReference | null;
}

export interface Moved extends UnitReference, Dated {
  readonly hierarchy: Hierarchy;
  readonly before: Place;
  readonly after: Place;
}

export interface Recoded extends UnitReference, Dated {
  readonly scheme: Scheme;
  readonly before: string | null;
  readonly after: string | null;
}

/** A change whose form is open and that may have come by the second reading: what became of its units cannot be told. */
export interface AwaitedChange {
  readonly change: ChangeId;
  readonly on: When;
  /** What is said to come, in the words of its source. */
  readonly what: string;
  /** As they are called at the second reading. */
  readonly units: readonly UnitReference[];
}

/**
 * What differs between two readings, each list by name (see `compareNamed`); `merged` and `split` step by step
 * in the order in which they happened, also where a unit between the two has come and gone.
 */
export interface Difference {
  readonly begun: readonly Begun[];
  readonly ended: readonly Ended[];
  readonly renamed: readonly FieldChange[];
  readonly reclassified: readonly FieldChange[];
  readonly moved: readonly Moved[];
  readonly recoded: readonly Recoded[];
  readonly merged: readonly Merged[];
  readonly split: readonly Split[];
  /** That may not have come by the first reading, in the order of their recording. */
  readonly awaited: readonly AwaitedChange[];
}

/**
 * Compares what is in force for certain at two readings of one organisation. They may differ in their date, their
 * position (what was learnt in between) or both, and one may be of a timeline and the other of a branch of it: units
 * and steps of lineage are the same by their ids. The first should be the earlier one.
 */
export function difference(first: Reading, second: Reading): Difference {
  const ids = changedIds(first, second);
  const steps = newSteps(first, second, ids);
  const isNew = (edge: LineageEdge) => steps.has(edge);
  /** Units in force that new steps lead to, from a unit of the second timeline: back in the first, on in the second. */
  const related = (unit: Unit | undefined, way: 'back' | 'forward'): UnitReference[] => {
    if (unit === undefined || steps.size === 0) return [];
    const there = way === 'back' ? first : second;
    const references: UnitReference[] = [];
    for (const reached of reach(second.timeline, unit, way, isNew)) {
      const other = counterpart(reached.unit, second, there);
      if (reached.unit === unit || other === undefined || !isInForce(there, other)) continue;
      references.push(referenceTo(there, other));
    }
    return references;
  };

  const begun: Begun[] = [];
  const ended: Ended[] = [];
  const renamed: FieldChange[] = [];
  const reclassified: FieldChange[] = [];
  const moved: Moved[] = [];
  const recoded: Recoded[] = [];
  const compare = (before: Unit | undefined, after: Unit | undefined) => {
    const was = before !== undefined && isInForce(first, before);
    const is = after !== undefined && isInForce(second, after);
    if (!was && is) {
      const certain = isSettled(first, before?.existence);
      begun.push({ ...boxOf(second, after), certain, predecessors: related(after, 'back') });
    } else if (was && !is) {
      const end = after === undefined ? null : deadEndAt(second, after);
      const successors = related(after, 'forward');
      const certain = isSettled(first, before.existence) && isSettled(second, after?.existence);
      ended.push({ ...boxOf(first, before), certain, successors, succession: end?.succession ?? null });
    } else if (was && is) {
      const [oldName, name] = [nameAt(first, before), nameAt(second, after)];
      if (oldName !== name) {
        const certain = isSettled(first, before.name);
        renamed.push({ id: after.id, name, certain, before: oldName, after: name });
      }
      const [oldType, type] = [typeAt(first, before), typeAt(second, after)];
      if (oldType !== type) {
        const certain = isSettled(first, before.type);
        reclassified.push({ id: after.id, name, certain, before: oldType, after: type });
      }
      addMoves(moved, first, before, second, after, name);
      addRecodings(recoded, first, before, second, after, name);
    }
  };
  for (const [before, after] of pairs(first, second, ids)) compare(before, after);
  return {
    begun: sortNamed(begun),
    ended: sortNamed(ended),
    renamed: sortNamed(renamed),
    reclassified: sortNamed(reclassified),
    moved: sortNamed(moved),
    recoded: sortNamed(recoded),
    ...groupsOf(second, steps),
    awaited: awaitedOnlyAt(second, first, ids),
  };
}

/** Whether no change may or may not have touched the track at the reading. */
function isSettled<V>({ at, position }: Reading, track: Track<V> | undefined): boolean {
  return track === undefined || track.indeterminateAt(at, position).length === 0;
}

function awaitedOnlyAt(
  second: Reading,
  first: Reading,
  ids: ReadonlySet<UnitId> | undefined,
): AwaitedChange[] {
  const before = new Set([...awaitedAt(first, ids)].map(({ change }) => change.id));
  return [...awaitedAt(second, ids)]
    .filter(({ change }) => !before.has(change.id))
    .sort((a, b) => a.change.first - b.change.first)
    .map(({ change, on, payload }) => {
      const { what, units } = payload as Anticipated;
      const named = units.flatMap((id) => second.timeline.units.get(id as UnitId) ?? []);
      return {
        change: change.id,
        on: whenOf(on),
        what,
        units: named.map((unit) => referenceTo(second, unit)),
      };
    });
}

function awaitedAt(reading: Reading, ids: ReadonlySet<UnitId> | undefined): Set<ChangeVersion> {
  const versions = new Set<ChangeVersion>();
  for (const unit of unitsAmong(reading, ids)) {
    if (unit.anticipated.length === 0) continue;
    for (const version of anticipatedOn(reading, unit)) versions.add(version);
  }
  return versions;
}

/** Each unit as the two readings know it, of those that may differ. */
function* pairs(
  first: Reading,
  second: Reading,
  ids: ReadonlySet<UnitId> | undefined,
): Generator<[Unit | undefined, Unit | undefined]> {
  const [one, other] = [first.timeline.units, second.timeline.units];
  if (ids !== undefined) {
    for (const id of ids) yield [one.get(id), other.get(id)];
    return;
  }
  for (const unit of one.values()) yield [unit, counterpart(unit, first, second)];
  if (one === other) return;
  for (const unit of other.values()) if (!one.has(unit.id)) yield [undefined, unit];
}

/** The units of a reading; with ids, those only. */
function* unitsAmong({ timeline }: Reading, ids: ReadonlySet<UnitId> | undefined): Generator<Unit> {
  if (ids === undefined) {
    yield* timeline.units.values();
    return;
  }
  for (const id of ids) {
    const unit = timeline.units.get(id);
    if (unit !== undefined) yield unit;
  }
}

/** The only units that may differ: of branches of one timeline those that they have changed. Undefined: any may. */
function changedIds(first: Reading, second: Reading): ReadonlySet<UnitId> | undefined {
  return shareTheRest(first, second)
    ? new Set([...first.timeline.changedUnits, ...second.timeline.changedUnits])
    : undefined;
}

/** Whether both readings read what is not changed in their timelines from one timeline, on one day and as known at one position. */
function shareTheRest(first: Reading, second: Reading): boolean {
  const [one, other] = [first, second].map(({ timeline, position }) => timeline.origin(position));
  return first.at === second.at && one!.timeline === other!.timeline && one!.position === other!.position;
}

/** The same unit in the timeline of another reading; undefined if nothing is known of it there. */
function counterpart(unit: Unit, from: Reading, there: Reading): Unit | undefined {
  return from.timeline === there.timeline ? unit : there.timeline.units.get(unit.id);
}

function boxOf(reading: Reading, unit: Unit): UnitReference & Pick<Begun, 'type' | 'parent'> {
  const parent = parentAt(reading, unit);
  return {
    ...referenceTo(reading, unit),
    type: typeAt(reading, unit),
    parent: parent ? referenceTo(reading, parent) : null,
  };
}

function typeAt(reading: Reading, unit: Unit): string {
  return valueAround(unit, unit.type, reading) ?? '';
}

function addMoves(
  moved: Moved[],
  first: Reading,
  earlier: Unit,
  second: Reading,
  later: Unit,
  name: string,
): void {
  for (const hierarchy of namesIn(earlier.parents, later.parents)) {
    const before = certainParent(first, earlier, hierarchy);
    const after = certainParent(second, later, hierarchy);
    if (before === after || (before && before.id) === (after && after.id)) continue;
    moved.push({
      id: later.id,
      name,
      certain: isSettled(first, earlier.parents.get(hierarchy)),
      hierarchy,
      before: placeOf(first, before),
      after: placeOf(second, after),
    });
  }
}

function certainParent(reading: Reading, unit: Unit, hierarchy: Hierarchy): UnitPointer | null | undefined {
  return unit.parents.get(hierarchy)?.at(reading.at, reading.position)?.value;
}

function placeOf(reading: Reading, parent: UnitPointer | null | undefined): Place {
  const unit = parent && reading.timeline.own(parent);
  return { takesPart: parent !== undefined, parent: unit ? referenceTo(reading, unit) : null };
}

function addRecodings(
  recoded: Recoded[],
  first: Reading,
  earlier: Unit,
  second: Reading,
  later: Unit,
  name: string,
): void {
  for (const scheme of namesIn(earlier.codes, later.codes)) {
    const before = certainCode(first, earlier, scheme);
    const after = certainCode(second, later, scheme);
    if (before === after) continue;
    const certain = isSettled(first, earlier.codes.get(scheme));
    recoded.push({ id: later.id, name, certain, scheme, before, after });
  }
}

function certainCode({ at, position }: Reading, unit: Unit, scheme: Scheme): string | null {
  return unit.codes.get(scheme)?.at(at, position)?.value ?? null;
}

type Tracks = ReadonlyMap<string, unknown>;

/** The names of two units' tracks, each once. */
function namesIn(before: Tracks, after: Tracks): Iterable<string> {
  if (before === after || isWithin(after, before)) return before.keys();
  return [...new Set([...before.keys(), ...after.keys()])].sort(compareTrackNames);
}

function isWithin(some: Tracks, all: Tracks): boolean {
  for (const name of some.keys()) if (!all.has(name)) return false;
  return true;
}

/** Steps of lineage that are part of the second reading and not of the first, in the order in which they happened. */
function newSteps(first: Reading, second: Reading, ids: ReadonlySet<UnitId> | undefined): Set<LineageEdge> {
  const isPart = ({ at, position }: Reading, edge: LineageEdge) =>
    edge.day <= at && isKnownAt(edge, position);
  const isOne = first.timeline === second.timeline;
  const edges: LineageEdge[] = [];
  for (const unit of unitsAmong(second, ids)) {
    if (unit.successors.length === 0) continue;
    const before = counterpart(unit, second, first);
    for (const edge of unit.successors) {
      if (!isPart(second, edge) || (isOne && isPart(first, edge))) continue;
      // A correction, also in a branch, gives its steps anew: one that was part of the first reading is not news.
      const known = before?.successors.some(
        (old) =>
          old.to.id === edge.to.id &&
          old.relation === edge.relation &&
          old.change === edge.change &&
          isPart(first, old),
      );
      if (!known) edges.push(edge);
    }
  }
  return new Set(edges.sort((a, b) => a.day - b.day || a.order - b.order || byId(a.from, b.from)));
}

function byId(a: UnitPointer, b: UnitPointer): number {
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
