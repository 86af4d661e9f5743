import { z } from 'zod';
import type { EndEffect } from '../effect.js';
import type { UnitId } from '../ids.js';
import { unitField } from './fields.js';
import { objectToDuplicates, objectToSelf } from './handing-over.js';
import { defineKind } from './kind.js';

const schema = z.strictObject({
  unit: unitField,
  /** Named, or explicitly none, or explicitly unknown: three different facts. */
  successors: z.union([z.array(unitField).min(1), z.literal('none'), z.literal('unknown')]),
});

/** A unit ends. Its children must have gone elsewhere by the end of the date. */
export const dissolve = defineKind<z.infer<typeof schema>>({
  kind: 'dissolve',
  event: 'UnitDissolved',
  schema,
  map: ({ unit, successors }, units) => ({
    unit: units.unit(unit, 'unit'),
    successors:
      typeof successors === 'string'
        ? successors
        : successors.map((successor, i) => units.unit(successor, `successors[${i}]`)),
  }),
  object: ({ unit, successors }) =>
    typeof successors === 'string'
      ? undefined
      : (objectToDuplicates(successors, 'successors') ?? objectToSelf(unit, successors, 'successors')),
  resolve: ({ unit, successors }) => {
    const end: EndEffect = { e: 'end', unit: unit as UnitId };
    if (typeof successors === 'string') return [{ ...end, succession: successors }];
    return [
      end,
      ...successors.map((to) => ({
        e: 'lineage' as const,
        from: unit as UnitId,
        to: to as UnitId,
        relation: 'continues' as const,
      })),
    ];
  },
  sentence: ({ unit, successors }, { name, names, verb }) => {
    const what = name(unit);
    const dissolved = { sv: verb('lades ned', 'läggs ned'), en: verb('was dissolved', 'is to be dissolved') };
    if (successors === 'none') {
      return {
        sv: `${what} ${dissolved.sv} utan efterföljare`,
        en: `${what} ${dissolved.en} without a successor`,
      };
    }
    if (successors === 'unknown') {
      return {
        sv: `${what} ${dissolved.sv}; efterföljare okänd`,
        en: `${what} ${dissolved.en}; successor unknown`,
      };
    }
    const next = names(successors);
    return {
      sv: `${what} ${dissolved.sv}; verksamheten ${verb('fortsatte', 'fortsätter')} i ${next.sv}`,
      en: `${what} ${dissolved.en}; its activity ${verb('went', 'goes')} on in ${next.en}`,
    };
  },
});
