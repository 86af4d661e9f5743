import { defineRecordKind, type RecordId, type RecordObjection, type Register } from '#records';
import { LATEST } from '#structure';
import { z } from 'zod';
import { dateField, defined, recordField, textField } from './fields.js';

const schema = z.strictObject({
  /** The decision or proposal that sets it. */
  decision: recordField,
  text: textField,
});
export type ConditionPayload = z.infer<typeof schema>;

/** What must be met before a decision takes effect. */
export const condition = defineRecordKind<ConditionPayload>({
  kind: 'condition',
  event: 'ConditionSet',
  schema,
  map: (payload, references) => ({
    ...payload,
    decision: references.record(payload.decision, 'decision', ['decision']),
  }),
  about: (payload) => [payload.decision],
  title: ({ text }) => text,
  sentence: ({ text }) => ({ sv: `Villkor: ${text}`, en: `Condition: ${text}` }),
});

const outcomeSchema = z.strictObject({
  condition: recordField,
  on: dateField.optional(),
  /** What shows it. */
  evidence: textField.optional(),
  document: recordField.optional(),
});
export type ConditionOutcomePayload = z.infer<typeof outcomeSchema>;

function outcome(kind: 'conditionMet' | 'conditionFailed', event: string, sv: string, en: string) {
  return defineRecordKind<ConditionOutcomePayload>({
    kind,
    event,
    schema: outcomeSchema,
    map: (payload, references) =>
      defined({
        ...payload,
        condition: references.record(payload.condition, 'condition', ['condition']),
        document: payload.document && references.record(payload.document, 'document', ['document']),
      }) as ConditionOutcomePayload,
    object: alreadySettled,
    about: (payload) => [payload.condition],
    title: (payload, words) => words.record(payload.condition),
    sentence: (payload, words) => {
      const what = words.record(payload.condition);
      return { sv: `Villkoret ${sv}: ${what}`, en: `Condition ${en}: ${what}` };
    },
  });
}

/** A condition was met. */
export const conditionMet = outcome('conditionMet', 'ConditionMet', 'uppfylldes', 'met');
/** A condition failed: what rests on it lapses. */
export const conditionFailed = outcome('conditionFailed', 'ConditionFailed', 'uppfylldes inte', 'failed');

function alreadySettled(
  { condition: id }: ConditionOutcomePayload,
  register: Register,
  self: RecordId | undefined,
): RecordObjection | undefined {
  const settled = [conditionMet, conditionFailed]
    .flatMap((kind) => register.about(kind, id, LATEST))
    .some((known) => known.id !== self);
  return settled
    ? {
        code: 'ALREADY_SETTLED',
        message: {
          sv: 'Villkoret är redan avgjort; rätta det som är registrerat.',
          en: 'The condition is settled already; correct what is recorded.',
        },
        field: 'condition',
      }
    : undefined;
}
