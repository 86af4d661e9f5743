import { LINE, type Unit, type UnitId } from '#structure';
import type { Side } from './side.js';

/**
 * Some units and everything that stands under them in the line, each once, in force or not: under one that may or may
 * not be in force there can be units that are.
 */
export function unitsUnder(side: Side, tops: readonly UnitId[]): Set<Unit> {
  const units = new Set(tops.flatMap((id) => side.unit(id) ?? []));
  // Grows while it runs.
  for (const unit of units) {
    for (const child of side.reading.timeline.everChildren(unit, LINE)) {
      if (side.parent(child) === unit) units.add(child);
    }
  }
  return units;
}
