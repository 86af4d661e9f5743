import type { Hierarchy, Unit } from '#structure';
import type { Compared, ComparedUnit } from './compared.js';
import type { Side } from './side.js';

/** A unit of the scenario that comes to belong to another because of one above it. */
export interface NewBelonging {
  readonly unit: Unit;
  readonly old: Unit | null;
  readonly now: Unit | null;
  readonly because: Unit;
}

/** What a unit belongs to, and the unit by which that changes; undefined where it does not change. */
interface Belonging {
  readonly old: Unit | null;
  readonly now: Unit | null;
  readonly because: Unit | undefined;
}

/**
 * Goes down one hierarchy from the units of a scenario that begin in it, move in it or get another type, and finds those
 * under them that come to belong to another.
 *
 * @param belongsTo what a unit belongs to on a side, found by going up
 * @param isMeant whether it is found by going up this hierarchy
 */
export function newBelongings(
  compared: Compared,
  hierarchy: Hierarchy,
  belongsTo: (side: Side, unit: Unit) => Unit | null,
  isMeant: (unit: Unit) => boolean,
): NewBelonging[] {
  const { before, after } = compared;
  const found: NewBelonging[] = [];
  const visited = new Map<Unit, Belonging>();
  const compare = (unit: Unit, above: Belonging | undefined): Belonging => {
    const was = before.inForce(unit.id);
    const [old, now] = [was ? belongsTo(before, was) : null, belongsTo(after, unit)];
    if (was === undefined || old?.id === now?.id) return { old, now, because: undefined };
    const isAsAbove = above?.because !== undefined && above.old?.id === old?.id && above.now?.id === now?.id;
    const actsAlone = !isAsAbove && compared.actedOn.has(unit.id);
    return {
      old,
      now,
      because: actsAlone ? unit : (above?.because ?? nearestActing(compared, unit, hierarchy)),
    };
  };
  for (const top of upperFirst(compared, hierarchy)) {
    const parent = after.parent(top, hierarchy);
    const left: [Unit, Belonging | undefined][] = [[top, parent ? visited.get(parent) : undefined]];
    for (let next = left.pop(); next !== undefined; next = left.pop()) {
      const [unit, above] = next;
      if (visited.has(unit)) continue;
      const belonging = compare(unit, above);
      visited.set(unit, belonging);
      const { old, now, because } = belonging;
      if (because === undefined && isMeant(unit)) continue;
      if (because !== undefined && because !== unit && isMeant(unit)) found.push({ unit, old, now, because });
      for (const child of after.children(unit, hierarchy)) left.push([child, belonging]);
    }
  }
  return found;
}

/** The nearest unit above that the scenario acts on. */
function nearestActing({ after, actedOn }: Compared, unit: Unit, hierarchy: Hierarchy): Unit | undefined {
  for (const up of after.above(unit, hierarchy)) if (actedOn.has(up.id)) return up;
  return undefined;
}

/** The units by which what stands under them can belong elsewhere, those above before those below. */
function upperFirst(compared: Compared, hierarchy: Hierarchy): Unit[] {
  const isCause = (unit: ComparedUnit) =>
    unit.is && (!unit.was || unit.reclassified || compared.isMoved(unit, hierarchy));
  return [...compared.changed.values()]
    .filter(isCause)
    .map(({ after }) => ({ unit: after!, depth: compared.after.depth(after!, hierarchy) }))
    .sort((a, b) => a.depth - b.depth)
    .map(({ unit }) => unit);
}
