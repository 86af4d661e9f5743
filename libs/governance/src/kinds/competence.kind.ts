import { defineRecordKind } from '#records';
import type { Message } from '#temporal';
import { z } from 'zod';
import { CHANGE_KINDS, type ChangeKind } from '#structure';
import { dateField, defined, textField, tokenField, unitField } from './fields.js';

/**
 * Where a change happens: between the areas of two or more boards, within that of one, or in the political
 * organisation itself; `any`: wherever it is.
 */
export const SCOPES = ['acrossBoards', 'withinBoard', 'politicalBody', 'any'] as const;
export type Scope = (typeof SCOPES)[number];

const SCOPE_WORDS: Readonly<Record<Scope, Message>> = {
  acrossBoards: { sv: 'mellan nämnder', en: 'across boards' },
  withinBoard: { sv: 'inom en nämnd', en: 'within a board' },
  politicalBody: { sv: 'den politiska organisationen', en: 'the political organisation' },
  any: { sv: 'alla förändringar', en: 'all changes' },
};

const schema = z.strictObject({
  /** From when the rule holds; absent: always. */
  from: dateField.optional(),
  /** Until when, this day not included; absent: until another rule. */
  until: dateField.optional(),
  scope: z.enum(SCOPES),
  /** Kinds of change; absent: all. */
  changes: z
    .array(z.enum(CHANGE_KINDS as [ChangeKind, ...ChangeKind[]]))
    .min(1)
    .optional(),
  /** Whose decision it takes: `board` (the one whose area it is), a body, or any body of a unit type. */
  by: z.union([
    z.literal('board'),
    z.strictObject({ unit: unitField }),
    z.strictObject({ type: tokenField }),
  ]),
  /** Bodies that may decide by delegation. */
  delegatedTo: z.array(unitField).min(1).optional(),
  /** The law, standing orders or delegation order that says so. */
  authority: textField.optional(),
});
export type CompetencePayload = z.infer<typeof schema>;

/** Which body's decision a kind of change needs. */
export const competence = defineRecordKind<CompetencePayload>({
  kind: 'competence',
  event: 'CompetenceRuleSet',
  schema,
  map: ({ by, delegatedTo, ...payload }, references) =>
    defined({
      ...payload,
      by: typeof by === 'object' && 'unit' in by ? { unit: references.unit(by.unit, 'by.unit') } : by,
      delegatedTo: delegatedTo?.map((unit, i) => references.unit(unit, `delegatedTo[${i}]`)),
    }) as CompetencePayload,
  title: ({ authority, scope }) => authority ?? scope,
  sentence: ({ scope }) => ({
    sv: `Behörighetsregel (${SCOPE_WORDS[scope].sv})`,
    en: `Competence rule (${SCOPE_WORDS[scope].en})`,
  }),
});
