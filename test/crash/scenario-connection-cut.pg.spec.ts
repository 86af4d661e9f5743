import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LedgerFault } from '#ledger';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../harness/database.js';
import { Application, establish } from './application.js';
import { CuttingProxy, type Cut } from './cutting-proxy.js';
import { limit, rounds, upTo } from './rounds.js';
import { auditScenarios } from './scenario-audit.js';
import { plan, planOf, type PlanAcknowledgement } from './scenario-workload.js';
import { give } from './workload.js';

const CUTS = rounds('KRONIKA_SCENARIO_CUTS', 12);
const WHERE = ['before', 'during', 'after'] as const satisfies Cut[];

describe('A connection cut at the commit', () => {
  let database: TestDatabase;
  let proxy: CuttingProxy;
  let pool: pg.Pool;
  let application: Application;
  beforeAll(async () => {
    database = await testDatabase();
    proxy = await CuttingProxy.before(String(database.appConfig.host));
    pool = new pg.Pool({ ...database.appConfig, host: proxy.host }).on('error', () => undefined);
    application = await Application.over(pool);
  });
  afterAll(async () => {
    await application.close();
    await pool.end();
    await proxy.close();
    await database.close();
  });

  it.each([
    ['of an adoption', 'adopt', 'ledger-append'],
    ['of a step', 'step', 'scenario-append'],
    ['of a new scenario', 'create', 'scenario-append'],
  ] as const)(
    '%s is told as a fault whose outcome is unknown, and a retry with the same key has exactly one effect',
    async (_, does, statement) => {
      const slug = `cut-${does}`;
      const organisation = await application.register(slug);
      await give(application, slug, { key: 'p', line: establish('p') });
      const acknowledged: PlanAcknowledgement[] = [];
      const asked = new Set<string>();
      for (const round of upTo(CUTS)) {
        const where = WHERE[round % 3]!;
        const { cuts } = proxy;
        let scenario: string | undefined;
        for (const intent of planOf('p', round)) {
          asked.add(intent.key);
          const once = () => plan(application, slug, scenario, intent);
          if (intent.does === does && proxy.cuts === cuts) {
            proxy.cutNext(where, statement);
            const fault: unknown = await once().catch((error: unknown) => error);
            expect(fault).toBeInstanceOf(LedgerFault);
            expect(fault).toMatchObject({ code: 'DATABASE_UNAVAILABLE', outcomeUnknown: true });
            expect(proxy.cuts).toBe(cuts + 1);
            const retried = await once();
            if (where === 'before') expect(retried.outcome).toBe('recorded');
            if (where === 'after') expect(retried.outcome).toBe('repeated');
            acknowledged.push(retried);
          } else acknowledged.push(await once());
          ({ scenario } = acknowledged.at(-1)!);
        }
      }
      expect(await auditScenarios(database, organisation, acknowledged, asked)).toEqual([]);
      const lost = { ...acknowledged.at(-1)!, key: 'lost' };
      const [first, ...others] = asked;
      const found = await auditScenarios(database, organisation, [...acknowledged, lost], new Set(others));
      expect(found.sort()).toEqual([
        expect.stringMatching(/^acknowledged and not stored: lost of /),
        `stored and never asked for: ${first}`,
      ]);
    },
    limit(CUTS, 500),
  );
});
