import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { migrate, openDatabase, withClient, type Database } from '#database';
import type { OrganisationId } from '#ledger';
import { PostgresScenarioStore } from '#scenarios';
import {
  created,
  newScenario,
  simulated,
  terms,
} from '../../../libs/scenarios/src/testing/scenario-drafts.js';
import { migrations } from '../../../migrations/index.js';
import { jsonLines, kronika, type Kronika } from '../../../test/harness/kronika.js';

// Every run of the command is a process of its own.
jest.setTimeout(120_000);

const scenario = newScenario();
let cli: Kronika;
/** Keeps the embedded server running between the commands, as a running `kronika serve` would. */
let database: Database;
let organisation: OrganisationId;
let backup: string;

beforeAll(async () => {
  cli = await kronika();
  database = await openDatabase({ dataDir: cli.dataDir, quiet: true });
  await migrate(database, migrations.slice(0, 3));
});
afterAll(() => database.close());

test('a database from before there were scenarios gets them', async () => {
  expect(jsonLines(await cli.answer('migrate'))).toEqual([{ migrations: ['Scenarios0000000000004'] }]);
});

test('a backup holds scenarios, and a restore brings them to another database', async () => {
  const file = join(cli.dataDir, 'changes.ndjson');
  writeFileSync(
    file,
    `{"kind":"establish","on":"2015-01-01","unit":{"key":"u","name":"U","type":"enhet","parent":null}}\n`,
  );
  await cli.answer('import', file, '--organisation', 'region', '--name', 'Regionen');
  const { rows } = await database
    .pool()
    .query<{ id: OrganisationId }>('select organisation_id as id from ledger.organisation');
  organisation = rows[0]!.id;
  const store = new PostgresScenarioStore(database.pool());
  await store.append(organisation, scenario, 0, [created('Plan')], terms());
  await store.append(organisation, scenario, 1, [simulated('A'), simulated('B')], terms());

  backup = join(cli.dataDir, 'backup.gz');
  const counts = { commands: 2, events: 2, organisations: 1, scenarioCommands: 2 };
  expect(jsonLines(await cli.answer('backup', backup))).toEqual([counts]);
  const elsewhere = await kronika();
  expect(jsonLines(await elsewhere.answer('restore', backup))).toEqual([counts]);
  expect(await elsewhere.answer('verify')).toBe(await cli.answer('verify'));
  const copy = await openDatabase({ dataDir: elsewhere.dataDir, quiet: true });
  const restored = new PostgresScenarioStore(copy.pool());
  expect(await restored.list(organisation)).toEqual(await store.list(organisation));
  expect(await restored.read(organisation, scenario, 0)).toEqual(await store.read(organisation, scenario, 0));
  await copy.close();
});

test('verify tells the place in a scenario that was tampered with', async () => {
  await withClient(database.ownerConfig, (client) =>
    client.query(
      `set session_replication_role = replica; update scenario.event set content = null where version = 3`,
    ),
  );
  const { code, stdout } = await cli.run(['verify', '--lang', 'en']);
  expect([code, stdout]).toEqual([
    1,
    `FAILED region scenario ${scenario} version 3 STREAM: The steps are not those of the event ChangesSimulated.\n`,
  ]);
});
