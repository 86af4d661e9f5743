import { GOVERNANCE_KINDS } from '#governance';
import { MEASURE_KINDS } from '#measures';
import { parseRecordCorrection, parseRecordDraft, type RecordDraft, type RecordKinds } from '#records';
import { parseDraft, type Draft, type Rejection } from '#structure';

/** Everything that is recorded beside the structure, by the name of its kind. */
export const RECORD_KINDS: RecordKinds = new Map([...GOVERNANCE_KINDS, ...MEASURE_KINDS]);

/** A change of the structure, a record beside it, or an amendment of either. */
export type AnyDraft = Draft | RecordDraft;

export type AnyDraftResult =
  | { readonly ok: true; readonly draft: AnyDraft }
  | { readonly ok: false; readonly rejections: readonly Rejection[] };

/** Reads anything that can be recorded, in the form of the import format. */
export function parseAnyDraft(json: Record<string, unknown>): AnyDraftResult {
  if (isRecordKind(json.kind)) return parseRecordDraft(RECORD_KINDS, json);
  if (json.kind === 'correct' && isRecordKind(kindWithin(json.with))) {
    // What a correction of a change is asked for, that of a record is as well.
    const asked = parseDraft({ ...json, kind: 'cancel', with: undefined });
    return asked.ok ? parseRecordCorrection(RECORD_KINDS, json) : asked;
  }
  return parseDraft(json);
}

export function isRecordDraft(draft: AnyDraft): draft is RecordDraft {
  return draft.draft === 'record' || draft.draft === 'correctRecord' || draft.draft === 'withdrawRecord';
}

function isRecordKind(kind: unknown): boolean {
  return typeof kind === 'string' && RECORD_KINDS.has(kind);
}

function kindWithin(content: unknown): unknown {
  return typeof content === 'object' && content !== null ? (content as { kind?: unknown }).kind : undefined;
}
