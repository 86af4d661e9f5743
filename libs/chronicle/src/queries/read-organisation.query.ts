import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { dateOf, parseKnowledgeTime, type Day, type Position } from '#temporal';
import { now, today } from '../clock.js';
import { dayGiven } from '../day-given.js';
import type { OrganisationReading, Standing } from '../organisation-reading.js';
import type { OrganisationMemory } from '../organisation-memory.js';
import { QuestionRefused } from '../refusal.js';
import { Timelines } from '../timelines.js';

/** The time axes of a question. */
export interface TimeAxes {
  /** Civil date YYYY-MM-DD; default: today. */
  readonly at?: string | undefined;
  /** RFC 3339 time, or a date (to the end of that UTC day); default: all that is known. */
  readonly knownAt?: string | undefined;
  readonly standing?: Standing | undefined;
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
  constructor(private readonly timelines: Timelines) {}

  async execute({ organisation, axes }: ReadOrganisation): Promise<OrganisationReading> {
    const at = axes.at === undefined ? today() : dayGiven(axes.at, 'at');
    const memory = await this.timelines.read(organisation, axes.minPosition);
    return readingOf(memory, {
      at,
      position: positionAsked(memory, axes.knownAt),
      standing: axes.standing ?? 'IN_FORCE',
      fixed: axes.at !== undefined && axes.knownAt !== undefined,
    });
  }
}

interface Axes {
  readonly at: Day;
  /** Of the ledger. */
  readonly position: Position;
  readonly standing: Standing;
  readonly fixed: boolean;
}

function readingOf(memory: OrganisationMemory, axes: Axes): OrganisationReading {
  const { at, position: ledgerPosition, standing, fixed } = axes;
  const times = memory.times.at(ledgerPosition);
  if (times === undefined) {
    throw new Error(`No event at position ${ledgerPosition} of ${memory.organisation.slug}`);
  }
  const { timeline, position, leftOut } =
    standing === 'IN_FORCE'
      ? { timeline: memory.timeline, position: ledgerPosition, leftOut: [] }
      : memory.pendingAt(ledgerPosition, standing);
  return {
    organisation: memory.organisation,
    timeline,
    at,
    date: dateOf(at),
    position,
    standing,
    leftOut,
    base: memory.timeline,
    register: memory.register,
    evidence: memory.evidenceAt(ledgerPosition),
    ledgerPosition,
    recordedAt: times.recordedAt,
    fixed,
    moved: (to) => readingOf(memory, { ...axes, ...to }),
  };
}

function positionAsked(memory: OrganisationMemory, knownAt: string | undefined): Position {
  if (knownAt === undefined) return memory.position;
  const time = parseKnowledgeTime(knownAt, now());
  if (!time.ok) {
    const code = time.problem.code === 'KNOWN_AT_IN_FUTURE' ? 'KNOWN_AT_IN_FUTURE' : 'INVALID_TIME';
    throw new QuestionRefused(code, time.problem.message, 'knownAt');
  }
  const position = memory.times.positionKnownAt(time.value);
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
