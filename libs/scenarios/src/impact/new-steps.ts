import {
  isKnownAt,
  versionBehind,
  type LineageEdge,
  type Payloads,
  type Reading,
  type Unit,
} from '#structure';
import type { Compared } from './compared.js';

/** What goes along with a unit, and is told of apart where a responsibility moves. */
export type Carried = 'staff' | 'budget';

const NONE: readonly LineageEdge[] = [];

/** The lineage that the scenario gives a unit of its own by the date, as far as it takes people or money along. */
export function newStepsFrom(
  { before, after }: Compared,
  unit: Unit,
  carried: Carried,
): readonly LineageEdge[] {
  if (unit.successors.length === 0) return NONE;
  const old = before.unit(unit.id)?.successors ?? NONE;
  const isOld = (edge: LineageEdge) =>
    old.some(
      (one) =>
        one.to.id === edge.to.id &&
        one.relation === edge.relation &&
        one.change === edge.change &&
        isPart(before.reading, one),
    );
  return unit.successors.filter(
    (edge) => isPart(after.reading, edge) && !isOld(edge) && takesAlong(after.reading, edge, carried),
  );
}

function isPart({ at, position }: Reading, edge: LineageEdge): boolean {
  return edge.day <= at && isKnownAt(edge, position);
}

/** A responsibility that moves takes along what is said of it: staff, or budget; a function alone takes neither. */
function takesAlong({ timeline }: Reading, edge: LineageEdge, carried: Carried): boolean {
  const { kind, payload } = versionBehind(timeline, edge);
  return kind !== 'moveResponsibility' || (payload as Payloads['moveResponsibility']).resource === carried;
}
