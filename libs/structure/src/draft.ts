import {
  isUnknown,
  parseImpreciseDate,
  UNKNOWN_DATE,
  type Day,
  type ImpreciseDate,
  type Message,
} from '#temporal';
import { z } from 'zod';
import type { Effect } from './effect.js';
import type { ChangeId } from './ids.js';
import { inKeyOrder } from './key-order.js';
import { isChangeKind, kindOf, type ChangeKind, type Payload } from './kinds/index.js';
import { tokenField } from './kinds/fields.js';
import type { Rejection } from './rejection.js';

/** A change as somebody says it: the units are named by references. */
export interface ChangeContent {
  readonly kind: ChangeKind;
  readonly on: ImpreciseDate;
  readonly payload: Payload;
}

/** What may be said of any change or amendment. */
export interface Circumstances {
  /** The name its source gives it, unique in the organisation. */
  readonly id?: string;
  readonly reason?: string;
  /** The matter and decision it rests on. */
  readonly basis?: Record<string, unknown>;
  /** Ids of the decisions that `basis` names, of those that are recorded. */
  readonly restsOn?: readonly string[];
  /** Where the fact comes from: free JSON. */
  readonly source?: unknown;
  /** The scenario in which it was simulated before it became real. */
  readonly scenario?: string;
  /** Digest of the import line it came from, by which the line is known to be recorded. */
  readonly digest?: string;
}

/** What a change came to when it was decided before, in a scenario: taken as it is if it still comes to that. */
export interface Resolved {
  readonly effects: readonly Effect[];
  /** The day that it applies from, of its window. */
  readonly from: Day;
}

export type ChangeDraft = {
  readonly draft: 'change';
  readonly content: ChangeContent;
  /** The id that the change gets, if it has been decided before: in a scenario. */
  readonly changeId?: ChangeId;
  readonly resolved?: Resolved;
} & Circumstances;
export type AmendmentDraft =
  | ({
      readonly draft: 'correct';
      readonly change: string;
      readonly content: ChangeContent;
      readonly resolved?: Resolved;
    } & Circumstances)
  | ({
      readonly draft: 'reschedule';
      readonly change: string;
      readonly on: ImpreciseDate;
      readonly resolved?: Resolved;
    } & Circumstances)
  | ({ readonly draft: 'cancel'; readonly change: string } & Circumstances)
  /** Another day of its window, as a scenario that is adopted left it. */
  | ({ readonly draft: 'narrow'; readonly change: string; readonly to: Day } & Circumstances)
  /** What follows from decisions: a pending change is applied, or one that was applied is taken back, for good or until further notice. */
  | ({ readonly draft: 'enact'; readonly change: string; readonly resolved?: Resolved } & Circumstances)
  | ({ readonly draft: 'annul' | 'suspend'; readonly change: string } & Circumstances);
export type Draft = ChangeDraft | AmendmentDraft;

export type DraftResult =
  | { readonly ok: true; readonly draft: Draft }
  | { readonly ok: false; readonly rejections: readonly Rejection[] };

// What no ledger can keep: NUL, and halves of characters.
// eslint-disable-next-line no-control-regex
const UNKEEPABLE = /\u0000|\p{Cs}/u;
const MOST_NESTED = 32;

/** Free JSON that can be kept as it is. */
function isKeepable(value: unknown, depth = 0): boolean {
  if (typeof value === 'string') return !UNKEEPABLE.test(value);
  if (typeof value === 'number') return Number.isFinite(value);
  if (typeof value !== 'object' || value === null) return value !== undefined;
  if (depth === MOST_NESTED) return false;
  return Array.isArray(value)
    ? value.every((member) => isKeepable(member, depth + 1))
    : Object.entries(value).every(([name, member]) => isKeepable(name) && isKeepable(member, depth + 1));
}

