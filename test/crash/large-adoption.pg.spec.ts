import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  AdoptScenario,
  CreateScenario,
  ReadChart,
  ReadOrganisation,
  RecordChanges,
  SimulateChanges,
  type AdoptionOutcome,
} from '#chronicle';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../harness/database.js';
import { Application, draftOf, establish } from './application.js';
import { audit } from './audit.js';
import { limit, upTo } from './rounds.js';

const TERMS = { actor: 'planner', confirmed: 'all' } as const;
const CHANGES = 5_000;

describe('A scenario of 5,000 changes', () => {
  let database: TestDatabase;
  let pools: pg.Pool[];
  let applications: Application[];
  beforeAll(async () => {
    database = await testDatabase();
    pools = upTo(3).map(() => new pg.Pool({ ...database.appConfig, max: 4 }).on('error', () => undefined));
    applications = await Promise.all(pools.map((pool) => Application.over(pool)));
  });
  afterAll(async () => {
    for (const application of applications) await application.close();
    await Promise.all(pools.map((pool) => pool.end()));
    await database.close();
  });

  it(
    'becomes real once, in one change set, as it was shown, though three processes adopt it at once',
    async () => {
      const [first] = applications;
      const organisation = await first!.register('large');
      await first!.commands.execute(
        new RecordChanges('large', [draftOf(establish('top')), draftOf(establish('old', 'top'))], TERMS),
      );
      const created = await first!.commands.execute(
        new CreateScenario(
          { organisation: 'large', name: 'Stort', at: '2040-01-01', visibility: 'organisation' },
          TERMS,
        ),
      );
      if (created.outcome === 'refused') throw new Error(JSON.stringify(created.refusals));
      const { scenario } = created;
      const begun = upTo(CHANGES / 2).map((n) => draftOf(establish(`n${n}`, 'top', '2030-01-01')));
      const renamed = upTo(CHANGES / 2).map((n) =>
        draftOf({ kind: 'rename', on: '2031', unit: `n${n}`, name: `Enhet ${n}` }),
      );
      const steps = [...begun, ...renamed].map((draft) => [draft]);
      const simulated = await first!.commands.execute(new SimulateChanges(scenario, steps, TERMS));
      expect(simulated.outcome).toBe('recorded');
      const chart = async (application: Application, planned?: string) => {
        const axes = { at: '2040-01-01', scenario: planned, actor: TERMS.actor };
        const reading = await application.queries.execute(new ReadOrganisation('large', axes));
        return (await application.queries.execute(new ReadChart(reading))).map(
          ({ id, name }) => `${id} ${name}`,
        );
      };
      const shown = await chart(first!, scenario);
      expect(shown).toHaveLength(CHANGES / 2 + 2);
      const before = (await first!.ledger.head(organisation.id))!.position;

      const outcomes: AdoptionOutcome[] = await Promise.all(
        applications.map(({ commands }) => commands.execute(new AdoptScenario(scenario, {}, TERMS))),
      );
      expect(outcomes.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'refused', 'refused']);
      expect((await first!.ledger.head(organisation.id))!.position).toBe(before + CHANGES);
      for (const application of applications) expect(await chart(application)).toEqual(shown);
      expect(await audit(database, organisation, [])).toEqual([]);
    },
    limit(1, 120_000),
  );
});
