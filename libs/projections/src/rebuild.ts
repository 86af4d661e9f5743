import { setTimeout as pause } from 'node:timers/promises';
import { finished } from 'node:stream/promises';
import { errorCode, withClient, type Database } from '#database';
import { chronicleEventTypes, PostgresLedgerStore, type OrganisationId } from '#ledger';
import type { ChangeId } from '#structure';
import type { Position } from '#temporal';
import type pg from 'pg';
import { from as copyFrom } from 'pg-copy-streams';
import { READ_MODEL_TABLES, TABLE_NAMES } from './read-model-tables.js';
import { ReadModelRows, type EventSource, type RowTexts } from './read-model-rows.js';

export interface RebuildProgress {
  /** Events read. */
  readonly done: number;
  /** Events to read; grows when others append meanwhile. */
  readonly of: number;
}

/** Events that may be left when writers are made to wait for the last of them. */
const SHORT_WAIT = 2000;
const LOCK_NOT_AVAILABLE = '55P03';
/** Times that it catches up beside the writers: if they are as fast as it is they must wait in the end. */
const ROUNDS = 10;
const ATTEMPTS = 300;

/**
 * Makes the read model anew from the ledger, beside the live one, and puts it in its place. Readers and writers go on;
 * writers wait for the last events only. It is one transaction: if it is interrupted nothing has happened, and two at
 * a time take turns.
 *
 * @returns how many events it was made from
 */
export function rebuild(
  database: Pick<Database, 'ownerConfig' | 'pool'>,
  options: { readonly onProgress?: (progress: RebuildProgress) => void | Promise<void> } = {},
): Promise<{ readonly events: number }> {
  const types = chronicleEventTypes;
  const pool = database.pool();
  const source = { pool, types, ledger: new PostgresLedgerStore(pool, types) };
  return withClient(database.ownerConfig, (client) =>
    new Rebuild(client, source, options.onProgress ?? (() => undefined)).run(),
  );
}

interface Amended {
  readonly changes: ChangeId[];
  readonly positions: Position[];
}

class Rebuild {
  private readonly copied = new Map<OrganisationId, Position>();
  /** What later stretches amend in earlier ones; closed when all rows are there. */
  private readonly amended = new Map<OrganisationId, Amended>();
  private done = 0;

  constructor(
    private readonly client: pg.Client,
    private readonly source: EventSource,
    private readonly onProgress: (progress: RebuildProgress) => void | Promise<void>,
  ) {}

  async run(): Promise<{ events: number }> {
    await this.client.query('begin');
    await this.prepare();
    await this.catchUp();
    await this.makeIndexes();
    for (let round = 0; round < ROUNDS && (await this.behind()) > SHORT_WAIT; round++) await this.catchUp();
    await this.goLive();
    await this.client.query('commit');
    return { events: this.done };
  }

  /** Tables like the live ones, without indexes. Another rebuild waits here for its turn. */
  private async prepare(): Promise<void> {
    await this.client.query('create schema read_model_next');
    for (const table of TABLE_NAMES) {
      await this.client.query(
        `create table read_model_next.${table} (like read_model.${table} including all excluding indexes)`,
      );
    }
  }

  private async heads(): Promise<Map<OrganisationId, Position>> {
    const { rows } = await this.client.query<{ organisation: OrganisationId; position: Position }>(
      'select organisation_id as organisation, position from ledger.head order by organisation_id',
    );
    return new Map(rows.map(({ organisation, position }) => [organisation, position]));
  }

  /** How many events are not copied yet. */
  private async behind(): Promise<number> {
    let behind = 0;
    for (const [organisation, head] of await this.heads()) behind += head - this.copiedOf(organisation);
    return behind;
  }

  private copiedOf(organisation: OrganisationId): Position {
    return this.copied.get(organisation) ?? (0 as Position);
  }

  /** Copies all events up to the heads. */
  private async catchUp(): Promise<void> {
    const heads = await this.heads();
    const of = [...heads.values()].reduce((sum, head) => sum + head, 0);
    for (const [organisation, head] of heads) await this.copyEvents(organisation, head, of);
  }

  private async copyEvents(organisation: OrganisationId, upTo: Position, of: number): Promise<void> {
    const after = this.copiedOf(organisation);
    if (upTo === after) return;
    const rows = await ReadModelRows.of(this.source, { organisation, after, upTo }, (changes) =>
      this.ordersOf(organisation, changes),
    );
    this.noteAmended(organisation, rows, after);
    let copying: Promise<void> | undefined;
    for await (const batch of rows.batches()) {
      await copying;
      copying = this.copyRows(batch.rows);
      // Its error is thrown where it is awaited.
      copying.catch(() => undefined);
      this.done += batch.events;
      await this.onProgress({ done: this.done, of });
    }
    await copying;
    this.copied.set(organisation, upTo);
  }

