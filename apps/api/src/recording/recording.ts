import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  COMMAND_OF,
  parseAnyDraft,
  ReadOrganisation,
  RecordChanges,
  RegisterOrganisation,
  type AnyDraft,
  type AnyDraftResult,
  type AnyRefusal,
  type RecordingOutcome,
} from '#chronicle';
import { civil, type Notice as DomainNotice, type UnitId, type Warning } from '#structure';
import type { Language, Message, Position } from '#temporal';
import { Organisation } from '../organisations/organisation.type.js';
import type { RequestContext } from '../request-context.js';
import { Unit } from '../units/unit.type.js';
import { draftJson, type DraftKind, type InputByKind } from './draft-json.js';
import { InputRefused, onlyMember } from './input-json.js';
import type { RecordChangesInput, RecordingTerms, RegisterOrganisationInput } from './mutation.inputs.js';
import { unreadableText } from './readable-texts.js';
import type { Notice, RecordingPayload, RegistrationPayload, UserError } from './recording-payload.type.js';

interface DraftInput {
  readonly kind: DraftKind;
  readonly input: InputByKind[DraftKind];
}

/** Carries mutations to the command bus, and outcomes back. */
@Injectable()
export class Recording {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Records one change, record or amendment by the command of its kind. */
  one<K extends DraftKind>(
    kind: K,
    input: InputByKind[K] & RecordingTerms,
    context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.record(input, [{ kind, input }], input.reason ?? undefined, COMMAND_OF[kind], context);
  }

  /** Records a change set. */
  set(input: RecordChangesInput, context: RequestContext): Promise<RecordingPayload> {
    const drafts = input.changes.map((change) => {
      const [kind, content] = onlyMember(change);
      return { kind, input: content };
    });
    return this.record(input, drafts, input.reason ?? undefined, RecordChanges, context);
  }

  async register(input: RegisterOrganisationInput, context: RequestContext): Promise<RegistrationPayload> {
    const unreadable = unreadableText(input);
    const outcome =
      unreadable === undefined
        ? await this.commands.execute(
            new RegisterOrganisation(input.slug, input.name, {
              actor: context.actor,
              idempotencyKey: input.idempotencyKey ?? undefined,
              reason: input.reason ?? undefined,
            }),
          )
        : ({ outcome: 'refused', refusals: [invalidField(unreadable, UNREADABLE)] } as const);
    if (outcome.outcome === 'refused') {
      return {
        outcome: 'refused',
        organisation: null,
        userErrors: outcome.refusals.map((refusal) => userError(refusal, context.language)),
      };
    }
    const { organisation } = outcome;
    return {
      outcome: outcome.outcome === 'registered' ? 'recorded' : 'repeated',
      organisation: new Organisation(
        organisation,
        () => this.queries.execute(new ReadOrganisation(organisation.id)),
        { at: false, knownAt: false },
      ),
      userErrors: [],
    };
  }

