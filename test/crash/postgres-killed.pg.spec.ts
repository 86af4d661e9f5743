import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openDatabase, withClient, type Database } from '#database';
import type { Organisation } from '#ledger';
import pg from 'pg';
import { ownServer } from '../harness/database.js';
import { eventually } from '../harness/processes.js';
import { Application, establish } from './application.js';
import { answers, audit } from './audit.js';
import { kill, processesOf } from './postgres-processes.js';
import { limit, rounds, upTo } from './rounds.js';
import { give, Writers } from './workload.js';

const KILLS = rounds('KRONIKA_POSTGRES_KILLS', 10);
const WRITERS = upTo(8).map((n) => `w${n}`);

async function organisation(application: Application, slug: string): Promise<Organisation> {
  const registered = await application.register(slug);
  await give(application, slug, { key: 'top', line: establish('top') });
  return registered;
}

describe('PostgreSQL killed under eight writers', () => {
  const where = ownServer();
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(where);
    await migrate(database);
  });
  afterAll(() => database.close());

  it(
    'loses nothing that was acknowledged, stores a retry once, and is served again without a restart',
    async () => {
      const application = await Application.over(database.pool());
      const slug = 'killed';
      const registered = await organisation(application, slug);
      const writers = new Writers(application, slug, WRITERS);
      for (const round of upTo(KILLS)) {
        await writers.further(20 + ((round * 7) % 40));
        const [postmaster, ...others] = processesOf(where.dataDir);
        kill([postmaster!]);
        // What the postmaster leaves behind goes on serving those it is connected to, for as long as they keep it busy.
        if (round % 2 === 1) await writers.further(WRITERS.length);
        kill(others);
        await writers.further(WRITERS.length + 1);
        expect(processesOf(where.dataDir)[0]).not.toBe(postmaster);
      }
      await writers.stop();
      expect(new Set(writers.faults)).toEqual(new Set(['DATABASE_UNAVAILABLE']));
      expect(writers.falselyDenied).toEqual([]);
      const asked = new Set(['top', ...writers.acknowledged.map(({ key }) => key)]);
      expect(await audit(database, registered, writers.acknowledged, asked)).toEqual([]);
      const restarted = await Application.over(database.pool());
      expect(await answers(application, slug)).toEqual(await answers(restarted, slug));
      await restarted.close();
      await application.close();
    },
    limit(KILLS, 3_000),
  );
});

describe('PostgreSQL killed when it does not wait for the disk', () => {
  it(
    'is seen to lose what it acknowledged',
    async () => {
      const where = ownServer();
      const database = await openDatabase(where);
      await migrate(database);
      await withClient(database.ownerConfig, (client) =>
        client.query('alter database kronika set synchronous_commit = off'),
      );
      const findings: string[] = [];
      for (const round of upTo(rounds('KRONIKA_LOSSY_KILLS', 12))) {
        const application = await Application.over(database.pool());
        const slug = `lossy-${round}`;
        const registered = await organisation(application, slug);
        // Registration and the first unit are on disk.
        await withClient(database.ownerConfig, (client) => client.query('checkpoint'));
        const writers = new Writers(application, slug, WRITERS);
        await writers.further(25);
        kill(processesOf(where.dataDir));
        const acknowledged = [...writers.acknowledged];
        await writers.stop().catch(() => undefined);
        // Idle connections of the old pool may not know yet that they are dead.
        const pool = new pg.Pool(database.appConfig).on('error', () => undefined);
        await eventually(
          () =>
            pool.query('select 1').then(
              () => true,
              () => false,
            ),
          'PostgreSQL is back',
        );
        const seen = { pool: () => pool, appConfig: database.appConfig };
        findings.push(...(await audit(seen, registered, acknowledged)));
        await pool.end();
        await application.close();
      }
      await database.close();
      const lost = findings.filter((finding) => finding.startsWith('acknowledged and not stored'));
      process.stdout.write(`synchronous_commit=off: ${lost.length} acknowledged changes lost\n`);
      expect(lost.length).toBeGreaterThan(0);
    },
    limit(12, 5_000),
  );
});
