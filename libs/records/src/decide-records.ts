import { inKeyOrder, isUuid, LATEST, type Refusal, type RejectionCode } from '#structure';
import type { Message, Position } from '#temporal';
import type { RecordDraft } from './record-draft.js';
import type { RecordId, RecordRejectionCode, ReferenceMapping } from './record-kind.js';
import {
  applyRecord,
  RECORD_CORRECTED,
  RECORD_WITHDRAWN,
  type RecordContentData,
  type RecordEventData,
} from './recorded-record.js';
import type { RecordRecording, Register } from './register.js';

export type RecordRejection = Refusal<RecordRejectionCode | RejectionCode>;

/** An event to append about a record. */
export interface DecidedRecord {
  readonly type: string;
  readonly data: RecordEventData;
  readonly recording: RecordRecording;
  readonly reason: string | undefined;
  /** Which draft it comes from. */
  readonly index: number;
}

export interface RecordContext {
  /** The position that the first event will get. */
  readonly position: Position;
  readonly newId: () => string;
  /** The id of the unit that a reference means, or why none is meant. */
  unit(reference: string): string | { readonly code: RejectionCode; readonly message: Message };
  /** The id of the change that a reference means; undefined if there is none. */
  change(reference: string): string | undefined;
  /** Whether a change of the structure has this name: records and changes share their names. */
  isChangeName(name: string): boolean;
}

export type RecordDecision =
  | { readonly accepted: true; readonly events: readonly DecidedRecord[] }
  | { readonly accepted: false; readonly rejections: readonly RecordRejection[] };

/**
 * Decides records of one change set, in order, each on top of the ones before. Accepted, they are in the register
 * from the context's position on until the caller commits or rolls back; refused, the register is as it was.
 */
export function decideRecords(
  register: Register,
  drafts: readonly { readonly draft: RecordDraft; readonly index: number }[],
  context: RecordContext,
): RecordDecision {
  const savepoint = register.savepoint();
  const events: DecidedRecord[] = [];
  const rejections: RecordRejection[] = [];
  for (const { draft, index } of drafts) {
    const position = (context.position + events.length) as Position;
    const outcome = decideOne(register, draft, context);
    if (Array.isArray(outcome)) rejections.push(...outcome.map((rejection) => ({ ...rejection, index })));
    else {
      const { id, digest, source, reason } = draft;
      const data = {
        ...outcome.data,
        ...(id === undefined ? {} : { id }),
        ...(digest === undefined ? {} : { digest }),
        ...(source === undefined ? {} : { source }),
      };
      applyRecord(register, data, position);
      events.push({ ...outcome, data, reason, index });
    }
  }
  if (rejections.length === 0) return { accepted: true, events };
  register.rollbackTo(savepoint);
  return { accepted: false, rejections };
}

type Outcome = Pick<DecidedRecord, 'type' | 'data' | 'recording'> | RecordRejection[];

function decideOne(register: Register, draft: RecordDraft, context: RecordContext): Outcome {
  const { id } = draft;
  if (id !== undefined && (register.find(id, LATEST) !== undefined || context.isChangeName(id))) {
    return [reject('RECORD_ID_TAKEN', 'id', id)];
  }
  if (draft.draft === 'record') {
    const record = (id !== undefined && isUuid(id) ? id : context.newId()) as RecordId;
    const said = contentOf(register, draft, context, undefined);
    const { event } = register.kindOf(draft.kind);
    return said.ok
      ? { type: event, data: { record, ...said.content }, recording: 'recorded' }
      : said.rejections;
  }
  const entry = register.find(draft.record, LATEST);
  if (entry === undefined) {
    const code = register.hasHeld(draft.record) ? 'RECORD_WITHDRAWN' : 'UNKNOWN_RECORD';
    return [reject(code, 'change', draft.record)];
  }
  if (draft.draft === 'withdrawRecord') {
    return { type: RECORD_WITHDRAWN, data: { record: entry.id }, recording: 'withdrawn' };
  }
  if (entry.kind !== draft.kind) return [reject('KIND_DIFFERS', 'with.kind', draft.kind)];
  const said = contentOf(register, draft, context, entry.id);
  if (!said.ok) return said.rejections;
  return { type: RECORD_CORRECTED, data: { record: entry.id, ...said.content }, recording: 'corrected' };
}

