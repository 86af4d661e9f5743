import type { Instant } from '#temporal';

/** Microseconds since 1970-01-01T00:00:00Z; exact in a double until the year 2255. */
export type Microseconds = number;

const SECOND = 1_000_000;

/** The machine's clock. */
export function systemClock(): Microseconds {
  return Math.floor((performance.timeOrigin + performance.now()) * 1000);
}

/** Writes a time as `YYYY-MM-DDTHH:MM:SS.ffffffZ`. */
export function instantOf(microseconds: Microseconds): Instant {
  const second = Math.floor(microseconds / SECOND);
  const fraction = microseconds - second * SECOND;
  return `${secondText(second)}.${String(fraction + SECOND).slice(1)}Z` as Instant;
}

/** Reads `YYYY-MM-DDTHH:MM:SS.ffffffZ`. */
export function microsecondsOf(instant: Instant): Microseconds {
  return Date.parse(`${instant.slice(0, 19)}Z`) * 1000 + Number(instant.slice(20, 26));
}

let lastSecond = Number.NaN;
let lastText = '';

/** Events in order fall in the same second again and again: remember the last one. */
function secondText(second: number): string {
  if (second !== lastSecond) {
    lastText = new Date(second * 1000).toISOString().slice(0, 19);
    lastSecond = second;
  }
  return lastText;
}
