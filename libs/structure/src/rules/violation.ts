import { dayBefore, type Day, type Fact, type Track } from '#temporal';
import type { ChangeVersion } from '../change.js';
import { knownVersion } from '../recorded-event.js';
import type { RejectionCode } from '../rejection.js';
import type { Timeline } from '../timeline.js';
import type { ChangeId } from '../ids.js';
import type { Unit } from '../unit.js';
import type { Message } from '#temporal';

/** An imprecise change that could have happened earlier within its window, so that a rule holds. */
export interface Cure {
  readonly version: ChangeVersion;
  readonly to: Day;
}

/** A rule that is broken at the end of a day, when every imprecise change happens as late as it may. */
export interface Violation {
  readonly code: RejectionCode;
  readonly day: Day;
  readonly units: readonly Unit[];
  readonly changes: readonly string[];
  /** None: no choice of days can keep the rule. */
  readonly cures: readonly Cure[];
  /** Says more than the code does. */
  readonly detail?: Message;
}

/** The version of a change that is known now. */
export function currentVersion(timeline: Timeline, change: string): ChangeVersion | undefined {
  return knownVersion(timeline, timeline.changes.get(change as ChangeId));
}

/**
 * The imprecise changes with later facts in the tracks that may have happened by the day, and those with the
 * facts that hold then that may have happened before the facts which they replaced.
 * With an `order` they must apply before that place in the day, else by the day's end.
 */
export function cures(
  timeline: Timeline,
  tracks: readonly (Track<never> | Track<unknown> | undefined)[],
  day: Day,
  order = Infinity,
): Cure[] {
  const { horizon } = timeline;
  const found = new Map<string, Cure>();
  const add = (fact: Fact<unknown>, to: Day) => {
    if (found.has(fact.change) || fact.earliest > to || to >= fact.from) return;
    const version = currentVersion(timeline, fact.change);
    if (version !== undefined) found.set(fact.change, { version, to });
  };
  for (const track of tracks) {
    if (track === undefined || !track.hasImprecise) continue;
    for (const fact of track.imprecise(horizon) as readonly Fact<unknown>[]) {
      if (fact.from >= day) add(fact, fact.order < order ? day : dayBefore(day));
    }
    const holds: Fact<unknown> | undefined = track.before({ from: day, order, seq: 0 }, horizon);
    const replaced: Fact<unknown> | undefined = holds && track.before(holds, horizon);
    if (replaced === undefined) continue;
    add(holds!, holds!.order < replaced.order ? replaced.from : dayBefore(replaced.from));
  }
  return [...found.values()];
}

export function changesOf(...facts: (Fact<unknown> | undefined)[]): string[] {
  return [...new Set(facts.flatMap((fact) => (fact === undefined ? [] : [fact.change])))];
}
