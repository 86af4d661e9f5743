import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dateOf, dayOf, parseKnowledgeTime, type Day, type Instant, type Position } from '#temporal';
import { now, today } from '../clock.js';
import { dayGiven } from '../day-given.js';
import type { OrganisationReading, Standing } from '../organisation-reading.js';
import type { OrganisationMemory } from '../organisation-memory.js';
import { QuestionRefused } from '../refusal.js';
import { LOCAL_ACTOR } from '../local-actor.js';
import type { ScenarioMemory } from '../scenarios/scenario-memory.js';
import { Scenarios, unknownScenario } from '../scenarios/scenarios.js';
import { Timelines } from '../timelines.js';

/** The time axes of a question. */
export interface TimeAxes {
  /** Civil date YYYY-MM-DD; default: today. */
  readonly at?: string | undefined;
  /** RFC 3339 time, or a date (to the end of that UTC day); default: all that is known. */
  readonly knownAt?: string | undefined;
  readonly standing?: Standing | undefined;
  /** A scenario's id: the organisation as it is planned there. `at` defaults to the scenario's date. */
  readonly scenario?: string | undefined;
  /** Who asks: an opaque id; scenarios may be their owners' only. */
  readonly actor?: string | undefined;
  /** Waits for nothing: refuses if the ledger has not reached it. */
  readonly minPosition?: number | undefined;
}

/** The organisation on a date, as known at a time. @throws QuestionRefused */
export class ReadOrganisation extends Query<OrganisationReading> {
  constructor(
    /** Slug or id. */
    readonly organisation: string,
    readonly axes: TimeAxes = {},
  ) {
    super();
  }
}

@QueryHandler(ReadOrganisation)
export class ReadOrganisationHandler implements IQueryHandler<ReadOrganisation> {
  constructor(
    private readonly timelines: Timelines,
    private readonly scenarios: Scenarios,
  ) {}

  async execute({ organisation, axes }: ReadOrganisation): Promise<OrganisationReading> {
    const at = axes.at === undefined ? undefined : dayGiven(axes.at, 'at');
    const memory = await this.timelines.read(organisation, axes.minPosition);
    const standing = axes.standing ?? 'IN_FORCE';
    const fixed = axes.at !== undefined && axes.knownAt !== undefined;
    if (axes.scenario === undefined) {
      const position = positionAsked(memory, axes.knownAt);
      return readingOf(memory, { at: at ?? today(), position, standing, fixed });
    }
    const scenario = await this.scenarios.read(axes.scenario, axes.actor ?? LOCAL_ACTOR);
    if (scenario.organisation !== memory) throw unknownScenario(axes.scenario);
    const version = versionAsked(scenario, axes.knownAt);
    return scenarioReading(scenario, { at: at ?? dayOf(scenario.state.at), version, standing, fixed });
  }
}

interface Axes {
  readonly at: Day;
  readonly standing: Standing;
  readonly fixed: boolean;
}

function readingOf(
  memory: OrganisationMemory,
  axes: Axes & {
    /** Of the ledger. */
    readonly position: Position;
  },
): OrganisationReading {
  const { position, standing } = axes;
  const shown =
    standing === 'IN_FORCE'
      ? { timeline: memory.timeline, position, leftOut: [] }
      : memory.pendingAt(position, standing);
  return {
    ...recordedAt(memory, position, axes),
    ...shownOf(shown),
    scenario: undefined,
    revision: position,
    moved: ({ at = axes.at, revision = position }) =>
      readingOf(memory, { ...axes, at, position: revision as Position }),
  };
}

/** The organisation as a scenario shows it; with what is pending, on top of that. */
function scenarioReading(
  memory: ScenarioMemory,
  axes: Axes & { readonly version: number },
): OrganisationReading {
  const { version, standing } = axes;
  const { scenario: state, simulation } = memory.atVersion(version)!;
  const { organisation } = memory;
  const { base } = simulation;
  const { timeline, position } = simulation;
  const shown =
    standing === 'IN_FORCE'
      ? { timeline, position, leftOut: [] }
      : memory.withPending(version, simulation, standing);
  const found = () => readingOf(organisation, { ...axes, position: base });
  return {
    ...recordedAt(organisation, base, axes),
    ...shownOf(shown),
    scenario: { state, simulation, found },
    revision: version,
    moved: ({ at = axes.at, revision = version }) =>
      scenarioReading(memory, { ...axes, at, version: revision }),
  };
}

function shownOf({
  timeline,
  position,
  leftOut,
}: Pick<OrganisationReading, 'timeline' | 'position' | 'leftOut'>) {
  return { timeline, position, leftOut };
}

/** What of a reading is as it is recorded. */
function recordedAt(memory: OrganisationMemory, ledgerPosition: Position, { at, standing, fixed }: Axes) {
  const times = memory.times.at(ledgerPosition);
  if (times === undefined) {
    throw new Error(`No event at position ${ledgerPosition} of ${memory.organisation.slug}`);
  }
  return {
    organisation: memory.organisation,
    at,
    date: dateOf(at),
    standing,
    base: memory.timeline,
    register: memory.register,
    evidence: memory.evidenceAt(ledgerPosition),
    ledgerPosition,
    recordedAt: times.recordedAt,
    fixed,
  };
}

function versionAsked(memory: ScenarioMemory, knownAt: string | undefined): number {
  if (knownAt === undefined) return memory.version;
  const version = memory.versionAt(timeAsked(knownAt));
  if (version > 0) return version;
  const { createdAt } = memory.state;
  throw new QuestionRefused(
    'KNOWN_AT_BEFORE_FIRST_EVENT',
    {
      sv: `Scenariot började ${createdAt}.`,
      en: `The scenario began at ${createdAt}.`,
    },
    'knownAt',
  );
}

function timeAsked(knownAt: string): Instant {
  const time = parseKnowledgeTime(knownAt, now());
  if (time.ok) return time.value;
  const code = time.problem.code === 'KNOWN_AT_IN_FUTURE' ? 'KNOWN_AT_IN_FUTURE' : 'INVALID_TIME';
  throw new QuestionRefused(code, time.problem.message, 'knownAt');
}

function positionAsked(memory: OrganisationMemory, knownAt: string | undefined): Position {
  if (knownAt === undefined) return memory.position;
  const position = memory.times.positionKnownAt(timeAsked(knownAt));
  if (position === 0) {
    const first = memory.registered?.knownAt ?? '';
    throw new QuestionRefused(
      'KNOWN_AT_BEFORE_FIRST_EVENT',
      {
        sv: `Före ${first} var ingenting känt om organisationen.`,
        en: `Nothing was known of the organisation before ${first}.`,
      },
      'knownAt',
    );
  }
  return position;
}
