import { assignmentsAt, isGiven, unitOfParty, type AssignmentOnDate, type Evidence } from '#governance';
import type { RecordId, Register } from '#records';
import { lineageOn, whenOf, type UnitId, type UnitReference, type When } from '#structure';
import { grouped, impreciseDate } from '#temporal';
import type { Compared } from './compared.js';

/** An assignment that is not done, of a unit that ends. */
export interface OpenAssignment {
  readonly id: RecordId;
  readonly title: string;
  readonly standing: AssignmentOnDate['standing'];
  readonly status: AssignmentOnDate['status'];
  readonly due: When | null;
  /** Those that have it and end, as they are called before. */
  readonly units: readonly UnitReference[];
  /** Units in force that their lineage leads to. */
  readonly successors: readonly UnitReference[];
}

interface AssignmentsKept {
  readonly at: number;
  readonly byUnit: ReadonlyMap<string, readonly AssignmentOnDate[]>;
}
const kept = new WeakMap<Evidence, AssignmentsKept>();

/** Assignments by the units that have them on a date: read once for the evidence and the date asked about last. */
function assignmentsByUnit(compared: Compared, register: Register, evidence: Evidence, recordsAt: number) {
  const { at } = compared.after.reading;
  let found = kept.get(evidence);
  if (found === undefined || found.at !== at) {
    const pairs = assignmentsAt(register, recordsAt, at, { evidence }).flatMap((assignment) =>
      assignment.to.flatMap(({ party }) => {
        const unit = unitOfParty(party);
        return unit === undefined ? [] : [{ unit, assignment }];
      }),
    );
    const byUnit = new Map(
      Array.from(
        grouped(pairs, ({ unit }) => unit),
        ([unit, of]) => [unit, of.map((pair) => pair.assignment)],
      ),
    );
    kept.set(evidence, (found = { at, byUnit }));
  }
  return found.byUnit;
}

/** It may still have to be done: given or waiting for its decision, and neither done nor dropped. */
function isOpen({ standing, status }: AssignmentOnDate): boolean {
  if (status === 'done') return false;
  return isGiven(standing) || !['lapsed', 'rejected', 'annulled'].includes(standing);
}

/** Assignments of units that end, in the order of their recording. */
export function openAssignments(
  compared: Compared,
  ended: readonly UnitReference[],
  register: Register,
  evidence: Evidence,
  recordsAt: number,
): OpenAssignment[] {
  if (ended.length === 0) return [];
  const byUnit = assignmentsByUnit(compared, register, evidence, recordsAt);
  const units = new Map<AssignmentOnDate, UnitReference[]>();
  for (const { id, name } of ended) {
    for (const assignment of byUnit.get(id) ?? []) {
      if (isOpen(assignment)) units.set(assignment, [...(units.get(assignment) ?? []), { id, name }]);
    }
  }
  const first = (id: string) => register.entries.get(id as RecordId)!.first;
  return [...units]
    .sort(([a], [b]) => first(a.id) - first(b.id))
    .map(([{ id, payload, standing, status }, those]) => ({
      id: id as RecordId,
      title: payload.title,
      standing,
      status,
      due: payload.due === undefined ? null : whenOf(impreciseDate(payload.due)),
      units: those,
      successors: successorsOf(compared, those),
    }));
}

function successorsOf({ after }: Compared, units: readonly UnitReference[]): UnitReference[] {
  const found = new Map<UnitId, UnitReference>();
  for (const { id } of units) {
    const unit = after.unit(id);
    if (unit === undefined) continue;
    for (const relative of lineageOn(after.reading, unit, 'forward').units) {
      found.set(relative.id, { id: relative.id, name: relative.name });
    }
  }
  return [...found.values()];
}
