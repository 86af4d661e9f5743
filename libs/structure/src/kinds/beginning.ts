import { LINE, type UnitId } from '../ids.js';
import type { BeginEffect } from '../effect.js';
import { isNewUnit, type NewUnit, type Target } from './fields.js';

/** The effect by which a bound new unit begins. */
export function beginning(unit: NewUnit): BeginEffect {
  return {
    e: 'begin',
    unit: idOf(unit),
    name: unit.name,
    type: unit.type,
    parents: {
      [LINE]: (unit.parent ?? null) as UnitId | null,
      ...(unit.parents as Record<string, UnitId | null>),
    },
    codes: unit.codes ?? {},
  };
}

/** The id of a bound target, new or standing. */
export function idOf(target: Target): UnitId {
  return (isNewUnit(target) ? target.id : target.key) as UnitId;
}

/** The effects by which those of the targets begin that are new. */
export function beginnings(targets: readonly Target[]): BeginEffect[] {
  return targets.filter(isNewUnit).map(beginning);
}
