import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { PostgresLedgerStore, type OrganisationId } from '#ledger';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { adoptionKey } from './adoption.js';
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
import type { ScenarioId } from './scenario.js';
import { verifyScenarios } from './verify-scenarios.js';

describe('scenarios are verified', () => {
  let database: TestDatabase;
  let store: PostgresScenarioStore;
  let ledger: PostgresLedgerStore;
  let organisation: OrganisationId;
  let open: ScenarioId;
  let adopted: ScenarioId;

  beforeAll(async () => {
    database = await testDatabase();
    store = new PostgresScenarioStore(database.pool());
    ledger = new PostgresLedgerStore(database.pool(), contractEventTypes);
    for (const table of ['scenario.event', 'scenario.command', 'ledger.command', 'ledger.event'])
      await database.ownerPool().query(`alter table ${table} disable trigger append_only`);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    const draft = organisationDraft();
    organisation = draft.id;
    await ledger.register(draft);
    [open, adopted] = [newScenario(), newScenario()];
    await store.append(organisation, open, 0, [created('Plan'), simulated('A')], terms());
    await store.append(organisation, open, 2, [renamed('B')], terms());
    await store.append(organisation, adopted, 0, [created('Plan'), simulated('A')], terms());
    const idempotencyKey = adoptionKey(adopted);
    const adoption = store.adoption(organisation, adopted, 2, { command: idempotencyKey }, terms());
    const recording = command({
      idempotencyKey,
      commandType: 'AdoptScenario',
      events: [event(), event()],
    });
    await ledger.append(organisation, [recording], adoption);
  });

  const verify = () => verifyScenarios(database.pool(), organisation);
  const change = (sql: string, ...values: unknown[]) =>
    database.ownerPool().query(sql, [organisation, ...values]);

  it('and are well', async () => {
    expect(await verify()).toEqual({ ok: true, scenarios: 2 });
  });

  it('whatever key somebody else chose for what he recorded', async () => {
    await ledger.append(organisation, [command({ idempotencyKey: adoptionKey(open) })]);
    expect(await verify()).toEqual({ ok: true, scenarios: 2 });
  });

  const tampered: Record<string, [string, 'open' | 'adopted', number, string]> = {
    'a step that was taken out': [
      `update scenario.event set content = null where organisation_id = $1 and scenario_id = $2 and version = 2`,
      ...(['open', 2, 'STREAM'] as const),
    ],
    'an event that was taken out': [
      `delete from scenario.event where organisation_id = $1 and scenario_id = $2 and version = 2`,
      ...(['open', 2, 'STREAM'] as const),
    ],
    'a time that was changed': [
      `update scenario.event set recorded_at = now() + interval '1 day'
       where organisation_id = $1 and scenario_id = $2 and version = 1`,
      ...(['open', 2, 'STREAM'] as const),
    ],
    'a last event that was taken away': [
      `delete from scenario.event where organisation_id = $1 and scenario_id = $2 and version = 3`,
      ...(['open', 3, 'COMMAND'] as const),
    ],
    'a command that was forgotten': [
      `delete from scenario.command where organisation_id = $1 and scenario_id = $2 and version = 3`,
      ...(['open', 3, 'COMMAND'] as const),
    ],
    'a base that there is not': [
      `update scenario.event set data = (data::jsonb || '{"base":9}')::json
       where organisation_id = $1 and scenario_id = $2 and version = 1`,
      ...(['open', 1, 'BASE'] as const),
    ],
    'an adoption at other positions': [
      `update scenario.event set data = (data::jsonb || '{"first":3}')::json
       where organisation_id = $1 and scenario_id = $2 and version = 3`,
      ...(['adopted', 3, 'ADOPTION'] as const),
    ],
    'an adoption by another command': [
      `update scenario.event set data = (data::jsonb || '{"command":"other"}')::json
       where organisation_id = $1 and scenario_id = $2 and version = 3`,
      ...(['adopted', 3, 'ADOPTION'] as const),
    ],
    'an adoption that the ledger does not have': [
      `delete from ledger.command where organisation_id = $1 and $2::uuid is not null and first_position > 1`,
      ...(['adopted', 3, 'ADOPTION'] as const),
    ],
    'an adoption that the scenario does not have': [
      `with event as (delete from scenario.event where organisation_id = $1 and scenario_id = $2 and version = 3)
       delete from scenario.command where organisation_id = $1 and scenario_id = $2 and version = 3`,
      ...(['adopted', 0, 'ADOPTION'] as const),
    ],
  };

  it.each(Object.keys(tampered))('%s is found', async (kind) => {
    const [sql, which, version, problem] = tampered[kind]!;
    const scenario = which === 'open' ? open : adopted;
    expect((await change(sql, scenario)).rowCount).toBeGreaterThan(0);
    expect(await verify()).toMatchObject({ ok: false, scenario, version, problem });
  });
});
