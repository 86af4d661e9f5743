import type { CivilDate } from '#temporal';
import { LINE, type Hierarchy, type Scheme, type UnitId } from '../ids.js';
import type { Unit } from '../unit.js';
import { existenceOf, type ExistenceInterval } from './existence.js';
import { marksOn, type Mark } from './marks.js';
import { sortNamed } from './names-in-order.js';
import {
  isInForce,
  mayBeInForce,
  nameAt,
  referenceTo,
  valueAround,
  type Reading,
  type UnitReference,
} from './reading.js';

/**
 * `inForce` for certain; `indeterminate`: it may or may not exist; `notYet`: it begins later; `ended`: it
 * was, and is no more; `unknown`: nothing is known of it at the reading's position.
 */
export type UnitStatus = 'inForce' | 'indeterminate' | 'notYet' | 'ended' | 'unknown';

/** A unit's place in one hierarchy; a null parent is a root. */
export interface Placement {
  readonly hierarchy: Hierarchy;
  readonly parent: UnitReference | null;
}

export interface UnitState {
  readonly id: UnitId;
  /** As it is at the reading; as it last was, if it has ended; as it will begin, if it has not begun. */
  readonly name: string;
  readonly type: string;
  readonly codes: Readonly<Record<Scheme, string>>;
  /** Its parent in every hierarchy it takes part in, `line` first. */
  readonly parents: readonly Placement[];
  readonly status: UnitStatus;
  /** First day of the time in force that is meant: the present one, else the one before, else the next. */
  readonly since: CivilDate | null;
  /** First day no longer in force; null while no end is known. */
  readonly until: CivilDate | null;
  /** That time with its dates as written; null if the unit is never in force. */
  readonly interval: ExistenceInterval | null;
  /** Every time in force, in order: a unit that began again has more than one. */
  readonly intervals: readonly ExistenceInterval[];
  readonly indeterminate: readonly Mark[];
}

/** Everything about one unit at the reading, also when it does not exist then. */
export function unitState(reading: Reading, unit: Unit): UnitState {
  const intervals = existenceOf(reading, unit);
  const status = statusOf(reading, unit);
  const interval = intervalMeant(reading, intervals);
  return {
    id: unit.id,
    name: nameAt(reading, unit),
    type: valueAround(unit, unit.type, reading) ?? '',
    codes: codesAt(reading, unit),
    parents: placementsOf(reading, unit),
    status,
    since: interval?.from ?? null,
    until: interval?.to ?? null,
    interval,
    intervals,
    indeterminate: marksOn(reading, unit),
  };
}

export function statusOf(reading: Reading, unit: Unit): UnitStatus {
  if (isInForce(reading, unit)) return 'inForce';
  if (mayBeInForce(reading, unit)) return 'indeterminate';
  if (unit.existence.at(reading.at, reading.position) !== undefined) return 'ended';
  return unit.existence.known(reading.position).length > 0 ? 'notYet' : 'unknown';
}

function intervalMeant({ at }: Reading, intervals: readonly ExistenceInterval[]): ExistenceInterval | null {
  return intervals.findLast((interval) => interval.fromDay <= at) ?? intervals[0] ?? null;
}

/** A unit's codes by scheme, in the order of the schemes' names. */
export function codesAt(reading: Reading, unit: Unit): Record<Scheme, string> {
  const codes: Record<Scheme, string> = {};
  const tracks = unit.codes.size > 1 ? [...unit.codes].sort(byScheme) : unit.codes;
  for (const [scheme, track] of tracks) {
    const code = valueAround(unit, track, reading);
    if (code != null) codes[scheme] = code;
  }
  return codes;
}

function byScheme([a]: readonly [Scheme, unknown], [b]: readonly [Scheme, unknown]): number {
  return a < b ? -1 : 1;
}

/** A unit's code in one scheme. */
export function codeAt(reading: Reading, unit: Unit, scheme: Scheme): string | null {
  const track = unit.codes.get(scheme);
  return track === undefined ? null : (valueAround(unit, track, reading) ?? null);
}

/** Its parent; null is a root; undefined: it takes no part in the hierarchy. */
export function parentAt(reading: Reading, unit: Unit, hierarchy: Hierarchy = LINE): Unit | null | undefined {
  const track = unit.parents.get(hierarchy);
  const parent = track && valueAround(unit, track, reading);
  return parent && reading.timeline.own(parent);
}

function placementsOf(reading: Reading, unit: Unit): Placement[] {
  const placements: Placement[] = [];
  for (const hierarchy of hierarchiesOf(unit)) {
    const parent = parentAt(reading, unit, hierarchy);
    if (parent !== undefined) {
      placements.push({ hierarchy, parent: parent === null ? null : referenceTo(reading, parent) });
    }
  }
  return placements;
}

function hierarchiesOf(unit: Unit): Hierarchy[] {
  return [...unit.parents.keys()].sort((a, b) =>
    a === LINE ? -1 : b === LINE ? 1 : a < b ? -1 : a > b ? 1 : 0,
  );
}

/** The units in force that stand directly under it, by name. */
export function childrenAt(reading: Reading, unit: Unit, hierarchy: Hierarchy = LINE): Unit[] {
  const children: { id: UnitId; name: string; unit: Unit }[] = [];
  for (const child of reading.timeline.everChildren(unit, hierarchy)) {
    const parent = child.parents.get(hierarchy)?.at(reading.at, reading.position)?.value;
    if (parent === unit.pointer && isInForce(reading, child)) {
      children.push({ id: child.id, name: nameAt(reading, child), unit: child });
    }
  }
  return sortNamed(children).map((child) => child.unit);
}

/** The units above it, from the root to its parent. */
export function ancestorsAt(reading: Reading, unit: Unit, hierarchy: Hierarchy = LINE): Unit[] {
  const above: Unit[] = [];
  const seen = new Set([unit]);
  for (
    let up = parentAt(reading, unit, hierarchy);
    up && !seen.has(up);
    up = parentAt(reading, up, hierarchy)
  ) {
    seen.add(up);
    above.push(up);
  }
  return above.reverse();
}

/** The ids from the root to the unit, itself last. */
export function pathAt(reading: Reading, unit: Unit, hierarchy: Hierarchy = LINE): UnitId[] {
  return [...ancestorsAt(reading, unit, hierarchy), unit].map(({ id }) => id);
}
