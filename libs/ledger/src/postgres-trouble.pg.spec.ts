import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { command, contractEventTypes, organisationDraft } from './testing/ledger-drafts.js';
import type { OrganisationId } from './ledger-store.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';

describe('PostgreSQL in trouble', () => {
  let database: TestDatabase;
  let store: PostgresLedgerStore;
  let organisation: OrganisationId;

  beforeAll(async () => {
    database = await testDatabase();
    store = new PostgresLedgerStore(database.pool(), contractEventTypes);
    const { rows } = await database
      .ownerPool()
      .query<{ append: string }>(`select 'ledger.append'::regproc::regprocedure as append`);
    await database.ownerPool().query(`alter function ${rows[0]?.append} set lock_timeout = '300ms'`);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    const draft = organisationDraft();
    organisation = draft.id;
    await store.register(draft);
  });

  /** Runs `work` while someone else holds the organisation's head. */
  async function whileHeadIsHeld(work: () => Promise<void>): Promise<void> {
    const holder = await database.ownerPool().connect();
    try {
      await holder.query('begin');
      await holder.query('select from ledger.head where organisation_id = $1 for update', [organisation]);
      await work();
    } finally {
      await holder.query('rollback');
      holder.release();
    }
  }

  it('a held head is a coded fault, not an endless wait, and writes nothing', async () => {
    const draft = command({});
    await whileHeadIsHeld(() =>
      expect(store.append(organisation, [draft])).rejects.toMatchObject({
        code: 'LEDGER_BUSY',
        outcomeUnknown: false,
      }),
    );

    expect((await store.head(organisation))?.position).toBe(1);
    expect(await store.append(organisation, [draft])).toMatchObject({ outcome: 'appended', head: 2 });
  });

  it('a held head of one organisation does not stop another', async () => {
    const other = organisationDraft();
    await store.register(other);

    await whileHeadIsHeld(async () => {
      expect(await store.append(other.id, [command({})])).toMatchObject({ outcome: 'appended' });
    });
  });

  it('a connection that is cut says that the outcome is unknown; the retry has one effect', async () => {
    const draft = command({});
    await whileHeadIsHeld(async () => {
      const cut = store.append(organisation, [draft]);
      const outcome = expect(cut).rejects.toMatchObject({
        code: 'DATABASE_UNAVAILABLE',
        outcomeUnknown: true,
      });
      await terminateWaiters();
      await outcome;
    });

    expect(await store.append(organisation, [draft])).toMatchObject({ outcome: 'appended', head: 2 });
    expect(await store.append(organisation, [draft])).toMatchObject({
      outcome: 'duplicate',
      mismatch: false,
    });
  });

  it('a server that is not there is a coded fault', async () => {
    const pool = new pg.Pool({ host: '/nonexistent', user: 'nobody' });
    const nowhere = new PostgresLedgerStore(pool, contractEventTypes);

    await expect(nowhere.append(organisation, [command({})])).rejects.toMatchObject({
      code: 'DATABASE_UNAVAILABLE',
      outcomeUnknown: false,
    });
    await expect(nowhere.head(organisation)).rejects.toMatchObject({ code: 'DATABASE_UNAVAILABLE' });
    await pool.end();
  });

  it('a statement that is cancelled is a coded fault', async () => {
    await whileHeadIsHeld(async () => {
      const cancelled = expect(store.append(organisation, [command({})])).rejects.toMatchObject({
        code: 'CANCELLED',
      });
      await signalWaiters('pg_cancel_backend');
      await cancelled;
    });
  });

  const terminateWaiters = () => signalWaiters('pg_terminate_backend');

  /** Asks until the waiting append has shown itself. */
  async function signalWaiters(signal: 'pg_terminate_backend' | 'pg_cancel_backend'): Promise<void> {
    for (;;) {
      const { rowCount } = await database.ownerPool().query(
        `select ${signal}(pid) from pg_stat_activity
         where datname = current_database() and wait_event_type = 'Lock' and query like '%ledger.append%'
           and pid <> pg_backend_pid()`,
      );
      if (rowCount !== 0) return;
    }
  }
});
