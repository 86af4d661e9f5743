import type { Pool, PoolClient } from 'pg';
import type { Instant, Position } from '#temporal';

import {
  appendOutcome,
  type AppendRow,
  appendStatement,
  registerOutcome,
  type RegisterRow,
  registerStatement,
} from './append-statement.js';
import { checkAppend, checkOrganisation, checkOrganisationId } from './check-draft.js';
import { parseEnvelope } from './envelope.js';
import { copiedEvents } from './copied-events.js';
import type { EventTypes } from './event-types.js';
import type {
  AppendOutcome,
  CommandDraft,
  CommandRecord,
  EventTimes,
  Hash,
  Head,
  InlineProjection,
  LedgerStore,
  LedgerWriter,
  Organisation,
  OrganisationDraft,
  OrganisationId,
  ReadRange,
  RecordedEvent,
  RegisterOutcome,
  StoredEvent,
} from './ledger-store.js';
import { connectionIsBroken, postgresFault } from './postgres-fault.js';
import { recordedEvent } from './recorded-event.js';

/** A transaction's writer, with its connection for whatever else shall be written in the transaction. */
export interface PostgresLedgerWriter extends LedgerWriter {
  readonly client: PoolClient;
}

const BATCH = 1000;

/** The ledger in PostgreSQL (migrations/0001-ledger.sql). Appending and registering are one statement, one round trip each. */
export class PostgresLedgerStore implements LedgerStore {
  constructor(
    private readonly pool: Pool,
    private readonly types: EventTypes,
  ) {}

  async append(
    organisation: OrganisationId,
    commands: readonly CommandDraft[],
    inline?: InlineProjection,
  ): Promise<AppendOutcome> {
    checkAppend(organisation, commands);
    const statement = appendStatement(organisation, commands, inline);
    return this.withClient('writing', async (client) => {
      const { rows } = await client.query<AppendRow>(statement);
      return appendOutcome(rows[0] as AppendRow, commands);
    });
  }

  async register(draft: OrganisationDraft, inline?: InlineProjection): Promise<RegisterOutcome> {
    checkOrganisation(draft);
    const statement = registerStatement(draft, inline);
    return this.withClient('writing', async (client) => {
      const { rows } = await client.query<RegisterRow>(statement);
      return registerOutcome(rows[0] as RegisterRow, draft);
    });
  }

  transaction<T>(work: (writer: PostgresLedgerWriter) => Promise<T>): Promise<T> {
    return this.withClient('writing', async (client) => {
      await client.query('begin');
      try {
        const result = await work(writerOn(client));
        await client.query('commit');
        return result;
      } catch (error) {
        await client.query('rollback').catch(() => undefined);
        throw error;
      }
    });
  }

  async organisations(): Promise<readonly Organisation[]> {
    return this.query<Organisation>(
      'ledger-organisations',
      'select organisation_id as id, slug, name from ledger.organisation order by slug collate "C"',
      [],
    );
  }

  async findOrganisation(by: { id: OrganisationId } | { slug: string }): Promise<Organisation | null> {
    const [column, value] = 'id' in by ? ['organisation_id', by.id] : ['slug', by.slug];
    const rows = await this.query<Organisation>(
      `ledger-organisation-${column}`,
      `select organisation_id as id, slug, name from ledger.organisation where ${column} = $1`,
      [value],
    );
    return rows[0] ?? null;
  }

  async head(organisation: OrganisationId): Promise<Head | null> {
    const rows = await this.query<{ position: string; hash: Hash; recordedAt: Instant; knownAt: Instant }>(
      'ledger-head',
      `select position, encode(hash, 'hex') as hash, ledger.instant(recorded_at) as "recordedAt",
         ledger.instant(known_at) as "knownAt"
       from ledger.head where organisation_id = $1`,
      [organisation],
    );
    return rows[0] === undefined ? null : { ...rows[0], position: Number(rows[0].position) as Position };
  }

  async findCommand(organisation: OrganisationId, idempotencyKey: string): Promise<CommandRecord | null> {
    return (await this.findCommands(organisation, [idempotencyKey]))[0] ?? null;
  }

  async findCommands(
    organisation: OrganisationId,
    idempotencyKeys: readonly string[],
  ): Promise<readonly CommandRecord[]> {
    const rows = await this.query<Omit<CommandRecord, 'first' | 'last'> & { first: string; last: string }>(
      'ledger-commands',
      `select idempotency_key as key, first_position as first, last_position as last,
         ledger.instant(recorded_at) as "recordedAt", encode(digest, 'hex') as digest
       from ledger.command where organisation_id = $1 and idempotency_key = any ($2)`,
      [organisation, idempotencyKeys],
    );
    return rows.map((row) => ({
      ...row,
      first: Number(row.first) as Position,
      last: Number(row.last) as Position,
    }));
  }

