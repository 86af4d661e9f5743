import type { ChangeVersion } from './change.js';
import type { Hierarchy, UnitId } from './ids.js';
import type { Reading } from './reads/reading.js';

/**
 * The units under which a change puts others, and those that it takes them from: where they stand for certain at a
 * reading at which it has not taken effect.
 */
export function unitsMovedBetween(
  { effects }: Pick<ChangeVersion, 'effects'>,
  { timeline, at, position }: Reading,
): Set<UnitId> {
  const units = new Set<UnitId>();
  const add = (id: UnitId | null | undefined) => id && units.add(id);
  for (const effect of effects) {
    if (effect.e === 'begin') Object.values(effect.parents).forEach(add);
    if (effect.e !== 'set' || !effect.field.startsWith('parent:')) continue;
    const hierarchy = effect.field.slice('parent:'.length) as Hierarchy;
    add(effect.value as UnitId | null);
    add(timeline.units.get(effect.unit)?.parents.get(hierarchy)?.at(at, position)?.value?.id);
  }
  return units;
}
