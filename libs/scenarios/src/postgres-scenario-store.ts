import type { Pool, PoolClient } from 'pg';
import { postgresFault, type InlineProjection, type OrganisationId } from '#ledger';
import type { Instant } from '#temporal';
import { digestOf } from './fingerprint.js';
import type {
  ScenarioContent,
  ScenarioEvent,
  ScenarioEventData,
  ScenarioEventDraft,
} from './scenario-event.js';
import {
  byCreation,
  type ScenarioAppendOutcome,
  type ScenarioCommandTerms,
  type ScenarioStore,
  type StoredScenario,
  type StoredScenarioCommand,
} from './scenario-store.js';
import type { ScenarioId } from './scenario.js';

interface AppendRow {
  readonly outcome: ScenarioAppendOutcome['outcome'];
  readonly stored_id: ScenarioId;
  readonly version: number;
  readonly mismatch: boolean | null;
  readonly recorded: Instant;
}

interface EventRow {
  readonly scenario: ScenarioId;
  readonly version: number;
  readonly recordedAt: Instant;
  readonly actor: string;
  readonly type: string;
  readonly data: unknown;
  readonly content: ScenarioContent | null;
}

const COLUMNS = `scenario_id as scenario, version, ledger.instant(recorded_at) as "recordedAt", actor, type, data`;

/** Scenarios in PostgreSQL (migrations/0004-scenarios.sql). */
export class PostgresScenarioStore implements ScenarioStore {
  constructor(private readonly pool: Pick<Pool | PoolClient, 'query'>) {}

  async append(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
    events: readonly ScenarioEventDraft[],
    terms: ScenarioCommandTerms,
  ): Promise<ScenarioAppendOutcome> {
    const [row] = await this.query<AppendRow>(
      'writing',
      'scenario-append',
      'select * from scenario.append($1, $2, $3, $4, $5, $6, $7::text[], $8::text[], $9::text[])',
      [
        organisation,
        scenario,
        after,
        terms.actor,
        terms.idempotencyKey,
        digestOf(terms),
        events.map(({ type }) => type),
        events.map(({ data }) => JSON.stringify(data)),
        events.map(({ content }) => (content === undefined ? null : JSON.stringify(content))),
      ],
    );
    return outcomeOf(row!);
  }

  adoption(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
    data: Omit<ScenarioEventData['ScenarioAdopted'], 'first' | 'last'>,
    terms: ScenarioCommandTerms,
  ): InlineProjection {
    return {
      sql: {
        name: 'adoption',
        expression: ({ first, last, value }) =>
          `scenario.adopt(${value(0)}::uuid, ${value(1)}::uuid, ${value(2)}::int, ${value(3)}::text, ` +
          `${value(4)}::text, ${value(5)}::text, ${value(6)}::text, ${first}, ${last})`,
        values: [
          organisation,
          scenario,
          after,
          terms.actor,
          terms.idempotencyKey,
          digestOf(terms),
          JSON.stringify(data),
        ],
      },
    };
  }

  async read(
    organisation: OrganisationId,
    scenario: ScenarioId,
    after: number,
  ): Promise<{ events: ScenarioEvent[]; contents: Map<number, ScenarioContent> }> {
    const rows = await this.query<EventRow>(
      'reading',
      'scenario-read',
      `select ${COLUMNS}, content from scenario.event
       where organisation_id = $1 and scenario_id = $2 and version > $3 order by version`,
      [organisation, scenario, after],
    );
    return {
      events: rows.map(eventOf),
      contents: new Map(
        rows.flatMap(({ version, content }) => (content === null ? [] : [[version, content]])),
      ),
    };
  }

  async list(organisation: OrganisationId): Promise<readonly StoredScenario[]> {
    const rows = await this.query<EventRow>(
      'reading',
      'scenario-list',
      `select ${COLUMNS} from scenario.event where organisation_id = $1 order by scenario_id, version`,
      [organisation],
    );
    const streams = new Map<ScenarioId, ScenarioEvent[]>();
    for (const row of rows) {
      const events = streams.get(row.scenario);
      if (events === undefined) streams.set(row.scenario, [eventOf(row)]);
      else events.push(eventOf(row));
    }
    return [...streams].map(([id, events]) => ({ id, events })).sort(byCreation);
  }

  /** The scenarios of an organisation, in the order of their ids. */
  async ids(organisation: OrganisationId): Promise<readonly ScenarioId[]> {
    const rows = await this.query<{ scenario: ScenarioId }>(
      'reading',
      'scenario-ids',
      'select distinct scenario_id as scenario from scenario.event where organisation_id = $1 order by 1',
      [organisation],
    );
    return rows.map(({ scenario }) => scenario);
  }

  async findCommand(
    organisation: OrganisationId,
    idempotencyKey: string,
  ): Promise<StoredScenarioCommand | null> {
    const [row] = await this.query<StoredScenarioCommand>(
      'reading',
      'scenario-command',
      `select scenario_id as scenario, version, encode(digest, 'hex') as digest from scenario.command
       where organisation_id = $1 and idempotency_key = $2`,
      [organisation, idempotencyKey],
    );
    return row ?? null;
  }

  async organisationOf(scenario: ScenarioId): Promise<OrganisationId | null> {
    const [row] = await this.query<{ organisation: OrganisationId }>(
      'reading',
      'scenario-organisation',
      'select organisation_id as organisation from scenario.event where scenario_id = $1 and version = 1',
      [scenario],
    );
    return row?.organisation ?? null;
  }

  private async query<R extends object>(
    doing: 'reading' | 'writing',
    name: string,
    text: string,
    values: unknown[],
  ): Promise<R[]> {
    try {
      return (await this.pool.query<R>({ name, text, values })).rows;
    } catch (error) {
      throw postgresFault(error, doing);
    }
  }
}

function eventOf({ version, recordedAt, actor, type, data }: EventRow): ScenarioEvent {
  return { type, data, version, recordedAt, actor } as ScenarioEvent;
}

function outcomeOf({ outcome, stored_id, version, mismatch, recorded }: AppendRow): ScenarioAppendOutcome {
  switch (outcome) {
    case 'appended':
      return { outcome, version, recordedAt: recorded };
    case 'duplicate':
      return { outcome, scenario: stored_id, version, mismatch: mismatch === true };
    case 'moved':
      return { outcome };
  }
}