type Content =
  | { readonly ok: true; readonly content: Pick<RecordContentData, 'kind' | 'payload'> }
  | { readonly ok: false; readonly rejections: RecordRejection[] };

/** What a draft says, with ids in the place of names. `self`: the record that is corrected; undefined when it is new. */
function contentOf(
  register: Register,
  { draft, kind: name, payload }: Exclude<RecordDraft, { readonly draft: 'withdrawRecord' }>,
  context: RecordContext,
  self: RecordId | undefined,
): Content {
  const kind = register.kindOf(name);
  const prefix = draft === 'correctRecord' ? 'with.' : '';
  const rejections: RecordRejection[] = [];
  const bound = kind.map(payload, binding(register, context, prefix, rejections));
  if (rejections.length > 0) return { ok: false, rejections };
  for (const called of kind.names?.(bound) ?? []) {
    const other = register.find(called, LATEST, [name]);
    if (other === undefined || other.id === self) continue;
    const field = `${prefix}${fieldSaying(called, bound) ?? name}`;
    return { ok: false, rejections: [reject('RECORD_NAME_TAKEN', field, called)] };
  }
  const objection = kind.object?.(bound, register, self);
  if (objection !== undefined) {
    const field = `${prefix}${objection.field ?? name}`;
    return { ok: false, rejections: [{ ...objection, field, units: [], changes: [] }] };
  }
  return { ok: true, content: { kind: name, payload: inKeyOrder(bound) } };
}

function fieldSaying(name: string, payload: unknown): string | undefined {
  return Object.entries(payload as object).find(([, value]) => value === name)?.[0];
}

function binding(
  register: Register,
  context: RecordContext,
  prefix: string,
  rejections: RecordRejection[],
): ReferenceMapping {
  return {
    unit: (reference, field) => {
      const found = context.unit(reference);
      if (typeof found === 'string') return found;
      rejections.push({ ...found, field: `${prefix}${field}`, units: [], changes: [] });
      return reference;
    },
    record: (reference, field, kinds) => {
      const entry = register.find(reference, LATEST, kinds);
      if (entry === undefined) rejections.push(reject('UNKNOWN_RECORD', `${prefix}${field}`, reference));
      return entry?.id ?? reference;
    },
    change: (reference, field) => {
      const found = context.change(reference);
      if (found === undefined) {
        const shown = reference.slice(0, 80);
        rejections.push({
          code: 'UNKNOWN_CHANGE',
          message: { sv: `Ingen förändring heter ”${shown}”.`, en: `No change is called "${shown}".` },
          field: `${prefix}${field}`,
          units: [],
          changes: [],
        });
      }
      return found ?? reference;
    },
  };
}

const MESSAGES = {
  UNKNOWN_RECORD: (shown: string) => ({
    sv: `Det finns inget ”${shown}” registrerat av det slag som avses.`,
    en: `Nothing of the kind meant is recorded as "${shown}".`,
  }),
  RECORD_ID_TAKEN: (shown: string) => ({
    sv: `Något annat heter redan ”${shown}”.`,
    en: `Something else is already called "${shown}".`,
  }),
  RECORD_NAME_TAKEN: (shown: string) => ({
    sv: `”${shown}” finns redan registrerat.`,
    en: `"${shown}" is recorded already.`,
  }),
  RECORD_WITHDRAWN: (shown: string) => ({
    sv: `”${shown}” är återtaget.`,
    en: `"${shown}" is withdrawn.`,
  }),
  KIND_DIFFERS: (shown: string) => ({
    sv: `Det som rättas är av ett annat slag än ”${shown}”.`,
    en: `What is corrected is of another kind than "${shown}".`,
  }),
} satisfies Partial<Record<RecordRejectionCode, (shown: string) => Message>>;

function reject(code: keyof typeof MESSAGES, field: string, name: string): RecordRejection {
  return { code, message: MESSAGES[code](name.slice(0, 80)), field, units: [], changes: [] };
}
