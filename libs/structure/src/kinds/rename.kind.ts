import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { nameField, unitField } from './fields.js';
import { defineKind } from './kind.js';

/** A unit gets a new name. A misspelling is corrected instead. */
export const rename = defineKind({
  kind: 'rename',
  event: 'UnitRenamed',
  schema: z.strictObject({ unit: unitField, name: nameField }),
  map: (payload, units) => ({ ...payload, unit: units.unit(payload.unit, 'unit') }),
  resolve: ({ unit, name }) => [{ e: 'set', unit: unit as UnitId, field: 'name', value: name }],
  sentence: (payload, { name, verb }) => ({
    sv: `${name(payload.unit)} ${verb('bytte', 'byter')} namn till ${payload.name}`,
    en: `${name(payload.unit)} ${verb('was', 'is to be')} renamed ${payload.name}`,
  }),
});
