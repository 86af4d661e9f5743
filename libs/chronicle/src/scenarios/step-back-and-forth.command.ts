import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ScenarioOutcome, ScenarioTerms } from './scenario-outcome.js';
import { ScenarioRecorder } from './scenario-recorder.js';
import { refusedAs } from './scenario-refusals.js';

/** Takes back what was done last in a scenario: a step, or a rebase. */
export class UndoStep extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

/** Does again what was undone last, as it was. */
export class RedoStep extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

@CommandHandler(UndoStep)
export class UndoStepHandler implements ICommandHandler<UndoStep> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  execute({ scenario, terms }: UndoStep): Promise<ScenarioOutcome> {
    return this.recorder.change(scenario, terms, 'undo', ({ state }) =>
      state.history.length === 0
        ? { ...refusedAs('NOTHING_TO_UNDO'), accepted: false }
        : { accepted: true, events: [{ type: 'StepUndone', data: {} }] },
    );
  }
}

@CommandHandler(RedoStep)
export class RedoStepHandler implements ICommandHandler<RedoStep> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  execute({ scenario, terms }: RedoStep): Promise<ScenarioOutcome> {
    return this.recorder.change(scenario, terms, 'redo', ({ state }) =>
      state.undone.length === 0
        ? { ...refusedAs('NOTHING_TO_REDO'), accepted: false }
        : { accepted: true, events: [{ type: 'StepRedone', data: {} }] },
    );
  }
}
