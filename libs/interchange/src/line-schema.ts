import { RECORD_KINDS } from '#chronicle';
import { CHANGE_KINDS, kindOf, type ChangeKind } from '#structure';
import { UNKNOWN_DATE } from '#temporal';
import { z } from 'zod';

type Schema = Record<string, unknown>;

const DRAFT = 'https://json-schema.org/draft/2020-12/schema';
const EDTF =
  'EDTF: a day, month, quarter, ISO week, year or an interval of them, such as 2021-03-01, 2021-03, 2020-Q1, 2021-W08, 2017, 2021-03/2021-05, ../2020-04-21.';

const on: Schema = { type: 'string', not: { const: UNKNOWN_DATE.written }, description: EDTF };
const openOn: Schema = {
  type: 'string',
  description: `${EDTF} Absent, or written as two dots: nothing is known of it.`,
};
const text = (description: string, maxLength: number): Schema => ({
  type: 'string',
  minLength: 1,
  maxLength,
  description,
});

/** What any line may say beside its change. */
const COMMON: Schema = {
  id: text(
    'A name for the change or record, unique in the organisation; a UUID becomes the change’s own id.',
    200,
  ),
  set: text('Lines that stand together with the same value are one change set.', 200),
  reason: text('Why it is recorded.', 5000),
  basis: { type: 'object', description: 'The matter and the decision it rests on.' },
  source: { description: 'Where the fact comes from: any JSON.' },
  knownFrom: {
    type: 'string',
    description: 'When the register learned it: a date (from its beginning, UTC) or an RFC 3339 time.',
  },
};

/** JSON Schema (2020-12) of one line of the import and export format, made from what the program itself checks. */
export function importLineSchema(): Schema {
  const records = [...RECORD_KINDS.keys()];
  const definitions = Object.fromEntries([
    ...CHANGE_KINDS.map((kind) => [kind, changeSchema(kind)]),
    ...records.map((kind) => [kind, recordSchema(kind)]),
  ]);
  return {
    $schema: DRAFT,
    title: 'Krönika import line',
    description: 'One line of a file of changes: newline-delimited JSON, UTF-8. See import-format.md.',
    oneOf: [
      ...[...CHANGE_KINDS, ...records].map((kind) => lineOf({ $ref: `#/$defs/${kind}` })),
      lineOf(amendment('correct', { with: { oneOf: [...CHANGE_KINDS, ...records].map(correctedBy) } })),
      lineOf(amendment('reschedule', { on })),
      lineOf(amendment('cancel', {})),
    ],
    $defs: { circumstances: { properties: COMMON }, ...definitions },
  };
}

function changeSchema(kind: ChangeKind): Schema {
  const { schema, open } = kindOf(kind);
  return open === true
    ? contentSchema(kind, schema, { on: openOn }, [])
    : contentSchema(kind, schema, { on }, ['on']);
}

function recordSchema(kind: string): Schema {
  return contentSchema(kind, RECORD_KINDS.get(kind)!.schema, {}, []);
}

/** A change or record as its kind has it; open, so that a line can add what any line may say. */
function contentSchema(kind: string, schema: z.ZodType, dated: Schema, needed: readonly string[]): Schema {
  const {
    $schema: _,
    additionalProperties: _closed,
    ...payload
  } = z.toJSONSchema(schema, { io: 'input', reused: 'inline' }) as Schema;
  const { properties, required } = payload as { properties: Schema; required?: string[] };
  return {
    ...payload,
    properties: { kind: { const: kind }, ...dated, ...properties },
    required: ['kind', ...needed, ...(required ?? [])],
  };
}

function amendment(kind: string, fields: Schema): Schema {
  return {
    type: 'object',
    properties: {
      kind: { const: kind },
      change: text('The id of an earlier change or record.', 200),
      ...fields,
    },
    required: ['kind', 'change', ...Object.keys(fields), 'reason'],
  };
}

function correctedBy(kind: string): Schema {
  return { $ref: `#/$defs/${kind}`, unevaluatedProperties: false };
}

function lineOf(change: Schema): Schema {
  return { allOf: [change, { $ref: '#/$defs/circumstances' }], unevaluatedProperties: false };
}

/** The file as committed. */
export function importLineSchemaText(): string {
  return `${JSON.stringify(importLineSchema(), null, 2)}\n`;
}
