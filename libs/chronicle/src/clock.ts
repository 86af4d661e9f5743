import { systemClock, instantOf } from '#ledger';
import { dayOf, utcDate, type Day, type Instant } from '#temporal';

/** The time now, by this machine's clock; the ledger's own clock stamps what is recorded. */
export function now(): Instant {
  return instantOf(systemClock());
}

/** Today's civil date in UTC. */
export function today(): Day {
  return dayOf(utcDate(now()));
}
