import { defineRecordKind } from '#records';
import { z } from 'zod';
import { defined, nameField, recordField, textField, unitField } from './fields.js';

const schema = z.strictObject({
  unit: unitField,
  /** As a document writes the unit's name. */
  written: nameField,
  document: recordField.optional(),
  place: textField.optional(),
});
export type SpellingPayload = z.infer<typeof schema>;

/** Another way to write a unit's name, by which it is found as well. */
export const spelling = defineRecordKind<SpellingPayload>({
  kind: 'spelling',
  event: 'SpellingRecorded',
  schema,
  map: (payload, references) =>
    defined({
      ...payload,
      unit: references.unit(payload.unit, 'unit'),
      document: payload.document && references.record(payload.document, 'document', ['document']),
    }) as SpellingPayload,
  title: ({ written }) => written,
  sentence: ({ unit, written }, words) => ({
    sv: `${words.unit(unit)} skrivs ”${written}”`,
    en: `${words.unit(unit)} is written "${written}"`,
  }),
});
