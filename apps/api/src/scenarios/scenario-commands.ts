import { Injectable } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import {
  AdoptScenario,
  QuestionRefused,
  type AnyRefusal,
  type OrganisationReading,
  type RecordingOutcome,
  type ScenarioOutcome,
} from '#chronicle';
import type { WarningCode } from '#structure';
import { Recording } from '../recording/recording.js';
import { noticeOf, userError } from '../recording/user-errors.js';
import type { RequestContext } from '../request-context.js';
import { ScenarioRebase } from './rebase.type.js';
import { ScenarioNodes } from './scenario-nodes.js';
import type { AdoptionPayload, ScenarioPayload } from './scenario-payload.type.js';
import type { AdoptScenarioInput, ScenarioInput } from './scenario.inputs.js';

/** Carries mutations of scenarios to the command bus, and outcomes back. */
@Injectable()
export class ScenarioCommands {
  constructor(
    private readonly commands: CommandBus,
    private readonly nodes: ScenarioNodes,
    private readonly recording: Recording,
  ) {}

  /** `scenario`: the one that it is done to, if it has begun. */
  async execute(
    command: Command<ScenarioOutcome>,
    scenario: string | undefined,
    context: RequestContext,
    confirmed: readonly WarningCode[] = [],
  ): Promise<ScenarioPayload> {
    return this.payload(await this.outcomeOf(command), scenario, context, confirmed);
  }

  /** Nothing was tried, since the input cannot be what is meant. */
  refused(
    refusals: readonly AnyRefusal[],
    scenario: string | undefined,
    context: RequestContext,
  ): Promise<ScenarioPayload> {
    return this.payload({ outcome: 'refused', refusals, warnings: [] }, scenario, context, []);
  }

  async adopt(input: AdoptScenarioInput, context: RequestContext): Promise<AdoptionPayload> {
    const { scenario: id, shift, matter, decision, reason } = input;
    const wanted = {
      ...(shift == null ? {} : { shift }),
      ...(matter == null ? {} : { matter }),
      ...(decision == null ? {} : { decision }),
      ...(reason == null ? {} : { reason }),
    };
    const outcome = await this.outcomeOf<RecordingOutcome>(
      new AdoptScenario(id, wanted, scenarioTerms(input, context)),
    );
    const scenario = await this.nodes.find(id, context);
    const organisation = scenario?.registered.slug ?? '';
    const answer = await this.recording.answer(outcome, { organisation }, context);
    return { ...answer, scenario };
  }

  private async outcomeOf<O extends ScenarioOutcome | RecordingOutcome>(
    command: Command<O>,
  ): Promise<O | Extract<ScenarioOutcome, { outcome: 'refused' }>> {
    try {
      return await this.commands.execute(command);
    } catch (error) {
      if (!(error instanceof QuestionRefused)) throw error;
      const { code, messages: message, field } = error;
      const refusal = { code, message, units: [], changes: [], ...(field === undefined ? {} : { field }) };
      // Of what a question can be refused with, commands only meet what they can be refused with themselves.
      return { outcome: 'refused', refusals: [refusal as AnyRefusal], warnings: [] };
    }
  }

  private async payload(
    outcome: ScenarioOutcome,
    scenario: string | undefined,
    context: RequestContext,
    confirmed: readonly WarningCode[],
  ): Promise<ScenarioPayload> {
    const { language } = context;
    const warnings = outcome.warnings.map((warning) => userError(warning, language));
    const id = outcome.outcome === 'refused' ? scenario : outcome.scenario;
    const node = id === undefined ? null : await this.nodes.find(id, context);
    const rebase =
      outcome.rebase === undefined || node === null
        ? null
        : new ScenarioRebase(outcome.rebase, await this.before(outcome, node.reading()));
    if (outcome.outcome === 'refused') {
      const unconfirmed = outcome.warnings.filter(({ code }) => !confirmed.includes(code));
      const userErrors = [...outcome.refusals, ...unconfirmed].map((each) => userError(each, language));
      return { ...NOTHING, outcome: 'refused', scenario: node, rebase, warnings, userErrors };
    }
    return {
      outcome: outcome.outcome,
      version: outcome.version,
      recordedAt: outcome.recordedAt ?? null,
      scenario: node,
      changes: outcome.changes.map(({ change, sentence, on }) => ({
        id: change,
        sentence: sentence ?? null,
        on: on ?? null,
      })),
      rebase,
      warnings,
      notices: outcome.notices.map((notice) => noticeOf(notice, language)),
      userErrors: [],
    };
  }

  /** The scenario as it was before a rebase. */
  private async before(
    outcome: ScenarioOutcome,
    now: Promise<OrganisationReading>,
  ): Promise<OrganisationReading> {
    const reading = await now;
    return outcome.outcome === 'recorded' ? reading.moved({ revision: outcome.version - 1 }) : reading;
  }
}

const NOTHING = { version: null, recordedAt: null, changes: [], notices: [] } as const;

/** Who does it, and on what terms. */
export function scenarioTerms(
  { idempotencyKey, expectedVersion, validateOnly }: Omit<ScenarioInput, 'scenario'>,
  { actor }: RequestContext,
) {
  return {
    actor,
    idempotencyKey: idempotencyKey ?? undefined,
    expectedVersion: expectedVersion ?? undefined,
    validateOnly: validateOnly ?? undefined,
  };
}
