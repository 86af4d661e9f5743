import type { CivilDate, Track } from '#temporal';
import type { Field } from '../effect.js';
import type { ChangeId } from '../ids.js';
import type { Unit, UnitPointer } from '../unit.js';
import type { ChangeVersion } from '../change.js';
import { civil, isKnownAt, nameAt, versionBehind, type Reading } from './reading.js';

/** A field of a unit, or its existence. */
export type MarkedField = 'existence' | Field;

/** What may have changed already: the change's date is not known well enough to say. */
export interface Mark {
  readonly field: MarkedField;
  /** The change whose precise date would settle it. */
  readonly change: ChangeId;
  /** First and last day it can have taken effect; null is an open end. */
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
  /** Its date as written. */
  readonly written: string;
  /**
   * What the field would be: a name, type or code, a parent's id, whether it is in force; null: none, or a root. Of
   * `existence` null: what becomes of the unit is open.
   */
  readonly value: string | boolean | null;
  /** The parent's name, when the field is a parent. */
  readonly valueName: string | null;
}

/** Whether anything about the unit, or its place in one hierarchy, is indeterminate. Cheap. */
export function isMarked({ at, position }: Reading, unit: Unit, hierarchy: string): boolean {
  return (
    unit.existence.indeterminateAt(at, position).length > 0 ||
    unit.name.indeterminateAt(at, position).length > 0 ||
    unit.type.indeterminateAt(at, position).length > 0 ||
    (unit.parents.get(hierarchy)?.indeterminateAt(at, position).length ?? 0) > 0 ||
    (unit.anticipated.length > 0 && anticipatedOn({ at, position }, unit).length > 0)
  );
}

/** The changes of open form that may concern the unit on the day. */
export function anticipatedOn(
  { at, position }: Pick<Reading, 'at' | 'position'>,
  unit: Unit,
): ChangeVersion[] {
  return unit.anticipated.filter((version) => version.on.earliest <= at && isKnownAt(version, position));
}

/**
 * What is indeterminate about a unit, field by field. A unit that may not have begun yet has a mark on its
 * existence and on each field that it begins with.
 */
export function marksOn(reading: Reading, unit: Unit): Mark[] {
  const { timeline, at, position } = reading;
  const marks: Mark[] = [];
  const add = <V extends string | boolean | UnitPointer | null>(field: MarkedField, track: Track<V>) => {
    for (const fact of track.indeterminateAt(at, position)) {
      const { value } = fact;
      const isUnit = value !== null && typeof value === 'object';
      marks.push({
        field,
        change: fact.change as ChangeId,
        earliest: civil(fact.earliest),
        latest: civil(fact.latest),
        written: versionBehind(timeline, fact).on.written,
        value: isUnit ? value.id : value,
        valueName: isUnit ? nameAt(reading, timeline.own(value)) : null,
      });
    }
  };
  add('existence', unit.existence);
  add('name', unit.name);
  add('type', unit.type);
  for (const [hierarchy, track] of unit.parents) add(`parent:${hierarchy}`, track);
  for (const [scheme, track] of unit.codes) add(`code:${scheme}`, track);
  for (const { change, on } of anticipatedOn(reading, unit)) {
    const when = { earliest: civil(on.earliest), latest: civil(on.latest), written: on.written };
    marks.push({ field: 'existence', change: change.id, ...when, value: null, valueName: null });
  }
  return marks;
}
