import type { Day } from '#temporal';
import type { Hierarchy } from '../ids.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';
import { segments } from './segments.js';
import { changesOf, cures, type Violation } from './violation.js';

interface Step {
  readonly unit: Unit;
  readonly from: Day;
  readonly until: Day;
  readonly below: Step | undefined;
}

/** No unit stands under itself, on any day. */
export function noCycles(
  timeline: Timeline,
  unit: Unit,
  hierarchy: Hierarchy,
  from: Day,
  until: Day,
  reads: Set<string>,
): Violation[] {
  if (!unit.children.has(hierarchy)) {
    reads.add(`children:${unit.id}`);
    return [];
  }
  const steps: Step[] = segments(unit.existence, from, until)
    .filter((alive) => alive.value === true)
    .map((alive) => ({ unit, from: alive.from, until: alive.until, below: undefined }));
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    reads.add(step.unit.id);
    for (const placed of segments(step.unit.parents.get(hierarchy), step.from, step.until)) {
      const parent = placed.value;
      if (parent == null) continue;
      const path = pathOf(step);
      if (path.includes(parent)) {
        return [
          {
            code: 'CYCLE',
            day: placed.from,
            units: path,
            changes: changesOf(
              ...path.map((u) => u.parents.get(hierarchy)?.at(placed.from, Number.MAX_SAFE_INTEGER)),
            ),
            cures: cures(
              timeline,
              path.flatMap((u) => [u.parents.get(hierarchy), u.existence]),
              placed.from,
            ),
          },
        ];
      }
      for (const alive of segments(parent.existence, placed.from, placed.until)) {
        if (alive.value === true)
          steps.push({ unit: parent, from: alive.from, until: alive.until, below: step });
      }
    }
  }
  return [];
}

/** The units from a step down to the one that the walk began with. */
function pathOf(step: Step): Unit[] {
  const path: Unit[] = [];
  for (let s: Step | undefined = step; s !== undefined; s = s.below) path.push(s.unit);
  return path;
}
