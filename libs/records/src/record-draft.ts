import { invalidFields, readCircumstances, type Circumstances, type Rejection } from '#structure';
import type { RecordKinds } from './record-kind.js';

/** Something to be recorded, corrected or withdrawn beside the structure; what it names is not looked up yet. */
export type RecordDraft =
  | ({ readonly draft: 'record'; readonly kind: string; readonly payload: unknown } & Circumstances)
  | ({
      readonly draft: 'correctRecord';
      /** The record's name or id. */
      readonly record: string;
      readonly kind: string;
      readonly payload: unknown;
    } & Circumstances)
  | ({ readonly draft: 'withdrawRecord'; readonly record: string } & Circumstances);

export type RecordDraftResult =
  | { readonly ok: true; readonly draft: RecordDraft }
  | { readonly ok: false; readonly rejections: readonly Rejection[] };

/** Reads a record in the form of the import format: `kind`, its own fields, and the circumstances. */
export function parseRecordDraft(kinds: RecordKinds, json: Record<string, unknown>): RecordDraftResult {
  const { kind, id, reason, basis: _, source, ...payload } = json;
  const said = readCircumstances({ id, reason, source });
  if (!said.ok) return said;
  const parsed = kinds.get(kind as string)!.schema.safeParse(payload);
  if (!parsed.success) return { ok: false, rejections: invalidFields(parsed.error, '') };
  return {
    ok: true,
    draft: { draft: 'record', kind: kind as string, payload: parsed.data, ...said.circumstances },
  };
}

/** Reads a correction (`with` has the whole corrected record) whose kind is one of records. */
export function parseRecordCorrection(kinds: RecordKinds, json: Record<string, unknown>): RecordDraftResult {
  const { kind: _, change, with: content, id, reason, source } = json;
  const said = readCircumstances({ id, reason, source });
  if (!said.ok) return said;
  const { kind, ...payload } = content as Record<string, unknown>;
  const parsed = kinds.get(kind as string)!.schema.safeParse(payload);
  if (!parsed.success) return { ok: false, rejections: invalidFields(parsed.error, 'with.') };
  return {
    ok: true,
    draft: {
      draft: 'correctRecord',
      record: change as string,
      kind: kind as string,
      payload: parsed.data,
      ...said.circumstances,
    },
  };
}
