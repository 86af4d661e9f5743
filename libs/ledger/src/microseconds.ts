import type { Instant } from '#temporal';

/** Microseconds since 1970-01-01T00:00:00Z; exact in a double until the year 2255. */
export type Microseconds = number;

/** The machine's clock. */
export function systemClock(): Microseconds {
  return Math.floor((performance.timeOrigin + performance.now()) * 1000);
}

/** Writes a time as `YYYY-MM-DDTHH:MM:SS.ffffffZ`. */
export function instantOf(microseconds: Microseconds): Instant {
  const milliseconds = Math.floor(microseconds / 1000);
  const rest = String(microseconds - milliseconds * 1000).padStart(3, '0');
  return `${new Date(milliseconds).toISOString().slice(0, -1)}${rest}Z` as Instant;
}

/** Reads `YYYY-MM-DDTHH:MM:SS.ffffffZ`. */
export function microsecondsOf(instant: Instant): Microseconds {
  return Date.parse(`${instant.slice(0, 23)}Z`) * 1000 + Number(instant.slice(23, 26));
}
