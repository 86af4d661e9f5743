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
  sentence: ({ unit }, { name, verb }) => {
    const under = unit.parent ? name(unit.parent) : null;
    const founded = {
      sv: verb('inrättades', 'inrättas'),
      en: verb('was established', 'is to be established'),
    };
    return {
      sv: under ? `${unit.name} ${founded.sv} under ${under}` : `${unit.name} ${founded.sv}`,
      en: under ? `${unit.name} ${founded.en} under ${under}` : `${unit.name} ${founded.en}`,
    };
  },
});
