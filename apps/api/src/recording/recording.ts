import { Injectable } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import {
  COMMAND_OF,
  ReadOrganisation,
  RecordChanges,
  RegisterOrganisation,
  type AnyRefusal,
  type RecordingOutcome,
} from '#chronicle';
import { civil, type UnitId, type Warning } from '#structure';
import type { Language, Position } from '#temporal';
import { Organisation } from '../organisations/organisation.type.js';
import type { RequestContext } from '../request-context.js';
import { Unit } from '../units/unit.type.js';
import type { DraftKind, InputByKind } from './draft-json.js';
import type { RecordChangesInput, RecordingTerms, RegisterOrganisationInput } from './mutation.inputs.js';
import { draftInput, inTermsOf, parsedDrafts, UNREADABLE, type DraftInput } from './parsed-drafts.js';
import { unreadableText } from './readable-texts.js';
import type { RecordingPayload, RegistrationPayload } from './recording-payload.type.js';
import { invalidField, noticeOf, userError } from './user-errors.js';

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
    return this.record(
      input,
      input.changes.map(draftInput),
      input.reason ?? undefined,
      RecordChanges,
      context,
    );
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
    const { drafts, refusals } = parsedDrafts(inputs, reason);
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
    return this.answer(outcome, terms, context);
  }

  /** What became of a change set, as the schema has it. */
  async answer(
    outcome: RecordingOutcome,
    terms: Pick<RecordingTerms, 'organisation' | 'confirm'>,
    context: RequestContext,
  ): Promise<RecordingPayload> {
    if (outcome.outcome === 'refused') {
      return refusedPayload(outcome.refusals, outcome.warnings, terms, context.language);
    }
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

/** A warning that is not confirmed stands among the errors, since it is why nothing was recorded. */
function refusedPayload(
  refusals: readonly AnyRefusal[],
  warnings: readonly Warning[],
  { confirm }: Pick<RecordingTerms, 'confirm'>,
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
