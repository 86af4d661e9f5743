import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { migrate } from '#database';
import { PostgresLedgerStore, type OrganisationId } from '#ledger';
import pg from 'pg';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { adoptionKey } from './adoption.js';
import { eventually } from '../../../test/harness/processes.js';
import { PostgresScenarioStore } from './postgres-scenario-store.js';
import {
  command,
  contractEventTypes,
  created,
  event,
  newScenario,
  organisationDraft,
  renamed,
  simulated,
  terms,
} from './testing/scenario-drafts.js';
import { describeScenarioStore } from './scenario-store.contract.js';
import { isScenarioMoved } from './scenario-store.js';
import type { ScenarioId } from './scenario.js';
import { verifyScenarios } from './verify-scenarios.js';

const REFUSED = 'KL002';
const FORBIDDEN = '42501';
const TABLES = ['event', 'command'];

describe('on PostgreSQL', () => {
  let database: TestDatabase;
  let pools: pg.Pool[];
  let organisation: OrganisationId;
  let scenario: ScenarioId;

  beforeAll(async () => {
    database = await testDatabase();
    pools = [1, 2].map(() => new pg.Pool({ ...database.appConfig, max: 10 }).on('error', () => undefined));
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.close();
  });
  beforeEach(async () => {
    const draft = organisationDraft();
    organisation = draft.id;
    await ledger().register(draft);
    scenario = newScenario();
    await store().append(organisation, scenario, 0, [created('Plan'), simulated('A')], terms());
  });

  /** As another process has it. */
  const store = (process = 0) => new PostgresScenarioStore(pools[process]!);
  const ledger = (process = 0) => new PostgresLedgerStore(pools[process]!, contractEventTypes);
  const adopt = (process: number, after: number, events = 1) => {
    const data = { command: `adopt-scenario:${scenario}` };
    const adoption = store(process).adoption(organisation, scenario, after, data, terms());
    const draft = command({ events: Array.from({ length: events }, () => event()) });
    return ledger(process).append(organisation, [draft], adoption);
  };
  const typesOf = async () => (await store().read(organisation, scenario, 0)).events.map(({ type }) => type);
  const head = async () => (await ledger().head(organisation))!.position;

  /** How many of the database's sessions wait for another. */
  const waiting = async () => {
    const { rows } = await database
      .ownerPool()
      .query<object>(
        `select from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
      );
    return rows.length;
  };

  describeScenarioStore('PostgreSQL scenario store', async () => ({ scenarios: store(), ledger: ledger() }));

  describe('what is written stays written', () => {
    const attempt = (pool: pg.Pool, sql: string) =>
      pool.query(sql).then(
        () => 'done',
        (error: { code?: string }) => error.code,
      );
    const changes = TABLES.flatMap((table) => [
      `update scenario.${table} set organisation_id = organisation_id`,
      `delete from scenario.${table}`,
      `delete from scenario.${table} where false`,
      `truncate scenario.${table}`,
      `truncate scenario.${table} cascade`,
    ]);

    it.each(changes)('the owner cannot: %s', async (sql) => {
      expect(await attempt(database.ownerPool(), sql)).toBe(REFUSED);
    });

    it.each([
      ...changes,
      ...TABLES.map((table) => `insert into scenario.${table} select * from scenario.${table}`),
      ...TABLES.map((table) => `alter table scenario.${table} disable trigger all`),
      `drop schema scenario cascade`,
      `create or replace function scenario.adopt() returns void language plpgsql as 'begin end'`,
      `create table scenario.mine ()`,
    ])('the application cannot: %s', async (sql) => {
      expect(await attempt(database.pool(), sql)).toBe(FORBIDDEN);
    });

    it('the application can read', async () => {
      for (const table of TABLES) {
        expect((await database.pool().query(`select from scenario.${table}`)).rowCount).toBeGreaterThan(0);
      }
    });

    it('a schema put in front does not deceive the append', async () => {
      const client = await database.ownerPool().connect();
      try {
        await client.query('begin');
        await client.query('create schema trap');
        await client.query(
          `create function trap.clock_timestamp() returns timestamptz language sql return timestamptz '2000-01-01'`,
        );
        await client.query('grant usage on schema trap to kronika_app');
        await client.query('set local search_path = trap, pg_catalog');
        const { rows } = await client.query<{ recorded: string }>(
          `select recorded from scenario.append($1, $2, 0, 'a', 'trap', '00', '{ScenarioCreated}', '{"{}"}', '{null}')`,
          [organisation, newScenario()],
        );
        expect(rows[0]!.recorded > '2020').toBe(true);
      } finally {
        await client.query('rollback');
        client.release();
      }
    });
  });

  it('a database from before there were scenarios takes them for what its ledger holds', async () => {
    const earlier = await testDatabase({ migrations: 3 });
    const old = new PostgresLedgerStore(earlier.pool(), contractEventTypes);
    const draft = organisationDraft();
    await old.register(draft);
    await old.append(draft.id, [command({})]);
    await migrate(earlier);

    const scenarios = new PostgresScenarioStore(earlier.pool());
    await scenarios.append(draft.id, scenario, 0, [created('Plan'), simulated('A')], terms());
    const key = adoptionKey(scenario);
    const adoption = scenarios.adoption(draft.id, scenario, 2, { command: key }, terms());
    const recording = command({ idempotencyKey: key, commandType: 'AdoptScenario' });
    expect(await old.append(draft.id, [recording], adoption)).toMatchObject({ outcome: 'appended', head: 3 });
    expect(await verifyScenarios(earlier.pool(), draft.id)).toEqual({ ok: true, scenarios: 1 });
    await earlier.close();
  });

  it('twenty writers of two processes reach twenty versions, each by one of them', async () => {
    const versions: number[] = [];
    await Promise.all(
      Array.from({ length: 20 }, async (_, writer) => {
        const own = store(writer % 2);
        for (const said = terms(); ;) {
          const { events } = await own.read(organisation, scenario, 0);
          const outcome = await own.append(
            organisation,
            scenario,
            events.length,
            [renamed(`Av ${writer}`)],
            said,
          );
          if (outcome.outcome === 'appended') return void versions.push(outcome.version);
          expect(outcome.outcome).toBe('moved');
        }
      }),
    );
    expect(versions.sort((a, b) => a - b)).toEqual(Array.from({ length: 20 }, (_, i) => i + 3));
    const { events } = await store().read(organisation, scenario, 2);
    expect(new Set(events.map(({ data }) => JSON.stringify(data))).size).toBe(20);
  });

  it('an adoption and a step of another process never both follow one version', async () => {
    const won = { adoption: 0, step: 0 };
    for (let round = 0; round < 30; round++) {
      scenario = newScenario();
      await store().append(organisation, scenario, 0, [created('Plan'), simulated('A')], terms());
      const before = await head();
      const step = () => store(1).append(organisation, scenario, 2, [simulated('B')], terms());
      const first = round % 2 === 0 ? adopt(0, 2, 5) : undefined;
      const stepped = step();
      const adopting = first ?? adopt(0, 2, 5);
      const [taken, adopted] = await Promise.allSettled([stepped, adopting]);
      if (taken.status === 'rejected') throw taken.reason;
      if (taken.value.outcome === 'appended') {
        won.step++;
        expect(adopted.status === 'rejected' && isScenarioMoved(adopted.reason)).toBe(true);
        expect([await head(), await typesOf()]).toEqual([
          before,
          ['ScenarioCreated', 'ChangesSimulated', 'ChangesSimulated'],
        ]);
      } else {
        won.adoption++;
        expect(adopted).toMatchObject({ status: 'fulfilled', value: { outcome: 'appended' } });
        expect([await head(), await typesOf()]).toEqual([
          before + 5,
          ['ScenarioCreated', 'ChangesSimulated', 'ScenarioAdopted'],
        ]);
      }
    }
    // Who is first is up to chance.
    expect(won.adoption + won.step).toBe(30);
  });

  it('a step waits for an adoption that is not decided yet, and is told what became of it', async () => {
    for (const end of ['commit', 'rollback']) {
      const client = await database.ownerPool().connect();
      const said = [organisation, scenario, 2, 'a', `adopt ${end}`, '00', '{"command":"c"}', 2, 3];
      try {
        await client.query('begin');
        await client.query('select scenario.adopt($1, $2, $3, $4, $5, $6, $7, $8, $9)', said);
        const step = store().append(organisation, scenario, 2, [simulated('B')], terms());
        await eventually(async () => (await waiting()) > 0, 'the step waits');
        await client.query(end);
        expect(await step).toMatchObject({ outcome: end === 'commit' ? 'moved' : 'appended' });
      } finally {
        client.release();
      }
      scenario = newScenario();
      await store().append(organisation, scenario, 0, [created('Plan'), simulated('A')], terms());
    }
  });

  it('an append is later than the newest event, whatever the clock of the server has done', async () => {
    await database.ownerPool().query(
      `insert into scenario.event
       values ($1, $2, 3, '2090-01-01T00:00:00Z', 'a', 'ScenarioRevised', '{"name":"B"}', null)`,
      [organisation, scenario],
    );
    expect(await store().append(organisation, scenario, 3, [renamed('C')], terms())).toMatchObject({
      recordedAt: '2090-01-01T00:00:00.000001Z',
    });
  });

  it('a step that waits too long is told so, and nothing of it is kept', async () => {
    const client = await database.ownerPool().connect();
    const said = terms();
    try {
      await client.query('begin');
      await client.query(
        `select scenario.append($1, $2, 2, 'a', 'held', '00', '{StepUndone}', '{"{}"}', '{null}')`,
        [organisation, scenario],
      );
      const step = store().append(organisation, scenario, 2, [simulated('B')], said);
      await expect(step).rejects.toMatchObject({ code: 'LEDGER_BUSY', outcomeUnknown: false });
    } finally {
      await client.query('rollback');
      client.release();
    }
    const again = await store().append(organisation, scenario, 2, [simulated('B')], said);
    expect(again).toMatchObject({ outcome: 'appended', version: 3 });
  }, 15_000);
});
