import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { decision as decisionRecord, matter as matterRecord } from '#governance';
import type { LedgerStore } from '#ledger';
import { adoptionDrafts, adoptionKey, baseOf, digestOf, parseShift, type Shift } from '#scenarios';
import { LATEST } from '#structure';
import type { RecordingOutcome } from '../recording.js';
import { Recorder } from '../recorder.js';
import { Timelines } from '../timelines.js';
import { LEDGER } from '../tokens.js';
import { movesSince } from './base-moves.js';
import { matterOf, unknownMatter } from './propose-scenario.command.js';
import type { ScenarioMemory } from './scenario-memory.js';
import type { ScenarioTerms } from './scenario-outcome.js';
import { commandOf, unfitKey } from './scenario-recorder.js';
import { refusedAs, refusedWith } from './scenario-refusals.js';
import { Scenarios } from './scenarios.js';

/** How a scenario becomes real. */
export interface AdoptionWanted {
  /** An ISO 8601 duration by which every date is moved, such as `P1M` or `-P14D`. */
  readonly shift?: string | undefined;
  /** The matter in which it is decided: number, the name its source gave it, or id. */
  readonly matter?: string | undefined;
  /** The decision that it rests on: the name its source gave it, or id. */
  readonly decision?: string | undefined;
  readonly reason?: string | undefined;
}

export type AdoptionOutcome = RecordingOutcome;

/**
 * Records what a scenario shows in the organisation: one change set, all or nothing, in the same transaction in which
 * the scenario is frozen. Refused with BASE_MOVED, and the list, if something that the scenario rests on has been
 * recorded since its base. With a decision the changes take effect as that decision carries them.
 */
export class AdoptScenario extends Command<AdoptionOutcome> {
  constructor(
    readonly scenario: string,
    readonly wanted: AdoptionWanted,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

/** How many times it is looked again whether the base has moved, because something was recorded meanwhile. */
const MOST_ATTEMPTS = 8;

@CommandHandler(AdoptScenario)
export class AdoptScenarioHandler implements ICommandHandler<AdoptScenario> {
  constructor(
    @Inject(LEDGER) private readonly ledger: LedgerStore,
    private readonly timelines: Timelines,
    private readonly scenarios: Scenarios,
    private readonly recorder: Recorder,
  ) {}

  async execute({ scenario, wanted, terms }: AdoptScenario): Promise<AdoptionOutcome> {
    const unfit = unfitKey(terms.idempotencyKey);
    if (unfit !== undefined) return unfit;
    const memory = await this.scenarios.read(scenario, terms.actor);
    return memory.exclusively(async () => {
      for (let attempt = 1; ; attempt++) {
        const outcome = await this.adopt(memory, wanted, terms);
        if (attempt === MOST_ATTEMPTS || !isOvertaken(outcome)) return outcome;
      }
    });
  }

  private async adopt(
    memory: ScenarioMemory,
    wanted: AdoptionWanted,
    terms: ScenarioTerms,
  ): Promise<AdoptionOutcome> {
    const { organisation } = memory.organisation;
    await memory.catchUp(this.scenarios.store, organisation.id);
    await this.timelines.read(organisation.slug);
    const command = commandOf(terms, JSON.stringify(wanted));
    const known = await this.scenarios.store.findCommand(organisation.id, command.idempotencyKey);
    const { state, version, id } = memory;
    if (known !== null && known.digest !== digestOf(command)) {
      return refusedAs('IDEMPOTENCY_KEY_REUSED', 'idempotencyKey');
    }
    if (known === null && state.status === 'adopted') return refusedAs('SCENARIO_ADOPTED');
    if (state.status === 'archived') return refusedAs('SCENARIO_ARCHIVED');
    const expected = terms.expectedVersion;
    if (known === null && expected !== undefined && expected !== version) {
      return refusedAs('SCENARIO_MOVED', 'expectedVersion');
    }
    const grounds = this.groundsOf(memory, wanted);
    if (grounds.outcome === 'refused') return grounds;
    const shift = shiftOf(wanted.shift);
    if (shift !== undefined && 'refused' in shift) return shift.refused;
    const steps = memory.stepsOf(state).map(({ step }) => step);
    const drafts = adoptionDrafts(steps, { scenario: id, shift, basis: grounds.basis });
    if (!drafts.ok) return refusedWith(drafts.problem.code, drafts.problem.message, 'shift');
    if (drafts.drafts.length === 0) return refusedAs('NOTHING_TO_ADOPT');
    const reads = [...new Set(steps.flatMap((step) => step.reads))];
    const restsOn = { position: memory.organisation.position, reads };
    if (known === null) {
      const moved = await movesSince(this.ledger, memory.organisation, baseOf(state), steps);
      if (moved.length > 0) return { outcome: 'refused', refusals: moved, warnings: [] };
    }
    const { matter, decision } = grounds;
    const adopted = {
      command: adoptionKey(id),
      ...(wanted.shift === undefined ? {} : { shift: wanted.shift }),
      ...(matter === undefined ? {} : { matter }),
      ...(decision === undefined ? {} : { decision }),
    };
    const outcome = await this.recorder.record(memory.organisation, {
      drafts: drafts.drafts,
      commandType: 'AdoptScenario',
      actor: terms.actor,
      reason: wanted.reason ?? state.name,
      idempotencyKey: adoptionKey(id),
      validateOnly: terms.validateOnly,
      confirmed: 'all',
      keyScheme: 'import',
      describe: true,
      restsOn,
      inline: this.scenarios.store.adoption(organisation.id, id, version, adopted, command),
    });
    await memory.catchUp(this.scenarios.store, organisation.id);
    const byAnother = known === null && outcome.outcome === 'repeated';
    return byAnother ? refusedAs('SCENARIO_ADOPTED') : outcome;
  }

  /** The matter and decision that it is to rest on, which must be recorded. */
  private groundsOf(memory: ScenarioMemory, wanted: AdoptionWanted) {
    const { register } = memory.organisation;
    const matter = wanted.matter === undefined ? undefined : matterOf(memory, wanted.matter);
    if (wanted.matter !== undefined && matter === undefined) return unknownMatter(wanted.matter);
    const decision =
      wanted.decision === undefined
        ? undefined
        : register.find(wanted.decision, LATEST, [decisionRecord.kind])?.id;
    if (wanted.decision !== undefined && decision === undefined) return unknownDecision(wanted.decision);
    const basis = {
      ...(matter === undefined
        ? {}
        : { matter: register.get(matterRecord, matter, LATEST)?.payload.number ?? matter }),
      ...(wanted.decision === undefined ? {} : { decision: wanted.decision }),
    };
    return {
      outcome: 'found' as const,
      matter,
      decision,
      basis: Object.keys(basis).length === 0 ? undefined : basis,
    };
  }
}

/** Whether something that it rests on was recorded after it was found fit. */
function isOvertaken(outcome: AdoptionOutcome): boolean {
  return outcome.outcome === 'refused' && outcome.refusals.some(({ code }) => code === 'STALE_POSITION');
}

function shiftOf(text: string | undefined): Shift | { readonly refused: AdoptionOutcome } | undefined {
  if (text === undefined) return undefined;
  const parsed = parseShift(text);
  return parsed.ok
    ? parsed.shift
    : { refused: refusedWith(parsed.problem.code, parsed.problem.message, 'shift') };
}

function unknownDecision(reference: string) {
  const shown = reference.slice(0, 80);
  return refusedWith(
    'UNKNOWN_RECORD',
    { sv: `Inget beslut heter ”${shown}”.`, en: `No decision is called "${shown}".` },
    'decision',
  );
}
