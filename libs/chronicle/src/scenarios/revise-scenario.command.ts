import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { ScenarioEventData, ScenarioEventDraft, Target, Visibility } from '#scenarios';
import { dateOf } from '#temporal';
import { dayGiven } from '../day-given.js';
import type { ScenarioOutcome, ScenarioTerms } from './scenario-outcome.js';
import { ScenarioRecorder } from './scenario-recorder.js';
import { invalidText, refusedAs } from './scenario-refusals.js';
import { scenarioDescription, scenarioName } from './scenario-texts.js';

/** What is said of a scenario; what is absent stays as it is. */
export interface ScenarioRevision {
  readonly name?: string | undefined;
  /** Empty: none any more. */
  readonly description?: string | undefined;
  readonly visibility?: Visibility | undefined;
  /** YYYY-MM-DD. */
  readonly at?: string | undefined;
  readonly targets?: readonly Target[] | undefined;
}

/** Says something else of a scenario: its name, description, visibility, date or targets. */
export class ReviseScenario extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: string,
    readonly revision: ScenarioRevision,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

@CommandHandler(ReviseScenario)
export class ReviseScenarioHandler implements ICommandHandler<ReviseScenario> {
  constructor(private readonly recorder: ScenarioRecorder) {}

  async execute({ scenario, revision, terms }: ReviseScenario): Promise<ScenarioOutcome> {
    const name = revision.name === undefined ? undefined : scenarioName(revision.name);
    if (revision.name !== undefined && name === undefined) return invalidText('name');
    const description =
      revision.description === undefined ? undefined : scenarioDescription(revision.description);
    if (revision.description !== undefined && description === undefined) return invalidText('description');
    const { visibility, targets } = revision;
    const at = revision.at === undefined ? undefined : dateOf(dayGiven(revision.at, 'at'));
    const data: ScenarioEventData['ScenarioRevised'] = {
      ...(name === undefined ? {} : { name }),
      ...(description === undefined ? {} : { description: description === '' ? null : description }),
      ...(visibility === undefined ? {} : { visibility }),
      ...(at === undefined ? {} : { at }),
      ...(targets === undefined ? {} : { targets }),
    };
    if (Object.keys(data).length === 0) return refusedAs('NOTHING_TO_RECORD');
    const event: ScenarioEventDraft = { type: 'ScenarioRevised', data };
    return this.recorder.change(scenario, terms, JSON.stringify(revision), () => ({
      accepted: true,
      events: [event],
    }));
  }
}