  private async copyRows(rows: RowTexts): Promise<void> {
    for (const table of TABLE_NAMES) {
      if (rows[table] === '') continue;
      const columns = READ_MODEL_TABLES[table].columns.join(', ');
      const stream = this.client.query(
        copyFrom(`copy read_model_next.${table} (${columns}) from stdin with (freeze)`),
      );
      stream.end(rows[table]);
      await finished(stream);
    }
  }

  private async ordersOf(
    organisation: OrganisationId,
    changes: readonly ChangeId[],
  ): Promise<Map<ChangeId, Position>> {
    const { rows } = await this.client.query<{ change: ChangeId; position: Position }>(
      `select distinct on (change_id) change_id as change, change_order as position from read_model_next.change
       where organisation_id = $1 and change_id = any ($2) and change_order is not null
       order by change_id, read_model_next.change.position desc`,
      [organisation, changes],
    );
    return new Map(rows.map(({ change, position }) => [change, position]));
  }

  private noteAmended(organisation: OrganisationId, rows: ReadModelRows, after: Position): void {
    if (after === 0) return;
    let amended = this.amended.get(organisation);
    if (amended === undefined) this.amended.set(organisation, (amended = { changes: [], positions: [] }));
    for (const [change, position] of rows.amendments.first()) {
      amended.changes.push(change);
      amended.positions.push(position);
    }
  }

  /** The live tables' keys and indexes, once the bulk of the rows is there. */
  private async makeIndexes(): Promise<void> {
    const { rows } = await this.client.query<{ sql: string }>(
      `select coalesce(
         'alter table read_model_next.' || t.relname || ' add constraint ' || c.conname || ' '
           || pg_get_constraintdef(c.oid),
         replace(pg_get_indexdef(i.indexrelid), ' ON read_model.', ' ON read_model_next.')) as sql
       from pg_index i join pg_class t on t.oid = i.indrelid
       left join pg_constraint c on c.conindid = i.indexrelid and c.contype in ('p', 'u')
       where t.relnamespace = 'read_model'::regnamespace and t.relname = any ($1)`,
      [TABLE_NAMES],
    );
    for (const { sql } of rows) await this.client.query(sql);
    for (const table of TABLE_NAMES) await this.client.query(`analyze read_model_next.${table}`);
  }

  /** Stops the writers, copies the last events and changes places. */
  private async goLive(): Promise<void> {
    await this.lock();
    await this.catchUp();
    await this.client.query(`drop table ${TABLE_NAMES.map((table) => `read_model.${table}`).join(', ')}`);
    for (const table of TABLE_NAMES) {
      await this.client.query(`alter table read_model_next.${table} set schema read_model`);
    }
    await this.client.query('drop schema read_model_next');
    await this.client.query('grant select on all tables in schema read_model to kronika_app');
    for (const [organisation, { changes, positions }] of this.amended) {
      await this.client.query('select read_model.close_amended($1, $2, $3)', [
        organisation,
        changes,
        positions,
      ]);
    }
  }

  /**
   * Heads before tables, as an append takes them. Whoever holds them is not waited for long, or everybody behind us
   * would: give way and try again.
   */
  private async lock(): Promise<void> {
    const tables = TABLE_NAMES.map((table) => `read_model.${table}`).join(', ');
    for (let attempt = 1; ; attempt++) {
      await this.client.query('savepoint unlocked');
      try {
        await this.client.query(`set local lock_timeout = '500ms'`);
        await this.client.query('lock table ledger.head in exclusive mode');
        await this.client.query(`set local lock_timeout = '50ms'`);
        if ((await this.behind()) <= SHORT_WAIT || attempt === ATTEMPTS) {
          await this.client.query(`lock table ${tables} in access exclusive mode`);
          await this.client.query('release savepoint unlocked');
          await this.client.query('set local lock_timeout = default');
          return;
        }
      } catch (error) {
        if (errorCode(error) !== LOCK_NOT_AVAILABLE || attempt === ATTEMPTS) throw error;
      }
      await this.client.query('rollback to savepoint unlocked');
      await this.client.query('release savepoint unlocked');
      await this.catchUp();
      await pause(Math.min(attempt * 20, 500));
    }
  }
}
