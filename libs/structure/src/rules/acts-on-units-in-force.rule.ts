import { dayBefore, type Moment } from '#temporal';
import type { ChangeVersion } from '../change.js';
import type { UnitId } from '../ids.js';
import { kindOf } from '../kinds/index.js';
import { State } from '../state.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';
import { changesOf, cures, type Cure, type Violation } from './violation.js';

/** The units that a change acts on are in force just before it, and its lineage does not point back in time. */
export function actsOnUnitsInForce(
  timeline: Timeline,
  version: ChangeVersion,
  reads: Set<string>,
): Violation[] {
  const found: Violation[] = [];
  const unitOf = (id: UnitId): Unit => {
    reads.add(id);
    return timeline.units.get(id)!;
  };
  const moment = (seq: number): Moment => ({ from: version.from, order: version.order, seq });
  const require = (unit: Unit, seq: number) => {
    if (unit.existence.before(moment(seq), timeline.horizon)?.value !== true) {
      found.push(violation(timeline, version, unit, 'NOT_IN_FORCE'));
    }
  };
  version.effects.forEach((effect, seq) => {
    if (effect.e === 'end' || effect.e === 'set') require(unitOf(effect.unit), seq);
    if (effect.e !== 'lineage') return;
    const after = new State(timeline, moment(Number.MAX_SAFE_INTEGER));
    const atDayEnd = State.on(timeline, version.from);
    const from = unitOf(effect.from);
    const to = unitOf(effect.to);
    if (!after.everInForce(from)) found.push(violation(timeline, version, from, 'LINEAGE_BACKWARDS'));
    if (!after.inForce(to) && !atDayEnd.inForce(to)) {
      found.push(violation(timeline, version, to, 'LINEAGE_BACKWARDS'));
    }
  });
  for (const id of kindOf(version.kind).actsOn?.(version.payload) ?? []) require(unitOf(id), 0);
  return found;
}

function violation(
  timeline: Timeline,
  version: ChangeVersion,
  unit: Unit,
  code: 'NOT_IN_FORCE' | 'LINEAGE_BACKWARDS',
): Violation {
  const { order } = version;
  const previous = unit.existence.before({ from: version.from, order, seq: 0 }, timeline.horizon);
  return {
    code,
    day: version.from,
    units: [unit],
    changes: [
      version.change.id,
      ...changesOf(previous, unit.existence.after({ from: version.from, order, seq: 0 }, timeline.horizon)),
    ],
    cures: [...cures(timeline, [unit.existence], version.from, order), ...actEarlier(version, previous)],
  };
}

/** The change itself may have happened before the unit ended. */
function actEarlier(
  version: ChangeVersion,
  ended: { from: ChangeVersion['from']; order: number } | undefined,
): Cure[] {
  if (ended === undefined) return [];
  const to = version.order < ended.order ? ended.from : dayBefore(ended.from);
  return version.on.earliest <= to && to < version.from ? [{ version, to }] : [];
}
