import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { beginnings, idOf } from './beginning.js';
import { childrenField, newUnitField, unitField } from './fields.js';
import { handOver, objectToDuplicates, objectToStrangers } from './handing-over.js';
import { defineKind, defined, mapChildren, mapNewUnit } from './kind.js';

const schema = z.strictObject({
  unit: unitField,
  into: z.array(newUnitField).min(1),
  children: childrenField.optional(),
});

/** A unit lives on and new units begin from parts of it; the children named go along. */
export const spinOff = defineKind<z.infer<typeof schema>>({
  kind: 'spinOff',
  event: 'UnitSpunOff',
  schema,
  map: (payload, units) =>
    defined({
      unit: units.unit(payload.unit, 'unit'),
      into: payload.into.map((unit, i) => mapNewUnit(unit, `into[${i}]`, units)),
      children: mapChildren(payload.children, units),
    }),
  object: ({ unit, into, children }, state) =>
    objectToDuplicates(into.map(idOf), 'into') ?? objectToStrangers(state, [unit], children),
  resolve: ({ unit, into, children }, state) => [
    ...beginnings(into),
    ...handOver(state, [unit], children, undefined),
    ...into.map((target) => ({
      e: 'lineage' as const,
      from: unit as UnitId,
      to: idOf(target),
      relation: 'spunOffFrom' as const,
    })),
  ],
  actsOn: ({ unit }) => [unit as UnitId],
  reads: () => 'children',
  sentence: ({ unit, into }, { name, names, verb }) => {
    const parts = names(into.map((part) => part.name));
    return {
      sv: `${parts.sv} ${verb('bröts', 'bryts')} ut ur ${name(unit)}`,
      en: `${parts.en} ${into.length > 1 ? verb('were', 'are to be') : verb('was', 'is to be')} spun off from ${name(unit)}`,
    };
  },
});
