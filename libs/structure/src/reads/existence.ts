import { NO_END, type CivilDate, type Day } from '#temporal';
import type { Unit } from '../unit.js';
import { civil, isKnownAt, versionBehind, type Reading } from './reading.js';

/** A time during which a unit is in force: from its first day, up to but not including `to`. */
export interface ExistenceInterval {
  /** First day in force for certain; null if that is never certain. */
  readonly from: CivilDate | null;
  /** First day no longer in force; null while no end is known. */
  readonly to: CivilDate | null;
  /** The dates of its beginning and end as written. */
  readonly fromWritten: string;
  readonly toWritten: string | null;
  readonly fromDay: Day;
  readonly toDay: Day;
}

/**
 * All times during which a unit is in force, as known at the reading's position, in order. One that began and
 * ended on one day never was in force at the end of a day, and is left out.
 */
export function existenceOf({ timeline, position }: Reading, unit: Unit): ExistenceInterval[] {
  const intervals: ExistenceInterval[] = [];
  let open: { fromDay: Day; fromWritten: string } | undefined;
  for (const fact of unit.existence.known(position)) {
    if (fact.value && open === undefined) {
      open = { fromDay: fact.from, fromWritten: versionBehind(timeline, fact).on.written };
    } else if (!fact.value && open !== undefined) {
      if (fact.from > open.fromDay) {
        intervals.push(spanning(open, fact.from, versionBehind(timeline, fact).on.written));
      }
      open = undefined;
    }
  }
  if (open !== undefined) intervals.push(spanning(open, NO_END, null));
  return intervals;
}

function spanning(
  { fromDay, fromWritten }: { fromDay: Day; fromWritten: string },
  toDay: Day,
  toWritten: string | null,
): ExistenceInterval {
  return { from: civil(fromDay), to: civil(toDay), fromWritten, toWritten, fromDay, toDay };
}

/** First day of the time in force that holds on the reading's date; null if it is not certainly in force then. */
export function sinceDay({ at, position }: Reading, unit: Unit): Day | null {
  let since: Day | null = null;
  for (const fact of unit.existence.all()) {
    if (fact.from > at) break;
    if (isKnownAt(fact, position)) since = fact.value ? (since ?? fact.from) : null;
  }
  return since;
}
