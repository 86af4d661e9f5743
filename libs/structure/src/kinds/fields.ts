import { z } from 'zod';
import { RELATIONS } from '../effect.js';

/** Longest name of a unit, in UTF-16 code units. */
export const LONGEST_NAME = 500;
const LONGEST_TOKEN = 200;

// Control characters, line and paragraph separators, direction overrides and isolates, lone surrogates.
// eslint-disable-next-line no-control-regex
const HIDDEN = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cs}/u;

function text(longest: number) {
  return z
    .string()
    .max(longest)
    .refine((value) => !HIDDEN.test(value), 'holds control or direction characters')
    .overwrite((value) => value.trim().normalize('NFC'))
    .refine((value) => value.length > 0, 'is blank');
}

/** A name as people see it: NFC, trimmed, no control or direction characters. */
export const nameField = text(LONGEST_NAME);
/** A unit: its import key, a code as `scheme:value`, or its id. */
export const unitField = text(LONGEST_TOKEN);
export const tokenField = text(LONGEST_TOKEN);
export const hierarchyField = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_-]{0,49}$/, 'is not a name of a hierarchy');
const schemeField = z
  .string()
  .regex(/^[A-Za-z0-9]([A-Za-z0-9 ._-]{0,48}[A-Za-z0-9])?$/, 'is not a name of a code scheme');

export const codesField = z.record(schemeField, tokenField);
export const recodesField = z.record(schemeField, tokenField.nullable());
export const parentField = unitField.nullable();
export const parentsField = z.record(hierarchyField, parentField);

/** A unit that begins. `parent` null or absent: a root. `id` is set when it is bound, or kept by an export. */
export const newUnitField = z.strictObject({
  id: unitField.optional(),
  key: tokenField.optional(),
  name: nameField,
  type: tokenField,
  parent: parentField.optional(),
  parents: parentsField.optional(),
  codes: codesField.optional(),
});

/** A unit that stands already, where a new one could be named too. */
export const standingUnitField: z.ZodType<{ key: string }> = z.strictObject({
  key: unitField,
  // Who gives a name means a new unit, and is told what that one lacks.
  name: z.never().optional(),
});

export const targetField = z.union([newUnitField, standingUnitField]);

/** Where the children of what ends go: child → its new parent; `leave`: other changes of the date move them. */
export const childrenField = z.union([z.record(unitField, unitField), z.literal('leave')]);

export const relationField = z.enum(RELATIONS);
/** A share, above 0 and at most 1. */
export const shareField = z.number().gt(0).lte(1);

export type NewUnit = z.infer<typeof newUnitField>;
export type Target = z.infer<typeof targetField>;
export type Children = z.infer<typeof childrenField>;

export function isNewUnit(target: Target): target is NewUnit {
  return 'name' in target;
}