  private async record(
    terms: RecordingTerms,
    inputs: readonly DraftInput[],
    reason: string | undefined,
    Command: typeof RecordChanges,
    context: RequestContext,
  ): Promise<RecordingPayload> {
    const drafts: AnyDraft[] = [];
    const refusals: AnyRefusal[] = [];
    for (const [index, { kind, input }] of inputs.entries()) {
      const parsed = parse(kind, input, reason);
      if (parsed.ok) drafts.push(parsed.draft);
      else refusals.push(...parsed.rejections.map((rejection) => ({ ...rejection, index })));
    }
    const refused = (all: readonly AnyRefusal[], warnings: readonly Warning[]) =>
      refusedPayload(
        all.map((each) => inTermsOf(inputs, each)),
        warnings,
        terms,
        context.language,
      );
    if (refusals.length > 0) return refused(refusals, []);
    const outcome: RecordingOutcome = await this.commands.execute(
      new Command(terms.organisation, drafts, {
        actor: context.actor,
        reason,
        idempotencyKey: terms.idempotencyKey ?? undefined,
        expectedPosition: (terms.expectedPosition ?? undefined) as Position | undefined,
        validateOnly: terms.validateOnly ?? undefined,
        confirmed: new Set(terms.confirm ?? []),
        keyScheme: terms.keys ?? undefined,
      }),
    );
    if (outcome.outcome === 'refused') return refused(outcome.refusals, outcome.warnings);
    const begun = outcome.outcome === 'valid' ? [] : outcome.changes.flatMap((change) => change.begun);
    return {
      outcome: outcome.outcome,
      position: outcome.position,
      recordedAt: outcome.recordedAt ?? null,
      changes: outcome.changes.map(({ change, recording, position, begun: units, sentence, reasons }) => ({
        id: change,
        recording,
        position,
        sentence: sentence ?? null,
        begun: units,
        reasons: reasons.map((reason) => userError(reason, context.language)),
      })),
      records: outcome.records.map(({ record, kind, recording, position, sentence }) => ({
        id: record,
        kind,
        recording,
        position,
        sentence: sentence ?? null,
      })),
      units: begun.length === 0 ? [] : await this.unitsBegun(terms.organisation, begun, outcome.position),
      warnings: outcome.warnings.map((warning) => userError(warning, context.language)),
      notices: outcome.notices.map((notice) => noticeOf(notice, context.language)),
      userErrors: [],
    };
  }

  private async unitsBegun(
    organisation: string,
    ids: readonly UnitId[],
    position: Position,
  ): Promise<readonly Unit[]> {
    const reading = await this.queries.execute(new ReadOrganisation(organisation, { minPosition: position }));
    return ids.flatMap((id) => {
      const unit = reading.timeline.units.get(id);
      const begins = unit?.existence.known(position).findLast(({ value }) => value);
      if (unit === undefined || begins === undefined) return [];
      const date = civil(begins.from);
      return [new Unit(date === null ? reading : { ...reading, at: begins.from, date }, unit)];
    });
  }
}

const UNREADABLE: Message = {
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
function inTermsOf(inputs: readonly DraftInput[], refusal: AnyRefusal): AnyRefusal {
  const kind = refusal.index === undefined ? undefined : inputs[refusal.index]?.kind;
  const isAmendment = kind === 'correctRecord' || kind === 'withdrawRecord';
  return isAmendment && refusal.field === 'change' ? { ...refusal, field: 'record' } : refusal;
}

function invalidField(field: string, message: Message) {
  return { code: 'INVALID_FIELD', field, message, units: [], changes: [] } as const;
}

/** A warning that is not confirmed stands among the errors, since it is why nothing was recorded. */
function refusedPayload(
  refusals: readonly AnyRefusal[],
  warnings: readonly Warning[],
  { confirm }: RecordingTerms,
  language: Language,
): RecordingPayload {
  const unconfirmed = warnings.filter(({ code }) => !(confirm ?? []).includes(code));
  return {
    outcome: 'refused',
    position: null,
    recordedAt: null,
    changes: [],
    records: [],
    units: [],
    warnings: warnings.map((warning) => userError(warning, language)),
    notices: [],
    userErrors: [...refusals, ...unconfirmed].map((refusal) => userError(refusal, language)),
  };
}

function userError(refusal: AnyRefusal, language: Language): UserError {
  const { code, message, index, field, date, units, changes } = refusal;
  return {
    code,
    message: message[language],
    messages: message,
    index: index ?? null,
    field: field ?? null,
    date: date ?? null,
    units,
    changes,
  };
}

function noticeOf({ code, unit, field, day, change }: DomainNotice, language: Language): Notice {
  const date = civil(day);
  const messages: Message = {
    sv: `Det gäller bara till ${date ?? 'ett senare datum'}: då finns en förändring som redan var registrerad.`,
    en: `It holds only until ${date ?? 'a later date'}, when a change takes effect that had been recorded before.`,
  };
  return { code, message: messages[language], messages, unit, field, date, change };
}