const keepable = 'holds NUL, half a character or a number without end, or is nested too deep';
const circumstances = z.object({
  id: tokenField.optional(),
  reason: z
    .string()
    .max(5000)
    .refine((value) => isKeepable(value), keepable)
    .trim()
    .min(1)
    .optional(),
  basis: z
    .record(z.string(), z.unknown())
    .refine((value) => isKeepable(value), keepable)
    .optional(),
  source: z
    .unknown()
    .refine((value) => value === undefined || isKeepable(value), keepable)
    .optional(),
});
const changeName = tokenField;

/** Reads what may be said of anything that is recorded. */
export function readCircumstances(
  said: Record<string, unknown>,
): { readonly ok: true; readonly circumstances: Circumstances } | Failure {
  const parsed = circumstances.safeParse(said);
  if (!parsed.success) return invalid(parsed.error, '');
  const given = Object.entries(parsed.data).filter(([, value]) => value !== undefined);
  return { ok: true, circumstances: inKeyOrder(Object.fromEntries(given)) };
}

/** Reads a change or an amendment in the form of the import format. */
export function parseDraft(json: Record<string, unknown>): DraftResult {
  const { kind, id, reason, basis, source, ...rest } = json;
  const common = readCircumstances({ id, reason, basis, source });
  if (!common.ok) return common;
  const said = common.circumstances;
  switch (kind) {
    case 'correct':
    case 'reschedule':
    case 'cancel':
      return parseAmendment(kind, rest, said);
  }
  const content = parseContent({ kind, ...rest }, '');
  return content.ok ? { ok: true, draft: { draft: 'change', content: content.content, ...said } } : content;
}

function parseAmendment(
  kind: 'correct' | 'reschedule' | 'cancel',
  rest: Record<string, unknown>,
  said: Circumstances,
): DraftResult {
  const { change, with: content, on, ...more } = rest;
  const name = changeName.safeParse(change);
  if (!name.success) return invalid(name.error, 'change');
  const surplus = Object.keys({
    ...more,
    ...(kind === 'correct' || content === undefined ? {} : { with: content }),
    ...(kind === 'reschedule' || on === undefined ? {} : { on }),
  })[0];
  if (surplus !== undefined) return refuse(unknownField(surplus), pathOf('', [surplus]));
  if (said.reason === undefined) {
    return {
      ok: false,
      rejections: [
        {
          code: 'REASON_REQUIRED',
          field: 'reason',
          message: { sv: 'En rättelse måste ha ett skäl.', en: 'An amendment must have a reason.' },
          units: [],
          changes: [],
        },
      ],
    };
  }
  if (kind === 'cancel') return { ok: true, draft: { draft: 'cancel', change: name.data, ...said } };
  if (kind === 'reschedule') {
    const date = parseOn(on, 'on');
    return date.ok
      ? { ok: true, draft: { draft: 'reschedule', change: name.data, on: date.on, ...said } }
      : date;
  }
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    return refuse(
      {
        sv: 'Ett objekt med hela den rättade förändringen saknas.',
        en: 'The whole corrected change is missing.',
      },
      'with',
    );
  }
  const corrected = parseContent(content as Record<string, unknown>, 'with.');
  return corrected.ok
    ? { ok: true, draft: { draft: 'correct', change: name.data, content: corrected.content, ...said } }
    : corrected;
}

type Failure = Extract<DraftResult, { ok: false }>;

function parseContent(
  json: Record<string, unknown>,
  path: string,
): { ok: true; content: ChangeContent } | Failure {
  const { kind, on, ...payload } = json;
  if (!isChangeKind(kind)) {
    const shown = typeof kind === 'string' ? `”${kind.slice(0, 60)}”` : '–';
    return {
      ok: false,
      rejections: [
        {
          code: 'UNKNOWN_KIND',
          field: `${path}kind`,
          message: {
            sv: `Förändringsslaget ${shown} finns inte.`,
            en: `There is no kind of change ${shown}.`,
          },
          units: [],
          changes: [],
        },
      ],
    };
  }
  const open = kindOf(kind).open === true;
  const date = on === undefined && open ? NOT_SAID : parseOn(on, `${path}on`, open);
  if (!date.ok) return date;
  const parsed = kindOf(kind).schema.safeParse(payload);
  if (!parsed.success) return invalid(parsed.error, path);
  return { ok: true, content: { kind, on: date.on, payload: parsed.data } };
}

