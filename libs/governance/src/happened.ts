import type { KnownRecord, Register } from '#records';
import { dayOf, impreciseDate, itemAt, NO_END, utcDate, type Day } from '#temporal';

/** From which day something that is recorded counts. */
export interface Happened {
  /** As written; null: it is undated. */
  readonly written: string | null;
  /** Before this day it had not happened. */
  readonly earliest: Day;
  /** From this day on it has happened. */
  readonly latest: Day;
}

/**
 * When something happened that is recorded with a date, or with none. What is recorded as done was done by the day on
 * which it was first recorded, so that a window that this day lies in ends there; what is undated counts from that
 * day on. What may be planned ahead keeps its window.
 */
export function whenHappened(
  register: Register,
  known: Pick<KnownRecord<unknown>, 'first'>,
  written: string | undefined,
  mayBePlanned = false,
): Happened {
  const knownSince = firstKnownOn(register, known.first);
  if (written === undefined) return { written: null, earliest: knownSince, latest: knownSince };
  const { earliest, latest } = impreciseDate(written);
  const isCut = !mayBePlanned && earliest <= knownSince && knownSince < latest;
  return { written, earliest, latest: isCut ? knownSince : latest };
}

/** The day (UTC) on which the event at a position was known; without end while it is not in the ledger. */
function firstKnownOn({ log }: Register, position: number): Day {
  const entry = itemAt(log, position);
  return entry === undefined ? NO_END : dayOf(utcDate(entry.knownAt));
}
