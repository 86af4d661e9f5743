import { defineRecordKind } from '#records';
import { z } from 'zod';
import { dateField, defined, nameField, tokenField } from './fields.js';

const schema = z.strictObject({
  /** Registry number (diarienummer); absent where the documents give none. */
  number: tokenField.optional(),
  title: nameField,
  opened: dateField.optional(),
  closed: dateField.optional(),
});
export type MatterPayload = z.infer<typeof schema>;

/** A case with its registry number. */
export const matter = defineRecordKind<MatterPayload>({
  kind: 'matter',
  event: 'MatterOpened',
  schema,
  map: (payload) => defined(payload) as MatterPayload,
  names: ({ number }) => (number === undefined ? [] : [number]),
  title: ({ number, title }) => (number === undefined ? title : `${number} ${title}`),
  sentence: ({ number, title }) => {
    const numbered = number === undefined ? '' : `${number} `;
    return { sv: `Ärendet ${numbered}${title}`, en: `The matter ${numbered}${title}` };
  },
});
