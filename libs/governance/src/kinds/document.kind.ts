import { defineRecordKind } from '#records';
import { z } from 'zod';
import { dateField, defined, nameField, recordField, textField, tokenField } from './fields.js';

/** What a document is in its matter. */
export const DOCUMENT_ROLES = [
  'minutes',
  'officialsPaper',
  'draftDecision',
  'attachment',
  'report',
  'plan',
  'background',
  'steeringDocument',
  'other',
] as const;
export type DocumentRole = (typeof DOCUMENT_ROLES)[number];

const schema = z.strictObject({
  title: nameField,
  role: z.enum(DOCUMENT_ROLES),
  matter: recordField.optional(),
  /** As it is dated; absent: undated. */
  on: dateField.optional(),
  /** What it is numbered where it belongs: "Bilaga 1". */
  number: tokenField.optional(),
  /** The document that it is an attachment of. */
  attachedTo: recordField.optional(),
  /** SHA-256 of the file, 64 lower-case hexadecimal digits, where it was at hand. */
  sha256: z
    .string()
    .regex(/^[0-9a-f]{64}$/, 'is not a SHA-256')
    .optional(),
  /** Whether the document itself was at hand, or is only mentioned by another. */
  atHand: z.boolean().optional(),
  /** Other titles that documents give it. */
  alsoCalled: z
    .array(z.strictObject({ title: nameField, in: recordField.optional(), place: textField.optional() }))
    .optional(),
});
export type DocumentPayload = z.infer<typeof schema>;

/** A paper of a matter. */
export const document = defineRecordKind<DocumentPayload>({
  kind: 'document',
  event: 'DocumentRegistered',
  schema,
  map: (payload, references) =>
    defined({
      ...payload,
      matter: payload.matter && references.record(payload.matter, 'matter', ['matter']),
      attachedTo: payload.attachedTo && references.record(payload.attachedTo, 'attachedTo', ['document']),
      alsoCalled: payload.alsoCalled?.map((called, i) =>
        called.in === undefined
          ? called
          : { ...called, in: references.record(called.in, `alsoCalled[${i}].in`, ['document']) },
      ),
    }) as DocumentPayload,
  title: ({ title }) => title,
  sentence: ({ title }) => ({ sv: `Handlingen ”${title}”`, en: `The document "${title}"` }),
});
