import { defineRecordKind } from '#records';
import type { Message } from '#temporal';
import { z } from 'zod';
import {
  dateField,
  defined,
  mapParties,
  mapParty,
  nameField,
  nameOfParty,
  partyField,
  recordField,
  textField,
  tokenField,
} from './fields.js';

const schema = z.strictObject({
  title: nameField,
  text: textField.optional(),
  /** What its plan or report numbers it: "2.2.1". */
  number: tokenField.optional(),
  matter: recordField.optional(),
  /** The decision that gives it; one that is only proposed is so because its decision is. */
  decision: recordField.optional(),
  /** The document that it stands in: the plan that gives it where no decision does. */
  document: recordField.optional(),
  /** Who does it. */
  to: z.array(partyField).min(1),
  /** Together with whom. */
  with: z.array(partyField).min(1).optional(),
  /** When it was given; absent: with its decision. */
  given: dateField.optional(),
  due: dateField.optional(),
  reportTo: partyField.optional(),
  /** Steering documents that it is to change. */
  steeringDocuments: z.array(nameField).min(1).optional(),
});
export type AssignmentPayload = z.infer<typeof schema>;

/** Work that a decision or plan hands to somebody. */
export const assignment = defineRecordKind<AssignmentPayload>({
  kind: 'assignment',
  event: 'AssignmentGiven',
  schema,
  map: (payload, references) =>
    defined({
      ...payload,
      matter: payload.matter && references.record(payload.matter, 'matter', ['matter']),
      decision: payload.decision && references.record(payload.decision, 'decision', ['decision']),
      document: payload.document && references.record(payload.document, 'document', ['document']),
      to: mapParties(payload.to, 'to', references)!,
      with: mapParties(payload.with, 'with', references),
      reportTo:
        payload.reportTo === undefined ? undefined : mapParty(payload.reportTo, 'reportTo', references),
    }) as AssignmentPayload,
  title: ({ number, title }) => (number === undefined ? title : `${number} ${title}`),
  sentence: ({ title, to }, words) => {
    const whom = to.map((party) => nameOfParty(party, words)).join(', ');
    return { sv: `Uppdrag till ${whom}: ${title}`, en: `Assignment to ${whom}: ${title}` };
  },
});

/** What a report says of its assignment; `noneGiven`: it reports, and assesses nothing. */
export const ASSESSMENTS = ['met', 'partlyMet', 'notMet', 'noneGiven'] as const;
export type Assessment = (typeof ASSESSMENTS)[number];

const reportSchema = z.strictObject({
  assignment: recordField,
  on: dateField.optional(),
  assessment: z.enum(ASSESSMENTS),
  text: textField.optional(),
  document: recordField.optional(),
  place: textField.optional(),
  /** Whether the assignment is done with it; absent: it goes on. */
  final: z.boolean().optional(),
});
export type ReportPayload = z.infer<typeof reportSchema>;

const ASSESSMENT_WORDS: Readonly<Record<Assessment, Message>> = {
  met: { sv: 'uppfyllt', en: 'met' },
  partlyMet: { sv: 'delvis uppfyllt', en: 'partly met' },
  notMet: { sv: 'ej uppfyllt', en: 'not met' },
  noneGiven: { sv: 'ingen bedömning lämnad', en: 'no assessment given' },
};

/** A report on an assignment. */
export const report = defineRecordKind<ReportPayload>({
  kind: 'report',
  event: 'AssignmentReported',
  schema: reportSchema,
  map: (payload, references) =>
    defined({
      ...payload,
      assignment: references.record(payload.assignment, 'assignment', ['assignment']),
      document: payload.document && references.record(payload.document, 'document', ['document']),
    }) as ReportPayload,
  title: ({ assignment: id }, words) => words.record(id),
  sentence: ({ assignment: id, assessment }, words) => ({
    sv: `Rapport om ${words.record(id)}: ${ASSESSMENT_WORDS[assessment].sv}`,
    en: `Report on ${words.record(id)}: ${ASSESSMENT_WORDS[assessment].en}`,
  }),
});

const handOverSchema = z.strictObject({
  assignment: recordField,
  to: z.array(partyField).min(1),
  on: dateField.optional(),
});
export type HandOverPayload = z.infer<typeof handOverSchema>;

/** An assignment goes to somebody else, since whoever had it has ended. */
export const handOver = defineRecordKind<HandOverPayload>({
  kind: 'handOver',
  event: 'AssignmentHandedOver',
  schema: handOverSchema,
  map: (payload, references) => ({
    ...payload,
    assignment: references.record(payload.assignment, 'assignment', ['assignment']),
    to: mapParties(payload.to, 'to', references)!,
  }),
  title: ({ assignment: id }, words) => words.record(id),
  sentence: ({ assignment: id, to }, words) => {
    const whom = to.map((party) => nameOfParty(party, words)).join(', ');
    return {
      sv: `Uppdraget ${words.record(id)} gick över till ${whom}`,
      en: `The assignment ${words.record(id)} went over to ${whom}`,
    };
  },
});
