import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { tokenField, unitField } from './fields.js';
import { defineKind } from './kind.js';

/** A unit becomes another type of unit. */
export const reclassify = defineKind({
  kind: 'reclassify',
  event: 'UnitReclassified',
  schema: z.strictObject({ unit: unitField, type: tokenField }),
  map: (payload, units) => ({ ...payload, unit: units.unit(payload.unit, 'unit') }),
  resolve: ({ unit, type }) => [{ e: 'set', unit: unit as UnitId, field: 'type', value: type }],
  sentence: (payload, { name, type, verb }) => ({
    sv: `${name(payload.unit)} ${verb('blev', 'blir')} ${type(payload.type)}`,
    en: `${name(payload.unit)} ${verb('became', 'is to become')} ${type(payload.type)}`,
  }),
});
