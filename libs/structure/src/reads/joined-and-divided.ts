import type { Relation } from '../effect.js';
import type { ChangeId } from '../ids.js';
import type { LineageEdge } from '../lineage-edge.js';
import type { UnitPointer } from '../unit.js';
import { sortNamed } from './names-in-order.js';
import {
  referenceTo,
  versionBehind,
  whenOf,
  type Reading,
  type UnitReference,
  type When,
} from './reading.js';

/** Units that one change brought together in one. */
export interface Merged {
  readonly sources: readonly UnitReference[];
  readonly into: UnitReference;
  readonly relations: readonly Relation[];
  readonly change: ChangeId;
  readonly on: When;
}

/** A unit that one change divided. */
export interface Split {
  readonly source: UnitReference;
  readonly into: readonly UnitReference[];
  readonly relations: readonly Relation[];
  readonly change: ChangeId;
  readonly on: When;
}

const JOINING: ReadonlySet<Relation> = new Set<Relation>(['mergedInto', 'absorbedBy']);
const DIVIDING: ReadonlySet<Relation> = new Set<Relation>(['splitInto', 'spunOffFrom', 'partMovedTo']);

/** Steps of lineage by the change that made them: units that came together, and units that were divided. */
export function groupsOf(
  reading: Reading,
  edges: ReadonlySet<LineageEdge>,
): { readonly merged: readonly Merged[]; readonly split: readonly Split[] } {
  const joined = new Map<string, LineageEdge[]>();
  const divided = new Map<string, LineageEdge[]>();
  for (const edge of edges) {
    if (JOINING.has(edge.relation)) group(joined, `${edge.change} ${edge.to.id}`, edge);
    if (DIVIDING.has(edge.relation)) group(divided, `${edge.change} ${edge.from.id}`, edge);
  }
  return {
    merged: [...joined.values()].map((group) => ({
      sources: mentioned(
        reading,
        group.map((edge) => edge.from),
        group[0]!,
      ),
      into: mentioned(reading, [group[0]!.to], group[0]!)[0]!,
      ...changeOf(reading, group),
    })),
    split: [...divided.values()].map((group) => ({
      source: mentioned(reading, [group[0]!.from], group[0]!)[0]!,
      into: mentioned(
        reading,
        group.map((edge) => edge.to),
        group[0]!,
      ),
      ...changeOf(reading, group),
    })),
  };
}

function group(groups: Map<string, LineageEdge[]>, key: string, edge: LineageEdge): void {
  const members = groups.get(key);
  if (members === undefined) groups.set(key, [edge]);
  else members.push(edge);
}

/** Units as they were called when it happened, by name. */
function mentioned(reading: Reading, units: readonly UnitPointer[], { day }: LineageEdge): UnitReference[] {
  return sortNamed(
    [...new Set(units)].map((unit) => referenceTo({ ...reading, at: day }, reading.timeline.own(unit))),
  );
}

function changeOf(
  reading: Reading,
  edges: readonly LineageEdge[],
): Pick<Merged, 'relations' | 'change' | 'on'> {
  return {
    relations: [...new Set(edges.map((edge) => edge.relation))].sort(),
    change: edges[0]!.change,
    on: whenOf(versionBehind(reading.timeline, edges[0]!).on),
  };
}