const NOT_SAID = { ok: true, on: UNKNOWN_DATE } as const;

/** @param open whether the date may be one of which nothing is known */
function parseOn(on: unknown, field: string, open = false): { ok: true; on: ImpreciseDate } | Failure {
  if (typeof on !== 'string') return refuse({ sv: 'Ett datum saknas.', en: 'A date is missing.' }, field);
  const date = parseImpreciseDate(on);
  if (!date.ok) {
    const code = date.problem.code === 'INVALID_INTERVAL' ? 'INVALID_INTERVAL' : 'INVALID_DATE';
    return refuse(date.problem.message, field, code);
  }
  return open || !isUnknown(date.value)
    ? { ok: true, on: date.value }
    : refuse(
        {
          sv: 'En förändring vars datum är helt okänt kan bara aviseras (anticipate).',
          en: 'A change of whose date nothing is known can only be anticipated (anticipate).',
        },
        field,
        'INVALID_DATE',
      );
}

function refuse(
  message: Message,
  field: string,
  code: 'INVALID_FIELD' | 'INVALID_DATE' | 'INVALID_INTERVAL' = 'INVALID_FIELD',
): Failure {
  return { ok: false, rejections: [{ code, field, message, units: [], changes: [] }] };
}

function unknownField(name: string): Message {
  const shown = name.slice(0, 60);
  return { sv: `Fältet ”${shown}” finns inte här.`, en: `There is no field "${shown}" here.` };
}

function invalid(error: z.ZodError, path: string): Failure {
  return { ok: false, rejections: invalidFields(error, path) };
}

/** What a schema finds wrong, field by field; `path` goes before the fields' own. */
export function invalidFields(error: z.ZodError, path: string): Rejection[] {
  return error.issues
    .flatMap((issue) => told(issue))
    .slice(0, 20)
    .map((issue) => ({
      code: 'INVALID_FIELD',
      field: pathOf(path, issue.path) || 'change',
      message: messageOf(issue),
      units: [],
      changes: [],
    }));
}

/** An issue where it is: each surplus field by its name, and the forms that a field may take by the nearest one. */
function told(issue: z.core.$ZodIssue, path: readonly PropertyKey[] = []): z.core.$ZodIssue[] {
  const at = [...path, ...issue.path];
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => ({ ...issue, keys: [key], path: [...at, key] }));
  }
  if (issue.code === 'invalid_union') {
    const near = issue.errors
      .filter((issues) => !issues.some(({ code, path: within }) => isOtherKind(code) && within.length === 0))
      .map((issues) => issues.flatMap((each) => told(each, at)))
      .sort((a, b) => a.length - b.length)[0];
    if (near !== undefined) return near;
  }
  return [{ ...issue, path: at }];
}

function isOtherKind(code: z.core.$ZodIssue['code']): boolean {
  return code === 'invalid_type' || code === 'invalid_value';
}

function pathOf(prefix: string, path: readonly PropertyKey[]): string {
  return path
    .reduce<string>(
      (text, part) =>
        typeof part === 'number'
          ? `${text}[${part}]`
          : `${text}${text === '' || text.endsWith('.') ? '' : '.'}${String(part).slice(0, 80)}`,
      prefix,
    )
    .replace(/\.$/, '');
}

function messageOf(issue: z.core.$ZodIssue): Message {
  switch (issue.code) {
    case 'invalid_type':
      return { sv: 'Fältet saknas eller har fel slag av värde.', en: issue.message };
    case 'too_small':
      return { sv: 'Fältet har för få värden eller för litet värde.', en: issue.message };
    case 'too_big':
      return { sv: 'Fältets värde är för långt eller för stort.', en: issue.message };
    case 'unrecognized_keys':
      return unknownField(issue.keys[0] ?? '');
    default:
      return { sv: 'Fältets värde är inte giltigt.', en: issue.message };
  }
}
