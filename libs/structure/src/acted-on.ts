import type { ChangeVersion } from './change.js';
import { unitsOf } from './effect.js';
import type { UnitId } from './ids.js';
import { kindOf } from './kinds/index.js';

/** The units that a change begins, ends, changes or connects, and those that must be in force for it. */
export function unitsActedOn({
  kind,
  payload,
  effects,
}: Pick<ChangeVersion, 'kind' | 'payload' | 'effects'>): Set<UnitId> {
  const units = new Set(effects.flatMap(unitsOf));
  for (const id of kindOf(kind).actsOn?.(payload) ?? []) units.add(id);
  return units;
}
