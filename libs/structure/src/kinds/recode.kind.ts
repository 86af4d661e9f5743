import { z } from 'zod';
import { setCodes } from '../effect.js';
import type { UnitId } from '../ids.js';
import { recodesField, unitField } from './fields.js';
import { defineKind } from './kind.js';

/** A unit gets, changes or loses codes; null takes a code away. Codes may be swapped within one date. */
export const recode = defineKind({
  kind: 'recode',
  event: 'UnitRecoded',
  schema: z.strictObject({
    unit: unitField,
    codes: recodesField.refine((codes) => Object.keys(codes).length > 0, 'names no code'),
  }),
  map: (payload, units) => ({ ...payload, unit: units.unit(payload.unit, 'unit') }),
  resolve: ({ unit, codes }) => setCodes(unit as UnitId, codes),
  sentence: ({ unit, codes }, { name, verb }) => {
    const listed = (without: string) =>
      Object.entries(codes)
        .map(([scheme, code]) => (code === null ? `${without} ${scheme}` : `${scheme} ${code}`))
        .join(', ');
    return {
      sv: `${name(unit)} ${verb('fick', 'får')} kod: ${listed('ingen')}`,
      en: `${name(unit)} ${verb('got', 'is to get')} code: ${listed('no')}`,
    };
  },
});
