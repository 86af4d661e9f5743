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
  if (!unit.childPointers.has(hierarchy)) {
    reads.add(`children:${unit.id}`);
    return [];
  }
  const { horizon } = timeline;
  const steps: Step[] = segments(unit.existence, horizon, from, until)
    .filter((alive) => alive.value === true)
    .map((alive) => ({ unit, from: alive.from, until: alive.until, below: undefined }));
  for (let step = steps.pop(); step !== undefined; step = steps.pop()) {
    reads.add(step.unit.id);
    for (const placed of segments(step.unit.parents.get(hierarchy), horizon, step.from, step.until)) {
      if (placed.value == null) continue;
      const parent = timeline.own(placed.value);
      const path = pathOf(step);
      if (path.includes(parent)) {
        return [
          {
            code: 'CYCLE',
            day: placed.from,
            units: path,
            changes: changesOf(...path.map((u) => u.parents.get(hierarchy)?.at(placed.from, horizon))),
            cures: cures(
              timeline,
              path.flatMap((u) => [u.parents.get(hierarchy), u.existence]),
              placed.from,
            ),
          },
        ];
      }
      for (const alive of segments(parent.existence, horizon, placed.from, placed.until)) {
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
