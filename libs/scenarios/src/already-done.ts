import {
  foldName,
  isInForce,
  nameAt,
  parentAt,
  type BeginEffect,
  type ContentEventData,
  type Effect,
  type Reading,
  type Timeline,
  type Unit,
  type UnitId,
} from '#structure';
import { impreciseDate } from '#temporal';
import type { Step } from './step.js';

/** Which unit of the base has come to be what a unit of the scenario was to be. */
export type Twins = ReadonlyMap<UnitId, UnitId>;

/**
 * Whether the organisation has done by itself what a step of a scenario planned: everything that it came to is so at
 * the end of its day, and not all of it was so before. A unit that the step begins is there if one of the same name and
 * type has begun under the same parent since. @returns the units that are there in place of the step's; undefined: it
 * is not done
 */
export function alreadyDone(
  step: Step,
  base: Timeline,
  { from, to }: { readonly from: number; readonly to: number },
): Twins | undefined {
  const contents = step.events.flatMap(({ data }) =>
    'effects' in data && data.pending !== true ? [data] : [],
  );
  if (contents.length === 0 || contents.length < step.commands.length) return undefined;
  const twins = new Map<UnitId, UnitId>();
  const isSo = (content: ContentEventData, position: number, found: Map<UnitId, UnitId>) => {
    const { latest } = impreciseDate(content.on);
    const reading: Reading = { timeline: base, at: latest, position };
    return content.effects.every((effect) => holds(effect, reading, from, found));
  };
  if (!contents.every((content) => isSo(content, to, twins))) return undefined;
  return contents.every((content) => isSo(content, from, new Map())) ? undefined : twins;
}

function holds(effect: Effect, reading: Reading, since: number, twins: Map<UnitId, UnitId>): boolean {
  const { timeline } = reading;
  const unitOf = (id: string) => timeline.units.get(twins.get(id as UnitId) ?? (id as UnitId));
  switch (effect.e) {
    case 'begin': {
      const twin = twinOf(effect, reading, since, unitOf);
      if (twin !== undefined) twins.set(effect.unit, twin.id);
      return twin !== undefined;
    }
    case 'end': {
      const unit = unitOf(effect.unit);
      return unit?.existence.at(reading.at, reading.position)?.value === false;
    }
    case 'set': {
      const unit = unitOf(effect.unit);
      if (unit === undefined || !isInForce(reading, unit)) return false;
      const value = unit.trackOf(effect.field).at(reading.at, reading.position)?.value ?? null;
      return effect.field.startsWith('parent:')
        ? idOf(value) === (effect.value === null ? null : unitOf(effect.value)?.id)
        : value === effect.value;
    }
    case 'lineage': {
      const to = unitOf(effect.to)?.id;
      return (
        unitOf(effect.from)?.successors.some(
          (edge) =>
            edge.to.id === to &&
            edge.relation === effect.relation &&
            edge.knownFrom <= reading.position &&
            reading.position < edge.knownUntil &&
            edge.day <= reading.at,
        ) === true
      );
    }
  }
}

/** A unit that has begun since, and is what the effect would begin. */
function twinOf(
  effect: BeginEffect,
  reading: Reading,
  since: number,
  unitOf: (id: string) => Unit | undefined,
): Unit | undefined {
  const parent = effect.parents.line == null ? null : unitOf(effect.parents.line);
  if (parent === undefined) return undefined;
  const named = foldName(effect.name);
  const candidates =
    parent === null ? reading.timeline.units.values() : reading.timeline.everChildren(parent);
  for (const unit of candidates) {
    if (unit.existence.isBegunBy(since) || !isInForce(reading, unit)) continue;
    const type = unit.type.at(reading.at, reading.position)?.value;
    if (type !== effect.type || foldName(nameAt(reading, unit)) !== named) continue;
    if ((parentAt(reading, unit) ?? null) === parent) return unit;
  }
  return undefined;
}

function idOf(pointer: unknown): UnitId | null {
  return pointer === null ? null : (pointer as { readonly id: UnitId }).id;
}
