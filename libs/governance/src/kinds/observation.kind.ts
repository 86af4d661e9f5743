import { defineRecordKind, type RecordId, type RecordObjection, type Register } from '#records';
import { LATEST, RELATIONS } from '#structure';
import { z } from 'zod';
import { changeField, dateField, defined, recordField, textField, unitField } from './fields.js';

/** How sure the inference is, in the words of whoever draws it. */
export const CONFIDENCES = ['low', 'medium', 'high'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

const schema = z.strictObject({
  /** The document that shows it, and where. */
  document: recordField.optional(),
  place: textField.optional(),
  /** When it was so. */
  on: dateField.optional(),
  /** What is seen, in one's own words. */
  says: textField,
  units: z.array(unitField).min(1),
  /** A change that it makes likely; it never becomes a decision on it. */
  corroborates: changeField.optional(),
  /** The lineage that is inferred from it. */
  infers: z.strictObject({ from: unitField, to: unitField, relation: z.enum(RELATIONS) }).optional(),
  confidence: z.enum(CONFIDENCES),
});
export type ObservationPayload = z.infer<typeof schema>;

/** A later document that shows something from which an earlier change can be inferred. */
export const observation = defineRecordKind<ObservationPayload>({
  kind: 'observation',
  event: 'ObservationRecorded',
  schema,
  map: ({ infers, ...payload }, references) =>
    defined({
      ...payload,
      document: payload.document && references.record(payload.document, 'document', ['document']),
      units: payload.units.map((unit, i) => references.unit(unit, `units[${i}]`)),
      corroborates: payload.corroborates && references.change(payload.corroborates, 'corroborates'),
      infers: infers && {
        ...infers,
        from: references.unit(infers.from, 'infers.from'),
        to: references.unit(infers.to, 'infers.to'),
      },
    }) as ObservationPayload,
  title: ({ says }) => says,
  sentence: ({ says }) => ({ sv: `Iakttagelse: ${says}`, en: `Observation: ${says}` }),
});

const verdictSchema = z.strictObject({ observation: recordField, text: textField.optional() });
export type VerdictPayload = z.infer<typeof verdictSchema>;

function verdict(
  kind: 'observationConfirmed' | 'observationRejected',
  event: string,
  sv: string,
  en: string,
) {
  return defineRecordKind<VerdictPayload>({
    kind,
    event,
    schema: verdictSchema,
    map: (payload, references) => ({
      ...payload,
      observation: references.record(payload.observation, 'observation', ['observation']),
    }),
    object: alreadyReviewed,
    about: (payload) => [payload.observation],
    title: (payload, words) => words.record(payload.observation),
    sentence: (payload, words) => {
      const what = words.record(payload.observation);
      return { sv: `Slutsatsen ${sv}: ${what}`, en: `Inference ${en}: ${what}` };
    },
  });
}

/** A person confirms the inference. */
export const observationConfirmed = verdict(
  'observationConfirmed',
  'ObservationConfirmed',
  'bekräftades',
  'confirmed',
);
/** A person rejects the inference. */
export const observationRejected = verdict(
  'observationRejected',
  'ObservationRejected',
  'avvisades',
  'rejected',
);

function alreadyReviewed(
  { observation: id }: VerdictPayload,
  register: Register,
  self: RecordId | undefined,
): RecordObjection | undefined {
  const reviewed = [observationConfirmed, observationRejected]
    .flatMap((kind) => register.about(kind, id, LATEST))
    .some((known) => known.id !== self);
  return reviewed
    ? {
        code: 'ALREADY_SETTLED',
        message: {
          sv: 'Slutsatsen är redan prövad; rätta eller återta det som är registrerat.',
          en: 'The inference is reviewed already; correct or withdraw what is recorded.',
        },
        field: 'observation',
      }
    : undefined;
}
