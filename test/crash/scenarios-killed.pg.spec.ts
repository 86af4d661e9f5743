import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { migrate, openDatabase, type Database } from '#database';
import type { Organisation } from '#ledger';
import { ensureBuilt } from '../../apps/cli/prepare.mjs';
import { ownServer, testDatabase, testServerFolder, type TestDatabase } from '../harness/database.js';
import { eventually } from '../harness/processes.js';
import { Application, establish } from './application.js';
import { kill, processesOf } from './postgres-processes.js';
import { limit, rounds, upTo } from './rounds.js';
import { auditScenarios } from './scenario-audit.js';
import {
  acknowledgementOf,
  plan,
  planOf,
  Planners,
  type PlanAcknowledgement,
  type PlanIntent,
} from './scenario-workload.js';
import { ServerProcess } from './server-process.js';
import { give } from './workload.js';

const KILLS = rounds('KRONIKA_SCENARIO_KILLS', 5);

/** An organisation with a unit for each planner, under which nobody else plans. */
async function organisation(
  application: Application,
  slug: string,
  planners: readonly string[],
): Promise<Organisation> {
  const registered = await application.register(slug);
  for (const name of planners) await give(application, slug, { key: name, line: establish(name) });
  return registered;
}

describe('A server process killed while planners change and adopt scenarios', () => {
  let database: TestDatabase;
  let survivor: Application;
  beforeAll(async () => {
    await ensureBuilt();
    database = await testDatabase();
    survivor = await Application.over(database.pool());
  }, 120_000);
  afterAll(async () => {
    await survivor.close();
    await database.close();
  });

  it(
    'loses nothing that was acknowledged, and a retry elsewhere has one effect',
    async () => {
      const slug = 'killed-planning';
      const names = upTo(KILLS).flatMap((round) => upTo(6).map((n) => `p${round}-${n}`));
      const registered = await organisation(survivor, slug, names);
      const acknowledged: PlanAcknowledgement[] = [];
      const asked = new Set<string>();
      const start = () => ServerProcess.start(testServerFolder(), database.name);
      let next = start();
      for (const round of upTo(KILLS)) {
        const server = await next;
        const before = acknowledged.length;
        const cutOff: { readonly intent: PlanIntent; readonly scenario: string | undefined }[] = [];
        const work = async (name: string) => {
          for (let n = 0; ; n++) {
            let scenario: string | undefined;
            for (const intent of planOf(name, n)) {
              asked.add(intent.key);
              const outcome = await server.plan(slug, scenario, intent);
              if (outcome === undefined) return void cutOff.push({ intent, scenario });
              const acknowledgement = acknowledgementOf(intent, scenario, outcome);
              ({ scenario } = acknowledgement);
              acknowledged.push(acknowledgement);
            }
          }
        };
        const working = upTo(6).map((n) => work(`p${round}-${n}`));
        await eventually(() => acknowledged.length >= before + 40 + ((round * 13) % 60), 'enough is planned');
        next = round + 1 < KILLS ? start() : next;
        await server.kill();
        await Promise.all(working);
        expect(cutOff).toHaveLength(6);
        for (const { intent, scenario } of cutOff)
          acknowledged.push(await plan(survivor, slug, scenario, intent));
      }
      expect(acknowledged.some(({ positions }) => positions !== undefined)).toBe(true);
      expect(await auditScenarios(database, registered, acknowledged, asked)).toEqual([]);
    },
    limit(KILLS, 5_000),
  );
});

describe('PostgreSQL killed under eight planners', () => {
  const where = ownServer();
  const names = upTo(8).map((n) => `p${n}`);
  let database: Database;
  beforeAll(async () => {
    database = await openDatabase(where);
    await migrate(database);
  });
  afterAll(() => database.close());

  it(
    'loses nothing that was acknowledged, and never half of an adoption',
    async () => {
      const application = await Application.over(database.pool());
      const slug = 'killed';
      const registered = await organisation(application, slug, names);
      const planners = new Planners(application, slug, names);
      for (const round of upTo(KILLS)) {
        await planners.further(40 + ((round * 7) % 40));
        kill(processesOf(where.dataDir));
        await planners.further(names.length + 1);
      }
      await planners.stop();
      expect(new Set(planners.faults)).toEqual(new Set(['DATABASE_UNAVAILABLE']));
      const { acknowledged, asked } = planners;
      expect(acknowledged.some(({ positions }) => positions !== undefined)).toBe(true);
      expect(await auditScenarios(database, registered, acknowledged, asked)).toEqual([]);
      await application.close();
    },
    limit(KILLS, 5_000),
  );
});
