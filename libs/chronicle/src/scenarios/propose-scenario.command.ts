import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { LATEST } from '#structure';
import { matterNamed } from '../matter-named.js';
import { Timelines } from '../timelines.js';
import type { ScenarioMemory } from './scenario-memory.js';
import type { ScenarioOutcome, ScenarioTerms } from './scenario-outcome.js';
import { ScenarioRecorder } from './scenario-recorder.js';
import { refusedAs, refusedWith } from './scenario-refusals.js';
import { Scenarios } from './scenarios.js';

/** Attaches a scenario, as it now is, to a matter as one of its alternatives. The whole organisation may see it then. */
export class ProposeScenario extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    /** Its number, the name its source gave it, or its id. */
    readonly matter: string,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

/** The scenario is no alternative of the matter any more. */
export class WithdrawProposal extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly matter: string,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

@CommandHandler(ProposeScenario)
export class ProposeScenarioHandler implements ICommandHandler<ProposeScenario> {
  constructor(
    private readonly timelines: Timelines,
    private readonly scenarios: Scenarios,
    private readonly recorder: ScenarioRecorder,
  ) {}

  async execute({ scenario, matter, terms }: ProposeScenario): Promise<ScenarioOutcome> {
    const { organisation } = await this.scenarios.read(scenario, terms.actor);
    await this.timelines.read(organisation.organisation.slug);
    return this.recorder.change(scenario, terms, `propose ${matter}`, (memory) => {
      const id = matterOf(memory, matter);
      if (id === undefined) return { ...unknownMatter(matter), accepted: false };
      const data = { matter: id, version: memory.version };
      return { accepted: true, events: [{ type: 'ScenarioProposed', data }] };
    });
  }
}

@CommandHandler(WithdrawProposal)
export class WithdrawProposalHandler implements ICommandHandler<WithdrawProposal> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  execute({ scenario, matter, terms }: WithdrawProposal): Promise<ScenarioOutcome> {
    return this.recorder.change(scenario, terms, `withdraw ${matter}`, (memory) => {
      const id = matterOf(memory, matter);
      return memory.state.proposals.some((proposal) => proposal.matter === id)
        ? { accepted: true, events: [{ type: 'ProposalWithdrawn', data: { matter: id! } }] }
        : { ...refusedAs('NOT_PROPOSED', 'matter'), accepted: false };
    });
  }
}

export function matterOf({ organisation }: ScenarioMemory, reference: string): string | undefined {
  return matterNamed(organisation.register, reference, LATEST)?.id;
}

export function unknownMatter(reference: string) {
  const shown = reference.slice(0, 80);
  return refusedWith(
    'UNKNOWN_RECORD',
    { sv: `Inget ärende har numret ”${shown}”.`, en: `No matter has the number "${shown}".` },
    'matter',
  );
}
