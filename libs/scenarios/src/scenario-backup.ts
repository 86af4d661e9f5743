import type { Pool, PoolClient } from 'pg';
import {
  LedgerFault,
  postgresFault,
  type KeptBeside,
  type OrganisationId,
  type RestoredBeside,
  type RestoresBeside,
} from '#ledger';
import type { Instant, Position } from '#temporal';
import type { ScenarioId } from './scenario.js';
import { verifyScenarios } from './verify-scenarios.js';

const NAME = 'scenarios';

/** A command on a scenario with the events that it gave, as it stands in a backup. */
interface KeptCommand {
  readonly scenario: ScenarioId;
  /** Of its last event. */
  readonly version: number;
  readonly key: string;
  /** 64 hexadecimal digits. */
  readonly digest: string;
  readonly actor: string;
  readonly recordedAt: Instant;
  readonly events: readonly { readonly type: string; readonly data: object; readonly content?: object }[];
}

/** The scenarios of organisations, for a backup: their commands, those of one scenario in order. */
export function scenariosBeside(pool: Pool): KeptBeside {
  return {
    name: NAME,
    asOfNow: async (organisation) => {
      // One statement sees ledger and scenarios at one moment; what is stored up to there never changes.
      const { rows } = await pool.query<{ position: string; commands: KeptPlace[] }>(PLACES, [organisation]);
      const [now] = rows;
      if (now === undefined) return null;
      const position = Number(now.position) as Position;
      return { position, values: keptCommands(pool, organisation, now.commands) };
    },
  };
}

/** Puts the scenarios of a backup back, and verifies them as `verifyScenarios` does. */
export function scenariosRestored(): RestoresBeside {
  return { name: NAME, begin: (client, organisation) => new RestoredScenarios(client, organisation) };
}

type KeptPlace = Pick<KeptCommand, 'scenario' | 'version' | 'key' | 'digest'>;
type KeptEvents = Pick<KeptCommand, 'actor' | 'recordedAt' | 'events'>;

const PLACES = `
  select h.position, coalesce((
    select json_agg(json_build_object('scenario', c.scenario_id, 'version', c.version, 'key', c.idempotency_key,
      'digest', encode(c.digest, 'hex')) order by c.scenario_id, c.version)
    from scenario.command c where c.organisation_id = h.organisation_id
  ), '[]') as commands
  from ledger.head h where h.organisation_id = $1`;

const EVENTS = `
  select min(actor) as actor, ledger.instant(min(recorded_at)) as "recordedAt",
    json_agg(json_build_object('type', type, 'data', data, 'content', content) order by version) as events
  from scenario.event
  where organisation_id = $1 and scenario_id = $2 and version > $3 and version <= $4`;

async function* keptCommands(
  pool: Pool,
  organisation: OrganisationId,
  places: readonly KeptPlace[],
): AsyncGenerator<KeptCommand, void> {
  let before: KeptPlace | undefined;
  for (const place of places) {
    const { scenario, version } = place;
    const after = before?.scenario === scenario ? before.version : 0;
    const values = [organisation, scenario, after, version];
    const { rows } = await pool.query<KeptEvents>({ name: 'scenario-kept', text: EVENTS, values });
    yield { ...place, ...rows[0]! };
    before = place;
  }
}

const INSERT = `
  with command as (
    insert into scenario.command values ($1, $2, $3, $4, decode($5, 'hex'))
  )
  insert into scenario.event
  select $1, $3, $4 - cardinality($8::text[]) + e.i, $7, $6, e.type, e.data::json, e.content::json
  from unnest($8::text[], $9::text[], $10::text[]) with ordinality as e (type, data, content, i)`;

class RestoredScenarios implements RestoredBeside {
  constructor(
    private readonly client: PoolClient,
    private readonly organisation: OrganisationId,
  ) {}

  async add(value: object): Promise<void> {
    if (!isKeptCommand(value)) this.refuse('a command is not readable');
    const { scenario, version, key, digest, actor, recordedAt, events } = value;
    const text = (json: object | null | undefined) => (json == null ? null : JSON.stringify(json));
    const values = [
      ...[this.organisation, key, scenario, version, digest, actor, recordedAt],
      events.map(({ type }) => type),
      events.map(({ data }) => text(data)),
      events.map(({ content }) => text(content)),
    ];
    try {
      await this.client.query({ name: 'restore-scenarios', text: INSERT, values });
    } catch (error) {
      const fault = postgresFault(error, 'writing');
      if (fault instanceof LedgerFault) throw fault;
      this.refuse(`a command of scenario ${scenario} cannot be stored`, error);
    }
  }

  async finish(): Promise<void> {
    const verdict = await verifyScenarios(this.client, this.organisation).catch((error: unknown) => {
      if (error instanceof LedgerFault) throw error;
      return this.refuse('its scenarios are not readable', error);
    });
    if (!verdict.ok)
      this.refuse(`scenario ${verdict.scenario}, version ${verdict.version}: ${verdict.message.en}`);
  }

  private refuse(why: string, cause?: unknown): never {
    throw new LedgerFault(
      'RESTORE_REFUSED',
      `The backup is refused: organisation ${this.organisation}: ${why}. Nothing was restored.`,
      { cause },
    );
  }
}

function isKeptCommand(value: object): value is KeptCommand {
  const { scenario, version, key, digest, actor, recordedAt, events } = value as Partial<KeptCommand>;
  return (
    [scenario, key, digest, actor, recordedAt].every((text) => typeof text === 'string') &&
    Number.isInteger(version) &&
    /^[0-9a-f]{64}$/.test(digest!) &&
    Array.isArray(events) &&
    events.length > 0 &&
    events.every((event) => typeof event?.type === 'string' && isObject(event.data))
  );
}

function isObject(value: unknown): boolean {
  return typeof value === 'object' && value !== null;
}
