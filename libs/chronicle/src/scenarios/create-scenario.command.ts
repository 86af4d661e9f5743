import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { baseOf, type ScenarioEventData, type Target, type Visibility } from '#scenarios';
import { findUnit, unitNotFound } from '#structure';
import { dateOf, type Position } from '#temporal';
import { today } from '../clock.js';
import { dayGiven } from '../day-given.js';
import { QuestionRefused, unknownOrganisation, type AnyRefusal } from '../refusal.js';
import { Timelines } from '../timelines.js';
import type { ScenarioOutcome, ScenarioTerms } from './scenario-outcome.js';
import { ScenarioRecorder } from './scenario-recorder.js';
import { invalidText, refusedWith } from './scenario-refusals.js';
import { scenarioDescription, scenarioName } from './scenario-texts.js';
import { Scenarios } from './scenarios.js';

/** What a scenario begins with. */
export interface NewScenario {
  /** Slug or id. */
  readonly organisation: string;
  readonly name: string;
  readonly description?: string | undefined;
  /** Default: its owner's. */
  readonly visibility?: Visibility | undefined;
  /** The date that it is about, YYYY-MM-DD; default: that of the scenario it is begun from, else today. */
  readonly at?: string | undefined;
  /** The position of the ledger that it is based on; default: the newest. */
  readonly base?: number | undefined;
  /** The unit under which it plans: key, `scheme:code` or id; default: the whole organisation. */
  readonly root?: string | undefined;
  /** Scheme of a bare key; default `import`. */
  readonly keyScheme?: string | undefined;
  /** The scenario that it is begun from, with its base and all its steps. */
  readonly from?: string | undefined;
  readonly targets?: readonly Target[] | undefined;
}

/** A what-if branch of an organisation. */
export class CreateScenario extends Command<ScenarioOutcome> {
  constructor(
    readonly scenario: NewScenario,
    readonly terms: ScenarioTerms,
  ) {
    super();
  }
}

@CommandHandler(CreateScenario)
export class CreateScenarioHandler implements ICommandHandler<CreateScenario> {
  constructor(
    private readonly timelines: Timelines,
    private readonly scenarios: Scenarios,
    private readonly recorder: ScenarioRecorder,
  ) {}

  async execute({ scenario: wanted, terms }: CreateScenario): Promise<ScenarioOutcome> {
    const name = scenarioName(wanted.name);
    if (name === undefined) return invalidText('name');
    if (wanted.from !== undefined && wanted.base !== undefined) return baseTwice();
    const description = wanted.description === undefined ? '' : scenarioDescription(wanted.description);
    if (description === undefined) return invalidText('description');
    try {
      const data = {
        name,
        ...(description === '' ? {} : { description }),
        ...(await this.begin(wanted, terms)),
      };
      const organisation = await this.timelines.findOrganisation(wanted.organisation);
      const { steps, ...said } = data;
      const event = {
        type: 'ScenarioCreated',
        data: { ...said, steps: steps.length },
        ...(steps.length === 0 ? {} : { content: steps }),
      } as const;
      return await this.recorder.begin(organisation!.id, event, terms, JSON.stringify(wanted));
    } catch (error) {
      if (!(error instanceof QuestionRefused)) throw error;
      return refusedWith(error.code as AnyRefusal['code'], error.messages, error.field);
    }
  }

  /** @throws QuestionRefused */
  private async begin(wanted: NewScenario, { actor }: ScenarioTerms) {
    const memory = await this.timelines.read(wanted.organisation, wanted.base);
    const from = wanted.from === undefined ? undefined : await this.scenarios.read(wanted.from, actor);
    if (from !== undefined && from.organisation !== memory) {
      throw new QuestionRefused(
        'UNKNOWN_ORGANISATION',
        unknownOrganisation(wanted.organisation),
        'organisation',
      );
    }
    const base = from === undefined ? ((wanted.base ?? memory.position) as Position) : baseOf(from.state);
    if (base < 1) throw noSuchBase(base);
    const at =
      wanted.at === undefined ? (from?.state.at ?? dateOf(today())) : dateOf(dayGiven(wanted.at, 'at'));
    const root =
      wanted.root === undefined ? from?.state.root : this.rootOf(memory.timeline, wanted, at, base);
    const data: Omit<ScenarioEventData['ScenarioCreated'], 'name' | 'description' | 'steps'> = {
      owner: actor,
      visibility: wanted.visibility ?? 'owner',
      at,
      base,
      ...(root === undefined ? {} : { root }),
      ...(from === undefined ? {} : { from: { scenario: from.id, version: from.version } }),
      ...(wanted.targets === undefined
        ? from === undefined || from.state.targets.length === 0
          ? {}
          : { targets: from.state.targets }
        : { targets: wanted.targets }),
    };
    return { ...data, steps: from === undefined ? [] : from.stepsOf(from.state).map(({ step }) => step) };
  }

  private rootOf(
    timeline: Parameters<typeof findUnit>[0],
    { root, keyScheme = 'import' }: NewScenario,
    at: string,
    position: Position,
  ): string {
    const found = findUnit(timeline, root!, { at: dayGiven(at, 'at'), position, keyScheme });
    if (found.outcome === 'found') return found.unit.id;
    const { code, message } = unitNotFound(root!, found.outcome === 'ambiguous');
    throw new QuestionRefused(code, message, 'root');
  }
}

function baseTwice(): ScenarioOutcome {
  return refusedWith(
    'INVALID_SCENARIO',
    {
      sv: 'Ett scenario som börjar från ett annat har dess bas: ange den inte också.',
      en: 'A scenario that is begun from another has its base: do not give one as well.',
    },
    'base',
  );
}

function noSuchBase(base: number): QuestionRefused {
  return new QuestionRefused(
    'POSITION_NOT_REACHED',
    { sv: `Liggaren har ingen position ${base}.`, en: `The ledger has no position ${base}.` },
    'base',
  );
}
