import type { Day } from '#temporal';
import type { ChangeVersion } from '../change.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';

/**
 * The days among which a search for days has to choose. Rules ask only in which order changes apply, and which of
 * them on one day. So of the days between two fixed ones - on which a change applies, or a window begins or ends -
 * only the latest differ, as many as there are imprecise changes that could stand there one after the other.
 */
export class DaysThatDiffer {
  private readonly fixed: readonly Day[];
  private readonly imprecise: readonly ChangeVersion[];

  /** @param units those whose changes can stand in each other's way */
  constructor({ horizon }: Timeline, units: Iterable<Unit>) {
    const versions = new Set<ChangeVersion>();
    for (const { touchedBy } of units) {
      for (const version of touchedBy) {
        if (version.knownFrom <= horizon && horizon < version.knownUntil) versions.add(version);
      }
    }
    const days = [...versions].flatMap(({ on, from }) => [on.earliest, on.latest, from]);
    this.fixed = [...new Set(days)].sort((a, b) => (a < b ? -1 : 1));
    this.imprecise = [...versions].filter(({ on }) => on.earliest < on.latest);
  }

  /** The latest of these days that is not after a day. */
  latestBy(day: Day): Day {
    const next = this.fixed.find((fixed) => fixed >= day);
    const previous = this.fixed.findLast((fixed) => fixed < day);
    if (next === undefined || next === Infinity || previous === undefined) return day;
    const room = this.imprecise.filter(({ on }) => on.earliest <= previous && on.latest >= next).length;
    return next - day <= room ? day : previous;
  }
}