  async read(
    organisation: OrganisationId,
    after: Position,
    limit: number,
  ): Promise<readonly RecordedEvent[]> {
    const rows = await this.query<{ envelope: string }>(
      'ledger-read',
      `select envelope from ledger.event
       where organisation_id = $1 and position > $2 and position <= $2::bigint + $3::bigint order by position`,
      [organisation, after, limit],
    );
    return rows.map((row) => recordedEvent(parseEnvelope(row.envelope), this.types));
  }

  async *stream(
    organisation: OrganisationId,
    { after = 0 as Position, upTo, batchSize = BATCH }: ReadRange = {},
  ): AsyncGenerator<readonly RecordedEvent[], void> {
    const end = upTo ?? (await this.head(organisation))?.position ?? (0 as Position);
    const batchAfter = (from: Position) => this.read(organisation, from, Math.min(batchSize, end - from));
    let pending = after < end ? batchAfter(after) : undefined;
    while (pending !== undefined) {
      const batch = await pending;
      const last = batch.at(-1)?.position ?? end;
      // The next batch is read while the caller works on this one.
      pending = last < end ? batchAfter(last) : undefined;
      pending?.catch(() => undefined);
      if (batch.length > 0) yield batch;
    }
  }

  async *streamStored(
    organisation: OrganisationId,
    { after = 0 as Position, upTo, batchSize = BATCH }: ReadRange = {},
  ): AsyncGenerator<readonly StoredEvent[], void> {
    checkOrganisationId(organisation);
    const end = upTo ?? (await this.head(organisation))?.position ?? (0 as Position);
    const client = await this.connect();
    let finished = false;
    try {
      yield* copiedEvents(client, organisation, after, end, batchSize);
      finished = true;
    } catch (error) {
      throw postgresFault(error, 'reading');
    } finally {
      // A copy that is given up half-way leaves the connection in the middle of it.
      client.release(!finished);
    }
  }

  async firstBrokenCommand(organisation: OrganisationId): Promise<Position | null> {
    const rows = await this.query<{ position: string | null }>(
      'ledger-first-broken-command',
      `select min(coalesce(e.first, c.first_position)) as position
       from (
         select command, min(position) as first, max(position) as last, max(recorded_at) as recorded_at
         from ledger.event where organisation_id = $1 group by command
       ) e
       full join (select * from ledger.command where organisation_id = $1) c on c.idempotency_key = e.command
       where (e.first, e.last, e.recorded_at) is distinct from (c.first_position, c.last_position, c.recorded_at)`,
      [organisation],
    );
    const position = rows[0]?.position ?? null;
    return position === null ? null : (Number(position) as Position);
  }

  async positionKnownAt(organisation: OrganisationId, knownAt: Instant): Promise<Position> {
    const rows = await this.query<{ position: string }>(
      'ledger-position-known-at',
      'select ledger.position_known_at($1, $2) as position',
      [organisation, knownAt],
    );
    return Number(rows[0]?.position ?? 0) as Position;
  }

  async timesAt(organisation: OrganisationId, position: Position): Promise<EventTimes | null> {
    const rows = await this.query<EventTimes>(
      'ledger-times-at',
      `select ledger.instant(recorded_at) as "recordedAt", ledger.instant(known_at) as "knownAt"
       from ledger.event where organisation_id = $1 and position = $2`,
      [organisation, position],
    );
    return rows[0] ?? null;
  }

  private connect(): Promise<PoolClient> {
    return this.pool.connect().catch((error: unknown) => {
      throw postgresFault(error, 'connecting');
    });
  }

  private query<R extends object>(name: string, text: string, values: unknown[]): Promise<R[]> {
    return this.withClient('reading', async (client) => (await client.query<R>({ name, text, values })).rows);
  }

  private async withClient<T>(
    doing: 'reading' | 'writing',
    work: (client: PoolClient) => Promise<T>,
  ): Promise<T> {
    const client = await this.connect();
    let broken = false;
    try {
      return await work(client);
    } catch (error) {
      const fault = postgresFault(error, doing);
      broken = connectionIsBroken(fault);
      throw fault;
    } finally {
      client.release(broken);
    }
  }
}

function writerOn(client: PoolClient): PostgresLedgerWriter {
  return {
    client,
    async append(organisation, commands, inline) {
      checkAppend(organisation, commands);
      const { rows } = await client.query<AppendRow>(appendStatement(organisation, commands, inline));
      return appendOutcome(rows[0] as AppendRow, commands);
    },
    async register(draft, inline) {
      checkOrganisation(draft);
      const { rows } = await client.query<RegisterRow>(registerStatement(draft, inline));
      return registerOutcome(rows[0] as RegisterRow, draft);
    },
  };
}
