import { z } from 'zod';
import type { Effect } from '../effect.js';
import type { UnitId } from '../ids.js';
import { childrenField, nameField, unitField } from './fields.js';
import { handOver, objectToDuplicates, objectToSelf, objectToStrangers } from './handing-over.js';
import { defineKind, defined, mapChildren } from './kind.js';

const schema = z.strictObject({
  units: z.array(unitField).min(1),
  into: unitField,
  name: nameField.optional(),
  children: childrenField.optional(),
});

/** Units end and a standing unit continues them, perhaps under a new name. */
export const absorb = defineKind<z.infer<typeof schema>>({
  kind: 'absorb',
  event: 'UnitsAbsorbed',
  schema,
  map: (payload, units) =>
    defined({
      ...payload,
      units: payload.units.map((unit, i) => units.unit(unit, `units[${i}]`)),
      into: units.unit(payload.into, 'into'),
      children: mapChildren(payload.children, units),
    }),
  object: ({ units, into, children }, state) =>
    objectToDuplicates(units, 'units') ??
    objectToSelf(into, units, 'into') ??
    objectToStrangers(state, units, children),
  resolve: ({ units, into, name, children }, state) => {
    const survivor = into as UnitId;
    const renamed: Effect[] =
      name === undefined ? [] : [{ e: 'set', unit: survivor, field: 'name', value: name }];
    return [
      ...renamed,
      ...handOver(state, units, children, survivor),
      ...units.map((unit) => ({ e: 'end' as const, unit: unit as UnitId })),
      ...units.map((unit) => ({
        e: 'lineage' as const,
        from: unit as UnitId,
        to: survivor,
        relation: 'absorbedBy' as const,
      })),
    ];
  },
  actsOn: ({ into }) => [into as UnitId],
  reads: () => 'children',
  sentence: (payload, { name, names, verb }) => {
    const absorbed = names(payload.units);
    const into = name(payload.into);
    return {
      sv: `${absorbed.sv} ${verb('uppgick', 'går upp')} i ${into}${payload.name ? `, som ${verb('bytte', 'byter')} namn till ${payload.name}` : ''}`,
      en: `${absorbed.en} ${payload.units.length > 1 ? verb('were', 'are to be') : verb('was', 'is to be')} absorbed by ${into}${payload.name ? `, renamed ${payload.name}` : ''}`,
    };
  },
});
