import { defineRecordKind, type RecordWords, type ReferenceMapping } from '#records';
import type { Message } from '#temporal';
import { z } from 'zod';
import {
  changeField,
  dateField,
  dateInWords,
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

/**
 * What a body did. `prepares` decides nothing (a survey, a dialogue, an officials' paper); `proposes` lays it before
 * another body: a proposal is not a decision.
 */
export const ACTS = [
  'prepares',
  'commissions',
  'proposes',
  'decides',
  'decidesByDelegation',
  'refersBack',
  'rejects',
] as const;
export type Act = (typeof ACTS)[number];

/** What a line of the rationale speaks of. */
export const ASPECTS = [
  'background',
  'opportunity',
  'threat',
  'goal',
  'economicEffect',
  'equality',
  'coreActivity',
  'other',
] as const;
export type Aspect = (typeof ASPECTS)[number];

const schema = z.strictObject({
  matter: recordField,
  body: partyField,
  act: z.enum(ACTS),
  /** The body that a proposal is laid before, or who is commissioned. */
  to: partyField.optional(),
  title: nameField.optional(),
  /** Of the minutes: "§ 8". */
  paragraph: tokenField.optional(),
  /** Day of the meeting, or of the act; absent: not known. */
  on: dateField.optional(),
  /** Earlier steps that it takes up: a decision answers the proposals laid before the body. */
  answers: z.array(recordField).min(1).optional(),
  /** What is decided or proposed, point by point, in order. */
  points: z
    .array(
      z.strictObject({
        text: textField,
        /** Changes of the structure that the point is about. */
        changes: z.array(changeField).min(1).optional(),
      }),
    )
    .min(1)
    .optional(),
  /** Changes of the structure that it is about as a whole. */
  changes: z.array(changeField).min(1).optional(),
  rationale: z
    .array(
      z.strictObject({
        aspect: z.enum(ASPECTS),
        text: textField,
        document: recordField.optional(),
        place: textField.optional(),
      }),
    )
    .min(1)
    .optional(),
  /** The minutes, or the paper in which it stands. */
  recordedIn: recordField.optional(),
  /** What it was decided on, each under the title that its list gives it. */
  documents: z
    .array(z.strictObject({ document: recordField, as: nameField.optional() }))
    .min(1)
    .optional(),
  recipients: z.array(partyField).min(1).optional(),
  /** When the minutes were adjusted (justerade). */
  adjusted: dateField.optional(),
  /** When that was announced on the notice board: the appeal period runs from here. */
  announced: dateField.optional(),
  /** Of a decision by delegation: when it was notified to the board. */
  notified: dateField.optional(),
});
export type DecisionPayload = z.infer<typeof schema>;

/** What a body did in a matter, at a paragraph of its minutes. */
export const decision = defineRecordKind<DecisionPayload>({
  kind: 'decision',
  event: 'DecisionRecorded',
  schema,
  map: mapDecision,
  object: ({ answers }, _register, self) =>
    self !== undefined && answers?.includes(self)
      ? {
          code: 'ANSWERS_ITSELF',
          message: { sv: 'Ett beslut kan inte svara på sig självt.', en: 'A decision cannot answer itself.' },
          field: 'answers',
        }
      : undefined,
  about: ({ matter, answers = [], changes = [], points = [] }) => [
    matter,
    ...answers,
    ...changes,
    ...points.flatMap((point) => point.changes ?? []),
  ],
  title: ({ body, paragraph }, words) =>
    `${nameOfParty(body, words)}${paragraph === undefined ? '' : ` ${paragraph}`}`,
  sentence: (payload, words) => decisionSentence(payload, words),
});

function mapDecision(payload: DecisionPayload, references: ReferenceMapping): DecisionPayload {
  const changes = (named: readonly string[] | undefined, field: string) =>
    named?.map((change, i) => references.change(change, `${field}[${i}]`));
  const document = (named: string, field: string) => references.record(named, field, ['document']);
  return defined({
    ...payload,
    matter: references.record(payload.matter, 'matter', ['matter']),
    body: mapParty(payload.body, 'body', references),
    to: payload.to === undefined ? undefined : mapParty(payload.to, 'to', references),
    answers: payload.answers?.map((answered, i) =>
      references.record(answered, `answers[${i}]`, ['decision']),
    ),
    points: payload.points?.map((point, i) =>
      defined({ ...point, changes: changes(point.changes, `points[${i}].changes`) }),
    ),
    changes: changes(payload.changes, 'changes'),
    rationale: payload.rationale?.map((line, i) =>
      defined({ ...line, document: line.document && document(line.document, `rationale[${i}].document`) }),
    ),
    recordedIn: payload.recordedIn && document(payload.recordedIn, 'recordedIn'),
    documents: payload.documents?.map((listed, i) => ({
      ...listed,
      document: document(listed.document, `documents[${i}].document`),
    })),
    recipients: mapParties(payload.recipients, 'recipients', references),
  }) as DecisionPayload;
}

const ACT_WORDS: Readonly<Record<Act, Message>> = {
  prepares: { sv: 'beredde ärendet', en: 'prepared the matter' },
  commissions: { sv: 'gav uppdrag', en: 'gave a commission' },
  proposes: { sv: 'föreslog', en: 'proposed' },
  decides: { sv: 'beslutade', en: 'decided' },
  decidesByDelegation: { sv: 'beslutade enligt delegation', en: 'decided by delegation' },
  refersBack: { sv: 'återremitterade ärendet', en: 'referred the matter back' },
  rejects: { sv: 'avslog', en: 'rejected it' },
};

function decisionSentence(
  { body, act, to, paragraph, on, title }: DecisionPayload,
  words: RecordWords,
): Message {
  const who = nameOfParty(body, words);
  const at = paragraph === undefined ? '' : ` ${paragraph}`;
  const whom = to === undefined ? { sv: '', en: '' } : toWhom(act, nameOfParty(to, words));
  const when = on === undefined ? { sv: '', en: '' } : dateInWords(on);
  const said = (language: 'sv' | 'en') =>
    `${who}${at} ${ACT_WORDS[act][language]}${whom[language]}` +
    `${title === undefined ? '' : `: ${title}`}${when[language] === '' ? '' : ` (${when[language]})`}`;
  return { sv: said('sv'), en: said('en') };
}

function toWhom(act: Act, name: string): Message {
  if (act === 'proposes') return { sv: ` för ${name}`, en: ` to ${name}` };
  return { sv: ` till ${name}`, en: ` to ${name}` };
}
