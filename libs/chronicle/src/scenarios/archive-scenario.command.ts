import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ScenarioOutcome, ScenarioTerms } from './scenario-outcome.js';
import { ScenarioRecorder } from './scenario-recorder.js';
import { refusedAs } from './scenario-refusals.js';

/** Puts a scenario away: it can be read, and changed again once it is restored. */
export class ArchiveScenario extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

/** Takes a scenario out of the archive. */
export class RestoreScenario extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

@CommandHandler(ArchiveScenario)
export class ArchiveScenarioHandler implements ICommandHandler<ArchiveScenario> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  execute({ scenario, terms }: ArchiveScenario): Promise<ScenarioOutcome> {
    return this.recorder.change(scenario, terms, 'archive', () => ({
      accepted: true,
      events: [{ type: 'ScenarioArchived', data: {} }],
    }));
  }
}

@CommandHandler(RestoreScenario)
export class RestoreScenarioHandler implements ICommandHandler<RestoreScenario> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  execute({ scenario, terms }: RestoreScenario): Promise<ScenarioOutcome> {
    const restore = () => ({ accepted: true, events: [{ type: 'ScenarioRestored', data: {} }] }) as const;
    return this.recorder.change(
      scenario,
      terms,
      'restore',
      ({ state }) =>
        state.status === 'archived' ? restore() : { ...refusedAs('NOTHING_TO_RECORD'), accepted: false },
      { whileArchived: true },
    );
  }
}
