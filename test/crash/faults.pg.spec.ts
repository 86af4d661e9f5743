import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate, openDatabase, withClient, type Database } from '#database';
import { LedgerFault, type LedgerFaultCode, type Organisation } from '#ledger';
import pg from 'pg';
import { ownServer, testDatabase, type TestDatabase } from '../harness/database.js';
import { eventually } from '../harness/processes.js';
import { Application, establish } from './application.js';
import { audit } from './audit.js';
import { postmasterOf } from './postgres-processes.js';
import { mayMount, smallDisk, type SmallDisk } from './small-disk.js';
import { rounds, upTo } from './rounds.js';
import { give, intentsOf, Writers, type Acknowledgement, type Intent } from './workload.js';

const slug = 'faults';

async function begin(application: Application): Promise<Organisation> {
  const organisation = await application.register(slug);
  await give(application, slug, { key: 'top', line: establish('top') });
  return organisation;
}

/** Gives the intent, which must fail with this code and have no effect, so far as is known. */
async function expectFault(application: Application, intent: Intent, code: LedgerFaultCode): Promise<void> {
  const fault: unknown = await give(application, slug, intent).catch((error: unknown) => error);
  expect(fault).toBeInstanceOf(LedgerFault);
  expect(fault).toMatchObject({ code, outcomeUnknown: false });
}

describe('In trouble, a process tells a code and recovers without a restart', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  let application: Application;
  let organisation: Organisation;
  beforeEach(async () => {
    database = await testDatabase();
    const options = `${database.appConfig.options} -c default_transaction_isolation=serializable`;
    pool = new pg.Pool({ ...database.appConfig, options }).on('error', () => undefined);
    application = await Application.over(pool);
    organisation = await begin(application);
  });
  afterEach(async () => {
    await application.close();
    await pool.end();
    await database.close();
  });
  const intent = intentsOf('w').next().value;

  /** Holds the organisation's head locked in a transaction meanwhile, and commits it. */
  const whileHeadIsLocked = (work: () => Promise<void>) =>
    withClient(database.ownerConfig, async (client) => {
      await client.query('begin');
      await client.query('update ledger.head set position = position where organisation_id = $1', [
        organisation.id,
      ]);
      await work();
      await client.query('commit');
    });

  it('when the head stays locked', async () => {
    await whileHeadIsLocked(() => expectFault(application, intent, 'LEDGER_BUSY'));
    const recorded = await give(application, slug, intent);
    expect(recorded.outcome).toBe('recorded');
    expect(await audit(database, organisation, [recorded])).toEqual([]);
  });

  it('when PostgreSQL cannot serialize', async () => {
    let failing: Promise<void> | undefined;
    await whileHeadIsLocked(async () => {
      failing = expectFault(application, intent, 'TRY_AGAIN');
      await eventually(async () => {
        const { rows } = await database.ownerPool().query<{ n: number }>(
          `select count(*)::int as n from pg_stat_activity
           where datname = current_database() and wait_event_type = 'Lock'`,
        );
        return rows[0]!.n === 1;
      }, 'the append waits for the head');
    });
    await failing;
    const recorded = await give(application, slug, intent);
    expect(recorded.outcome).toBe('recorded');
    expect(await audit(database, organisation, [recorded])).toEqual([]);
  });
});

describe('On a PostgreSQL of its own, a process recovers without a restart', () => {
  const where = ownServer();
  let database: Database;
  let application: Application;
  let organisation: Organisation;
  const acknowledged: Acknowledgement[] = [];
  beforeAll(async () => {
    database = await openDatabase(where);
    await migrate(database);
    application = await Application.over(database.pool());
    organisation = await begin(application);
  });
  afterAll(async () => {
    await application.close();
    await database.close();
  });

  it('when there are too many connections', async () => {
    const fresh = new pg.Pool(database.appConfig).on('error', () => undefined);
    const late = await Application.over(fresh);
    const others: pg.Client[] = [];
    const refused = async () => {
      const client = new pg.Client({ ...database.ownerConfig }).on('error', () => undefined);
      const connected = await client.connect().then(
        () => true,
        () => false,
      );
      if (connected) others.push(client);
      return !connected;
    };
    await eventually(refused, 'PostgreSQL takes no more connections');
    const intent = intentsOf('late').next().value;
    await expectFault(late, intent, 'TOO_MANY_CONNECTIONS');
    await Promise.all(others.map((client) => client.end()));
    let retried: Acknowledgement | undefined;
    await eventually(
      () =>
        give(late, slug, intent).then(
          (done) => Boolean((retried = done)),
          () => false,
        ),
      'there is room again',
    );
    expect(retried).toMatchObject({ outcome: 'recorded' });
    acknowledged.push(retried!);
    await late.close();
    await fresh.end();
  });

  it('when PostgreSQL is stopped and started under load', async () => {
    const writers = new Writers(
      application,
      slug,
      upTo(8).map((n) => `w${n}`),
    );
    for (const _ of upTo(rounds('KRONIKA_RESTARTS', 3))) {
      await writers.further(30);
      const stopped = postmasterOf(where.dataDir);
      process.kill(stopped, 'SIGINT');
      await writers.further(30);
      expect(postmasterOf(where.dataDir)).not.toBe(stopped);
    }
    await writers.stop();
    acknowledged.push(...writers.acknowledged);
    expect(new Set(writers.faults)).toEqual(new Set(['DATABASE_UNAVAILABLE']));
    expect(writers.falselyDenied).toEqual([]);
    const asked = new Set(['top', ...acknowledged.map(({ key }) => key)]);
    expect(await audit(database, organisation, acknowledged, asked)).toEqual([]);
  });
});

// A disk that can be filled without harm takes the right to mount one.
if (mayMount()) {
  describe('On a full disk', () => {
    let disk: SmallDisk;
    beforeAll(() => {
      disk = smallDisk(200);
    });
    afterAll(() => disk.unmount());

    it('a process tells so, loses nothing, and goes on when there is room', async () => {
      const database = await openDatabase({ dataDir: disk.folder, quiet: true });
      await migrate(database);
      const application = await Application.over(database.pool());
      const organisation = await begin(application);
      // There is room in the log, so that what is full is the tables.
      await withClient(database.ownerConfig, (client) => client.query('select pg_switch_wal()'));
      await give(application, slug, { key: 'in the new log', line: establish('second') });
      disk.fill();
      const acknowledged: Acknowledgement[] = [];
      let fault: unknown;
      let failed: Intent | undefined;
      for (const intent of intentsOf('w')) {
        try {
          acknowledged.push(await give(application, slug, intent));
        } catch (error) {
          [fault, failed] = [error, intent];
          break;
        }
      }
      expect(fault).toBeInstanceOf(LedgerFault);
      expect(fault).toMatchObject({ code: 'OUT_OF_SPACE', outcomeUnknown: false });
      disk.makeRoom();
      const retried = await give(application, slug, failed!);
      expect(retried.outcome).toBe('recorded');
      expect(await audit(database, organisation, [...acknowledged, retried])).toEqual([]);
      await application.close();
      await database.close();
      await disk.released();
    });
  });
}
