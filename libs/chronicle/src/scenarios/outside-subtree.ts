import {
  ancestorsAt,
  nameAt,
  unitsOf,
  type ContentEventData,
  type Reading,
  type Rejection,
  type Unit,
  type UnitId,
} from '#structure';
import { impreciseDate } from '#temporal';
import type { Simulation, Step } from '#scenarios';
import { refusal, type AnyRefusal } from '../refusal.js';

/**
 * What a step of a scenario of a subtree does outside of it: to units that do not stand under its top on the day, nor
 * begin in the scenario, or by putting units under such. `before`: the position before the step.
 */
export function outsideSubtree(
  simulation: Simulation,
  step: Step,
  root: string,
  before: number,
): AnyRefusal[] {
  const { timeline, base } = simulation;
  const top = timeline.units.get(root as UnitId);
  const begun = new Set<string>();
  const refused: AnyRefusal[] = [];
  for (const { data } of step.events) {
    if (!('effects' in data)) continue;
    const reading: Reading = { timeline, at: impreciseDate(data.on).latest, position: before };
    for (const id of unitsNamed(data)) {
      const unit = timeline.units.get(id);
      if (unit === undefined || begun.has(id) || !unit.existence.isBegunBy(base)) continue;
      if (unit !== top && !(top !== undefined && ancestorsAt(reading, unit).includes(top))) {
        refused.push(outside(reading, unit, top));
      }
    }
    for (const effect of data.effects) if (effect.e === 'begin') begun.add(effect.unit);
  }
  return refused;
}

/** The units that a change's effects act on, and those under which they put others. */
function unitsNamed({ effects }: ContentEventData): Set<UnitId> {
  const units = new Set<UnitId>();
  for (const effect of effects) {
    if (effect.e !== 'begin') for (const id of unitsOf(effect)) units.add(id);
    if (effect.e === 'begin') Object.values(effect.parents).forEach((id) => id !== null && units.add(id));
    if (effect.e === 'set' && effect.field.startsWith('parent:') && effect.value !== null) {
      units.add(effect.value as UnitId);
    }
  }
  return units;
}

function outside(reading: Reading, unit: Unit, top: Unit | undefined): AnyRefusal {
  const mention: Rejection['units'][number] = { id: unit.id, name: nameAt(reading, unit) };
  const under = top === undefined ? '' : nameAt(reading, top);
  return {
    ...refusal('OUTSIDE_SUBTREE', {
      sv: `”${mention.name}” står inte under ”${under}”, som scenariot gäller.`,
      en: `"${mention.name}" does not stand under "${under}", which the scenario is about.`,
    }),
    units: [mention],
  };
}
