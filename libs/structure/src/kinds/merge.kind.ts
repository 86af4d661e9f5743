import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { beginning, idOf } from './beginning.js';
import { childrenField, newUnitField, unitField } from './fields.js';
import { handOver, objectToDuplicates, objectToSelf, objectToStrangers } from './handing-over.js';
import { defineKind, defined, mapChildren, mapNewUnit } from './kind.js';

const schema = z.strictObject({
  units: z.array(unitField).min(2),
  into: newUnitField,
  children: childrenField.optional(),
});

/** Two or more units end and one new unit continues them all; their children go to it unless mapped. */
export const merge = defineKind<z.infer<typeof schema>>({
  kind: 'merge',
  event: 'UnitsMerged',
  schema,
  map: (payload, units) =>
    defined({
      units: payload.units.map((unit, i) => units.unit(unit, `units[${i}]`)),
      into: mapNewUnit(payload.into, 'into', units),
      children: mapChildren(payload.children, units),
    }),
  object: ({ units, into, children }, state) =>
    objectToDuplicates(units, 'units') ??
    objectToSelf(idOf(into), units, 'into') ??
    objectToStrangers(state, units, children),
  resolve: ({ units, into, children }, state) => {
    const begin = beginning(into);
    return [
      begin,
      ...handOver(state, units, children, begin.unit),
      ...units.map((unit) => ({ e: 'end' as const, unit: unit as UnitId })),
      ...units.map((unit) => ({
        e: 'lineage' as const,
        from: unit as UnitId,
        to: begin.unit,
        relation: 'mergedInto' as const,
      })),
    ];
  },
  reads: () => 'children',
  sentence: ({ units, into }, { names, verb }) => {
    const merged = names(units);
    return {
      sv: `${merged.sv} ${verb('gick', 'går')} samman till ${into.name}`,
      en: `${merged.en} ${verb('merged', 'are to merge')} into ${into.name}`,
    };
  },
});
