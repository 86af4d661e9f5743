import { z } from 'zod';
import { beginning } from './beginning.js';
import { newUnitField } from './fields.js';
import { defineKind, mapNewUnit } from './kind.js';

/** A unit begins. */
export const establish = defineKind({
  kind: 'establish',
  event: 'UnitEstablished',
  schema: z.strictObject({ unit: newUnitField }),
  map: (payload, units) => ({ unit: mapNewUnit(payload.unit, 'unit', units) }),
  resolve: ({ unit }) => [beginning(unit)],
  sentence: ({ unit }, { name }) => {
    const under = unit.parent ? name(unit.parent) : null;
    return {
      sv: under ? `${unit.name} inrättades under ${under}` : `${unit.name} inrättades`,
      en: under ? `${unit.name} was established under ${under}` : `${unit.name} was established`,
    };
  },
});
