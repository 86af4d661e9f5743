import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { beginnings, idOf } from './beginning.js';
import { childrenField, isNewUnit, targetField, unitField } from './fields.js';
import { handOver, objectToDuplicates, objectToSelf, objectToStrangers } from './handing-over.js';
import { defineKind, defined, mapChildren, mapTarget } from './kind.js';

const schema = z.strictObject({
  unit: unitField,
  into: z.array(targetField).min(2),
  children: childrenField.optional(),
});

/** A unit ends and two or more continue it, new or standing ones; every child is mapped or moved otherwise. */
export const split = defineKind<z.infer<typeof schema>>({
  kind: 'split',
  event: 'UnitSplit',
  schema,
  map: (payload, units) =>
    defined({
      unit: units.unit(payload.unit, 'unit'),
      into: payload.into.map((target, i) => mapTarget(target, `into[${i}]`, units)),
      children: mapChildren(payload.children, units),
    }),
  object: ({ unit, into, children }, state) =>
    objectToDuplicates(into.map(idOf), 'into') ??
    objectToSelf(unit, into.map(idOf), 'into') ??
    objectToStrangers(state, [unit], children),
  resolve: ({ unit, into, children }, state) => [
    ...beginnings(into),
    ...handOver(state, [unit], children, undefined),
    { e: 'end', unit: unit as UnitId },
    ...into.map((target) => ({
      e: 'lineage' as const,
      from: unit as UnitId,
      to: idOf(target),
      relation: 'splitInto' as const,
    })),
  ],
  reads: () => 'children',
  sentence: ({ unit, into }, { name, names, verb }) => {
    const parts = names(into.map((target) => (isNewUnit(target) ? target.name : idOf(target))));
    return {
      sv: `${name(unit)} ${verb('delades', 'delas')} upp i ${parts.sv}`,
      en: `${name(unit)} ${verb('was', 'is to be')} split into ${parts.en}`,
    };
  },
});
