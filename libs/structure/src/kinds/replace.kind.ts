import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { beginning, idOf } from './beginning.js';
import { childrenField, newUnitField, unitField } from './fields.js';
import { handOver, objectToSelf, objectToStrangers } from './handing-over.js';
import { defineKind, defined, mapChildren, mapNewUnit } from './kind.js';

const schema = z.strictObject({ unit: unitField, by: newUnitField, children: childrenField.optional() });

/** A unit ends and exactly one new unit begins with the same activity. */
export const replace = defineKind<z.infer<typeof schema>>({
  kind: 'replace',
  event: 'UnitReplaced',
  schema,
  map: (payload, units) =>
    defined({
      unit: units.unit(payload.unit, 'unit'),
      by: mapNewUnit(payload.by, 'by', units),
      children: mapChildren(payload.children, units),
    }),
  object: ({ unit, by, children }, state) =>
    objectToSelf(unit, [idOf(by)], 'by') ?? objectToStrangers(state, [unit], children),
  resolve: ({ unit, by, children }, state) => {
    const begin = beginning(by);
    return [
      begin,
      ...handOver(state, [unit], children, begin.unit),
      { e: 'end', unit: unit as UnitId },
      { e: 'lineage', from: unit as UnitId, to: begin.unit, relation: 'replacedBy' },
    ];
  },
  reads: () => 'children',
  sentence: ({ unit, by }, { name, verb }) => ({
    sv: `${name(unit)} ${verb('ersattes', 'ersätts')} av ${by.name}`,
    en: `${name(unit)} ${verb('was', 'is to be')} replaced by ${by.name}`,
  }),
});
