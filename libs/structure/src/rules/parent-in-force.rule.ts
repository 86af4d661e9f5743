import { endOfDay, type Day } from '#temporal';
import type { Hierarchy } from '../ids.js';
import { LATEST } from '../state.js';
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
  const found: Violation[] = [];
  reads.add(unit.id);
  for (const alive of segments(unit.existence, from, until)) {
    if (alive.value !== true) continue;
    for (const placed of segments(track, alive.from, alive.until)) {
      const parent = placed.value;
      if (parent == null) continue;
      reads.add(parent.id);
      const orphaned = segments(parent.existence, placed.from, placed.until).find((s) => s.value !== true);
      if (orphaned === undefined) continue;
      found.push({
        code: 'PARENT_NOT_IN_FORCE',
        day: orphaned.from,
        units: [unit, parent],
        changes: changesOf(
          placed.fact,
          orphaned.fact ?? parent.existence.after(endOfDay(orphaned.from), LATEST),
        ),
        cures: cures(timeline, [parent.existence, track, unit.existence], orphaned.from),
      });
    }
  }
  return found;
}
