import { defineRecordKind } from '#records';
import type { Message } from '#temporal';
import { z } from 'zod';
import { dateField, defined, recordField, textField } from './fields.js';

/** What became of an appeal; `annulled`: the court set the decision aside. */
export const APPEAL_OUTCOMES = ['lodged', 'dismissed', 'annulled'] as const;
export type AppealOutcome = (typeof APPEAL_OUTCOMES)[number];

const schema = z.strictObject({
  decision: recordField,
  outcome: z.enum(APPEAL_OUTCOMES),
  on: dateField.optional(),
  text: textField.optional(),
  document: recordField.optional(),
});
export type AppealPayload = z.infer<typeof schema>;

const WORDS: Readonly<Record<AppealOutcome, Message>> = {
  lodged: { sv: 'överklagades', en: 'was appealed' },
  dismissed: { sv: 'stod sig efter överklagande', en: 'stood after an appeal' },
  annulled: { sv: 'upphävdes efter överklagande', en: 'was annulled on appeal' },
};

/** An appeal against a decision, or what became of it. */
export const appeal = defineRecordKind<AppealPayload>({
  kind: 'appeal',
  event: 'AppealRecorded',
  schema,
  map: (payload, references) =>
    defined({
      ...payload,
      decision: references.record(payload.decision, 'decision', ['decision']),
      document: payload.document && references.record(payload.document, 'document', ['document']),
    }) as AppealPayload,
  about: (payload) => [payload.decision],
  title: ({ decision }, words) => words.record(decision),
  sentence: ({ decision, outcome }, words) => ({
    sv: `${words.record(decision)} ${WORDS[outcome].sv}`,
    en: `${words.record(decision)} ${WORDS[outcome].en}`,
  }),
});
