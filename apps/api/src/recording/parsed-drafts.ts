import { parseAnyDraft, type AnyDraft, type AnyDraftResult, type AnyRefusal } from '#chronicle';
import type { Message } from '#temporal';
import type { ChangeInput } from './amendment.inputs.js';
import { draftJson, type DraftKind, type InputByKind } from './draft-json.js';
import { InputRefused, onlyMember } from './input-json.js';
import { unreadableText } from './readable-texts.js';
import { invalidField } from './user-errors.js';

/** An input with the kind of change, record or amendment that it is. */
export interface DraftInput {
  readonly kind: DraftKind;
  readonly input: InputByKind[DraftKind];
}

export function draftInput(change: ChangeInput): DraftInput {
  const [kind, input] = onlyMember(change);
  return { kind, input };
}

/** The drafts of inputs; if some cannot be read, why. `reason`: of those that do not say themselves. */
export function parsedDrafts(
  inputs: readonly DraftInput[],
  reason: string | undefined,
): { readonly drafts: readonly AnyDraft[]; readonly refusals: readonly AnyRefusal[] } {
  const drafts: AnyDraft[] = [];
  const refusals: AnyRefusal[] = [];
  for (const [index, { kind, input }] of inputs.entries()) {
    const parsed = parse(kind, input, reason);
    if (parsed.ok) drafts.push(parsed.draft);
    else refusals.push(...parsed.rejections.map((rejection) => ({ ...rejection, index })));
  }
  return { drafts, refusals };
}

export const UNREADABLE: Message = {
  sv: 'Texten innehåller tecken som inte kan lagras, eller är nästlad för djupt.',
  en: 'The text holds characters that cannot be kept, or is nested too deeply.',
};

function parse(kind: DraftKind, input: InputByKind[DraftKind], reason: string | undefined): AnyDraftResult {
  try {
    const json = draftJson(kind, input, reason);
    const unreadable = unreadableText(json);
    if (unreadable !== undefined) return { ok: false, rejections: [invalidField(unreadable, UNREADABLE)] };
    const parsed = parseAnyDraft(json);
    return parsed.ok && kind === 'withdrawRecord' ? { ok: true, draft: withdrawal(parsed.draft) } : parsed;
  } catch (error) {
    if (!(error instanceof InputRefused)) throw error;
    const shown = error.twice.slice(0, 60);
    return {
      ok: false,
      rejections: [
        invalidField(error.field, {
          sv: `”${shown}” är angivet två gånger.`,
          en: `"${shown}" is given twice.`,
        }),
      ],
    };
  }
}

/** What a line of an import calls `cancel` means a record here, and never a change of the same name. */
function withdrawal(draft: AnyDraft): AnyDraft {
  if (draft.draft !== 'cancel') return draft;
  const { change: record, ...said } = draft;
  return { ...said, draft: 'withdrawRecord', record };
}

/** With the field's name in the schema, where an import line calls it otherwise. */
export function inTermsOf(inputs: readonly DraftInput[], refusal: AnyRefusal): AnyRefusal {
  const kind = refusal.index === undefined ? undefined : inputs[refusal.index]?.kind;
  const isAmendment = kind === 'correctRecord' || kind === 'withdrawRecord';
  return isAmendment && refusal.field === 'change' ? { ...refusal, field: 'record' } : refusal;
}
