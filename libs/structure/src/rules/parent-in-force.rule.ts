import { endOfDay, type Day } from '#temporal';
import type { Hierarchy } from '../ids.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';
import { segments } from './segments.js';
import { changesOf, cures, type Violation } from './violation.js';

/** A unit in force has a parent in force, or is a root, in each hierarchy it takes part in. */
export function parentInForce(
  timeline: Timeline,
  unit: Unit,
  hierarchy: Hierarchy,
  from: Day,
  until: Day,
  reads: Set<string>,
): Violation[] {
  const track = unit.parents.get(hierarchy);
  if (track === undefined) return [];
  const { horizon } = timeline;
  const found: Violation[] = [];
  reads.add(unit.id);
  for (const alive of segments(unit.existence, horizon, from, until)) {
    if (alive.value !== true) continue;
    for (const placed of segments(track, horizon, alive.from, alive.until)) {
      if (placed.value == null) continue;
      const parent = timeline.own(placed.value);
      reads.add(parent.id);
      const orphaned = segments(parent.existence, horizon, placed.from, placed.until).find(
        (s) => s.value !== true,
      );
      if (orphaned === undefined) continue;
      found.push({
        code: 'PARENT_NOT_IN_FORCE',
        day: orphaned.from,
        units: [unit, parent],
        changes: changesOf(
          placed.fact,
          orphaned.fact ?? parent.existence.after(endOfDay(orphaned.from), horizon),
        ),
        cures: cures(timeline, [parent.existence, track, unit.existence], orphaned.from),
      });
    }
  }
  return found;
}
