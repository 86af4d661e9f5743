import type { Message } from '#temporal';
import { z } from 'zod';
import type { UnitId } from '../ids.js';
import { nameField, parentField, tokenField, unitField } from './fields.js';
import { objectToDuplicates } from './handing-over.js';
import { defineKind, defined } from './kind.js';

/** The kinds that an anticipated change may turn out to be: every other one. */
export const FORMS = [
  'establish',
  'rename',
  'reclassify',
  'recode',
  'transfer',
  'merge',
  'absorb',
  'split',
  'spinOff',
  'replace',
  'dissolve',
  'reactivate',
  'reorganise',
  'moveResponsibility',
] as const;

/** What may be open of a change: the new unit's name, the date, who heads it, which form it takes. */
export const OPEN_QUESTIONS = ['name', 'date', 'head', 'form'] as const;
export type OpenQuestion = (typeof OPEN_QUESTIONS)[number];

const schema = z
  .strictObject({
    units: z.array(unitField).min(1),
    /** What is said to come, in the words of the source. */
    what: nameField,
    forms: eachOnce(z.enum(FORMS)).optional(),
    /** What is known of the units that it will make; `name` null: none is decided. */
    into: z
      .strictObject({
        count: z.number().int().min(1).max(1000).optional(),
        name: nameField.nullable().optional(),
        type: tokenField.optional(),
        parent: parentField.optional(),
      })
      .optional(),
    unknown: eachOnce(z.enum(OPEN_QUESTIONS)).optional(),
  })
  .refine(({ into, unknown }) => into?.name == null || unknown?.includes('name') !== true, {
    path: ['unknown'],
    error: 'says that the name is not known, which is given',
  });

/** What is known of a change whose form, name or date is still open; units by their ids. */
export type Anticipated = z.infer<typeof schema>;

/**
 * A change whose form, name or date is still open. It comes to no effects: once it is known what it is, it is
 * corrected to a change of that kind.
 */
export const anticipate = defineKind<Anticipated>({
  kind: 'anticipate',
  event: 'ChangeAnticipated',
  schema,
  open: true,
  map: ({ units: references, into, ...payload }, units) =>
    defined({
      ...payload,
      units: references.map((unit, i) => units.unit(unit, `units[${i}]`)),
      into: into?.parent == null ? into : { ...into, parent: units.unit(into.parent, 'into.parent') },
    }),
  object: ({ units }) => objectToDuplicates(units, 'units'),
  resolve: () => [],
  actsOn: ({ units }) => units as UnitId[],
  sentence: ({ units, what, unknown = [] }, { names }) => {
    const about = names(units);
    const open = { sv: questions(unknown, 'sv'), en: questions(unknown, 'en') };
    return {
      sv: `Väntad förändring för ${about.sv}: ${what}${open.sv && ` (ännu öppet: ${open.sv})`}`,
      en: `Anticipated change of ${about.en}: ${what}${open.en && ` (still open: ${open.en})`}`,
    };
  },
});

function eachOnce<T extends z.ZodType>(item: T) {
  return z
    .array(item)
    .min(1)
    .refine((values) => new Set(values).size === values.length, 'names one twice');
}

function questions(unknown: readonly OpenQuestion[], language: keyof Message): string {
  return OPEN_QUESTIONS.filter((question) => unknown.includes(question))
    .map((question) => WORDS[question][language])
    .join(', ');
}

const WORDS = {
  name: { sv: 'namn', en: 'name' },
  date: { sv: 'datum', en: 'date' },
  head: { sv: 'chef', en: 'head' },
  form: { sv: 'form', en: 'form' },
} as const satisfies Record<OpenQuestion, Message>;
