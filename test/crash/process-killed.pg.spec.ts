import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportChanges } from '#chronicle';
import { rebuild, verifyReadModel } from '#projections';
import { testDatabase, testServerFolder, type TestDatabase } from '../harness/database.js';
import { eventually } from '../harness/processes.js';
import { ensureBuilt } from '../../apps/cli/prepare.mjs';
import { Application, draftOf, establish, type Line } from './application.js';
import { answers, audit } from './audit.js';
import { ServerProcess } from './server-process.js';
import { limit, rounds, upTo } from './rounds.js';
import { give, intentsOf, type Acknowledgement, type Intent } from './workload.js';

const KILLS = rounds('KRONIKA_PROCESS_KILLS', 20);
/** Half of the kills during appends, a quarter each during imports and rebuilds. */
const [APPENDS, IMPORTS, REBUILDS] = [Math.ceil(KILLS / 2), Math.ceil(KILLS / 4), Math.ceil(KILLS / 4)];

describe('A server process killed', () => {
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
  const start = () => ServerProcess.start(testServerFolder(), database.name);

  it(
    'while eight writers record loses nothing that was acknowledged, and a retry elsewhere has one effect',
    async () => {
      const slug = 'killed-recording';
      const organisation = await survivor.register(slug);
      await give(survivor, slug, { key: 'top', line: establish('top') });
      const acknowledged: Acknowledgement[] = [];
      const asked = new Set(['top']);
      let next = start();
      for (const round of upTo(APPENDS)) {
        const server = await next;
        const before = acknowledged.length;
        const cutOff: Intent[] = [];
        const write = async (writer: string) => {
          for (const intent of intentsOf(writer)) {
            asked.add(intent.key);
            const outcome = await server.record(slug, intent);
            if (outcome === undefined) return void cutOff.push(intent);
            if (outcome.outcome === 'refused') throw new Error(JSON.stringify(outcome));
            acknowledged.push({ key: intent.key, outcome: outcome.outcome, changes: outcome.changes });
          }
        };
        const writing = upTo(8).map((n) => write(`${round}-${n}`));
        await eventually(() => acknowledged.length >= before + 5 + ((round * 13) % 60), 'enough is recorded');
        next = round + 1 < APPENDS ? start() : next;
        await server.kill();
        await Promise.all(writing);
        expect(cutOff).toHaveLength(8);
        for (const intent of cutOff) acknowledged.push(await give(survivor, slug, intent));
      }
      expect(await audit(database, organisation, acknowledged, asked)).toEqual([]);
      const fresh = await Application.over(database.pool());
      expect(await answers(survivor, slug)).toEqual(await answers(fresh, slug));
      await fresh.close();
    },
    limit(KILLS, 3_000),
  );

  it(
    'in the middle of an import loses nothing, and the import goes on where it was',
    async () => {
      const slug = 'killed-importing';
      const organisation = await survivor.register(slug);
      const head = async () => (await survivor.ledger.head(organisation.id))!.position;
      let stored: number = await head();
      let cutOff = 0;
      let next = start();
      for (const round of upTo(IMPORTS)) {
        const server = await next;
        const lines: Line[] = upTo(1500).map((n) =>
          establish(`${round}-${n}`, n === 0 ? null : `${round}-0`),
        );
        const imported = server.import(slug, lines);
        await eventually(async () => (await head()) > stored + (round % 3) * 400, 'some of it is recorded');
        next = round + 1 < IMPORTS ? start() : next;
        await server.kill();
        if ((await imported) === undefined) cutOff++;
        const sets = lines.map((line) => ({ drafts: [{ ...draftOf(line), digest: JSON.stringify(line) }] }));
        const outcomes = await survivor.commands.execute(
          new ImportChanges(slug, sets, { actor: 'registrar', keyScheme: 'import', backdate: false }),
        );
        expect(outcomes).toHaveLength(lines.length);
        expect(outcomes[0]).toMatchObject({ outcome: 'repeated' });
        stored += lines.length;
        expect(await head()).toBe(stored);
      }
      expect(cutOff).toBeGreaterThan(0);
      expect(await audit(database, organisation, [])).toEqual([]);
    },
    limit(KILLS, 5_000),
  );

  it(
    'in the middle of a rebuild leaves the read model whole, while others record',
    async () => {
      const slug = 'killed-rebuilding';
      const organisation = await survivor.register(slug);
      await give(survivor, slug, { key: 'top', line: establish('top') });
      const intents = intentsOf('w');
      let cutOff = 0;
      let next = start();
      for (const round of upTo(REBUILDS)) {
        const server = await next;
        const rebuilt = server.rebuild();
        await give(survivor, slug, intents.next().value);
        await eventually(
          () => server.answers.filter(({ progress }) => progress !== undefined).length > round % 4,
          'it is under way',
        );
        next = round + 1 < REBUILDS ? start() : next;
        await server.kill();
        if ((await rebuilt) === undefined) cutOff++;
        await give(survivor, slug, intents.next().value);
        expect(await verifyReadModel(database, organisation.id)).toMatchObject({ ok: true });
      }
      expect(cutOff).toBeGreaterThan(0);
      for (const _ of [1, 2]) {
        await rebuild(database);
        expect(await audit(database, organisation, [])).toEqual([]);
      }
    },
    limit(KILLS, 3_000),
  );
});
