import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerFault } from '#ledger';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../harness/database.js';
import { Application, establish } from './application.js';
import { answers, audit } from './audit.js';
import { CuttingProxy, type Cut } from './cutting-proxy.js';
import { limit, rounds, upTo } from './rounds.js';
import { give, intentsOf, type Acknowledgement } from './workload.js';

const CUTS = rounds('KRONIKA_CONNECTION_CUTS', 100);

describe('A connection cut at the commit', () => {
  let database: TestDatabase;
  let proxy: CuttingProxy;
  let pool: pg.Pool;
  beforeAll(async () => {
    database = await testDatabase();
    proxy = await CuttingProxy.before(String(database.appConfig.host));
    pool = new pg.Pool({ ...database.appConfig, host: proxy.host }).on('error', () => undefined);
  });
  afterAll(async () => {
    await pool.end();
    await proxy.close();
    await database.close();
  });

  it(
    'is told as a fault whose outcome is unknown, and a retry with the same key has exactly one effect',
    async () => {
      const application = await Application.over(pool);
      const slug = 'cut';
      const organisation = await application.register(slug);
      const acknowledged: Acknowledgement[] = [];
      acknowledged.push(await give(application, slug, { key: 'top', line: establish('top') }));
      const intents = intentsOf('w');
      for (const round of upTo(CUTS)) {
        const where = (['before', 'during', 'after'] as const satisfies Cut[])[round % 3]!;
        const intent = intents.next().value;
        proxy.cutNext(where);
        const fault: unknown = await give(application, slug, intent).catch((error: unknown) => error);
        expect(fault).toBeInstanceOf(LedgerFault);
        expect(fault).toMatchObject({ code: 'DATABASE_UNAVAILABLE', outcomeUnknown: true });
        expect(proxy.cuts).toBe(round + 1);
        const retried = await give(application, slug, intent);
        if (where === 'before') expect(retried.outcome).toBe('recorded');
        if (where === 'after') expect(retried.outcome).toBe('repeated');
        acknowledged.push(retried);
      }
      const asked = new Set(acknowledged.map(({ key }) => key));
      expect(await audit(database, organisation, acknowledged, asked)).toEqual([]);
      const fresh = await Application.over(database.pool());
      expect(await answers(application, slug)).toEqual(await answers(fresh, slug));
      await fresh.close();
      await application.close();
    },
    limit(CUTS, 100),
  );
});
