import {
  FIRST_DAY,
  LAST_DAY,
  dateOf,
  type CivilDate,
  type Day,
  type ImpreciseDate,
  type Track,
} from '#temporal';
import type { ChangeVersion, LogEntry } from '../change.js';
import type { ChangeId, UnitId } from '../ids.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';

/**
 * What is asked about: the organisation at the end of the day `at`, as it was known at `position`.
 * Nothing that was recorded after `position` is ever part of an answer.
 */
export interface Reading {
  readonly timeline: Timeline;
  readonly at: Day;
  readonly position: number;
}

/** A unit as it is mentioned: by its id and what it was called. */
export interface UnitReference {
  readonly id: UnitId;
  readonly name: string;
}

/** When something takes effect: as written, and its first and last possible day; null is an open end. */
export interface When {
  readonly written: string;
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
}

/** Dates asked for lately: an answer names few days, many times. */
const dates = new Map<Day, CivilDate>();
const MOST_DATES = 10_000;

/** A day as a date; null for an open end. */
export function civil(day: Day): CivilDate | null {
  if (day < FIRST_DAY || day > LAST_DAY) return null;
  let date = dates.get(day);
  if (date === undefined) {
    if (dates.size >= MOST_DATES) dates.clear();
    dates.set(day, (date = dateOf(day)));
  }
  return date;
}

export function whenOf(on: ImpreciseDate): When {
  return { written: on.written, earliest: civil(on.earliest), latest: civil(on.latest) };
}

/** Whether a fact, edge or version is part of what is known at the position. */
export function isKnownAt(
  item: { readonly knownFrom: number; readonly knownUntil: number },
  position: number,
): boolean {
  return item.knownFrom <= position && position < item.knownUntil;
}

/** The version of a change that gave a fact or an edge. */
export function versionBehind(
  timeline: Timeline,
  from: { readonly change: string; readonly knownFrom: number },
): ChangeVersion {
  const change = timeline.changes.get(from.change as ChangeId);
  const version = change?.versions.find((candidate) => candidate.knownFrom === from.knownFrom);
  if (version === undefined)
    throw new Error(`No version of change ${from.change} at position ${from.knownFrom}`);
  return version;
}

/** What was recorded at a position; undefined if that event was not about a change. */
export function logEntryAt(timeline: Timeline, position: number): LogEntry | undefined {
  return timeline.logEntryAt(position);
}

/** What the unit is called at the reading; before it began, what it begins as; its id if nothing is known of it. */
export function nameAt(reading: Reading, unit: Unit): string {
  return valueAround(unit, unit.name, reading) ?? unit.id;
}

export function referenceTo(reading: Reading, unit: Unit): UnitReference {
  return { id: unit.id, name: nameAt(reading, unit) };
}

/** What one of a unit's tracks says at the reading; before the unit has begun, what it begins with. */
export function valueAround<V>(unit: Unit, track: Track<V>, reading: Reading): V | undefined {
  const { at, position } = reading;
  const fact = track.at(at, position);
  if (fact !== undefined || unit.existence.at(at, position) !== undefined) return fact?.value;
  const begins = unit.existence.known(position)[0];
  return begins === undefined ? undefined : track.at(begins.from, position)?.value;
}

/** Whether the unit is certainly in force. */
export function isInForce({ at, position }: Reading, unit: Unit): boolean {
  return unit.existence.at(at, position)?.value === true;
}

/** Whether the unit is not certainly in force, but may be. */
export function mayBeInForce({ at, position }: Reading, unit: Unit): boolean {
  if (unit.existence.at(at, position)?.value === true) return false;
  const open = unit.existence.indeterminateAt(at, position);
  return open.length > 0 && open.some((fact) => fact.value);
}
