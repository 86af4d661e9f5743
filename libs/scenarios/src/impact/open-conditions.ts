import type { Evidence, KnownDecision } from '#governance';
import type { RecordId } from '#records';
import {
  isKnownAt,
  unitsActedOn,
  type Change,
  type ChangeVersion,
  type Timeline,
  type Unit,
  type UnitId,
  type UnitReference,
} from '#structure';
import { allActedOn, type Compared } from './compared.js';
import { keptFor } from './kept-for.js';

/** A condition that is neither met nor failed. */
export interface OpenCondition {
  readonly id: RecordId;
  readonly text: string;
  readonly decision: RecordId;
  readonly matter: RecordId;
  /** Units that the scenario acts on and the matter is about, as they are called before. */
  readonly units: readonly UnitReference[];
}

/** Changes that stand beside the timeline, by the units that they act on. */
const pendingByUnit = keptFor((timeline: Timeline, position: number): ReadonlyMap<UnitId, Change[]> => {
  const changes = new Map<UnitId, Change[]>();
  for (const change of timeline.pendingChanges) {
    const version = change.versions.find((one) => isKnownAt(one, position));
    if (version === undefined) continue;
    for (const id of unitsActedOn(version)) changes.set(id, [...(changes.get(id) ?? []), change]);
  }
  return changes;
});

/**
 * The open conditions of every matter in which a decision is about a change of the base that acts on a unit which the
 * scenario acts on too. In the order of their recording.
 */
export function openConditions(
  { before }: Compared,
  versions: readonly ChangeVersion[],
  evidence: Evidence,
): OpenCondition[] {
  const matters = new Map<string, Map<UnitId, UnitReference>>();
  const decisionsOn = new Map<string, readonly KnownDecision[]>();
  for (const id of allActedOn(versions)) {
    const unit = before.unit(id);
    if (unit === undefined) continue;
    for (const change of changesOf(before.reading.timeline, before.reading.position, unit)) {
      const decisions = decisionsOn.get(change.id) ?? evidence.decisionsOn(change);
      decisionsOn.set(change.id, decisions);
      for (const { payload } of decisions) {
        const units = matters.get(payload.matter) ?? new Map<UnitId, UnitReference>();
        matters.set(payload.matter, units.set(id, before.reference(unit)));
      }
    }
  }
  return [...matters]
    .flatMap(([matter, units]) =>
      evidence.conditionsOf(evidence.inMatter(matter)).map((condition) => ({ matter, units, condition })),
    )
    .filter(({ condition }) => condition.state === 'open')
    .sort((a, b) => a.condition.first - b.condition.first)
    .map(({ matter, units, condition: { id, payload } }) => ({
      id,
      text: payload.text,
      decision: payload.decision as RecordId,
      matter: matter as RecordId,
      units: [...units.values()],
    }));
}

function changesOf(timeline: Timeline, position: number, unit: Unit): Set<Change> {
  const changes = new Set(pendingByUnit(timeline, position).get(unit.id) ?? []);
  for (const version of unit.touchedBy) {
    const change = isKnownAt(version, position) ? timeline.changes.get(version.change.id) : undefined;
    if (change !== undefined) changes.add(change);
  }
  return changes;
}
