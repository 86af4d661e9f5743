import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ImportChanges } from '#chronicle';
import type { Position } from '#temporal';
import pg from 'pg';
import { setTimeout as pause } from 'node:timers/promises';
import { testDatabase, type TestDatabase } from '../harness/database.js';
import { Application, draftOf, establish } from './application.js';
import { audit } from './audit.js';
import { limit, rounds, upTo } from './rounds.js';

const EVENTS = rounds('KRONIKA_SUBSCRIBED_EVENTS', 20_000);
const WRITERS = 16;
const BATCH = 50;

describe('A subscriber that reads after a position while sixteen writers record', () => {
  let database: TestDatabase;
  let pools: pg.Pool[];
  beforeAll(async () => {
    database = await testDatabase();
    pools = upTo(3).map(() => new pg.Pool({ ...database.appConfig, max: 8 }).on('error', () => undefined));
  });
  afterAll(async () => {
    await Promise.all(pools.map((pool) => pool.end()));
    await database.close();
  });

  it(
    'gets every event once, in order, none skipped, and none of those rolled back',
    async () => {
      const [one, other, reader] = await Promise.all(pools.map((pool) => Application.over(pool)));
      const organisation = await one!.register('subscribed');
      const { id, slug } = organisation;
      const batches = Math.ceil(EVENTS / WRITERS / BATCH);
      const recorded: string[] = [];
      let refused = 0;
      let rolledBack = 0;

      const importLines = (application: Application, lines: ReturnType<typeof establish>[]) => {
        const sets = lines.map((line) => ({ drafts: [{ ...draftOf(line), digest: JSON.stringify(line) }] }));
        const terms = { actor: 'registrar', keyScheme: 'import', backdate: false };
        return application.commands.execute(new ImportChanges(slug, sets, terms));
      };
      const rollBack = async (writer: number) => {
        const undone = new Error('undone');
        const ledger = reader!.ledger;
        await ledger
          .transaction(async (transaction) => {
            const head = await ledger.head(id);
            await transaction.append(id, [
              {
                idempotencyKey: `undone-${writer}-${rolledBack}`,
                commandType: 'EstablishUnit',
                actor: 'registrar',
                basis: head!.position,
                reads: [],
                events: [
                  {
                    eventId: crypto.randomUUID(),
                    type: 'UnitEstablished',
                    schemaVersion: 1,
                    data: { change: 'undone' },
                    touches: [],
                  },
                ],
              },
            ]);
            throw undone;
          })
          .catch((error: unknown) => {
            if (error !== undone) throw error;
          });
        rolledBack++;
      };
      const write = async (writer: number) => {
        const application = writer % 2 === 0 ? one! : other!;
        const root = `w${writer}`;
        for (const batch of upTo(batches)) {
          const keys = upTo(BATCH).map((n) => `${root}-${batch}-${n}`);
          if (batch === 0) keys[0] = root;
          const lines = keys.map((key) => establish(key, key === root ? null : root));
          // One in ten goes wrong: refused after half of its batch, or rolled back.
          if ((batch + writer) % 10 === 1) lines.splice(BATCH / 2, 0, establish(`${root}-x`, 'nowhere'));
          if ((batch + writer) % 10 === 6) await rollBack(writer);
          const outcomes = [...(await importLines(application, lines))];
          if (outcomes.at(-1)?.outcome === 'refused') {
            refused++;
            const rest = lines.slice(outcomes.length);
            outcomes.push(...(await importLines(application, rest)));
          }
          for (const outcome of outcomes)
            if (outcome.outcome === 'recorded') recorded.push(...outcome.changes.map(({ change }) => change));
        }
      };

      let writing = true;
      const writers = Promise.all(upTo(WRITERS).map(write)).finally(() => (writing = false));
      const seen: { position: number; change: string }[] = [];
      const subscribe = async () => {
        for (let after = 0 as Position, last = false; ;) {
          const batch = await reader!.ledger.read(id, after, 500);
          for (const { position, data } of batch) seen.push({ position, change: String(data['change']) });
          after = batch.at(-1)?.position ?? after;
          if (batch.length > 0) continue;
          if (last) return;
          last = !writing;
          await pause(1);
        }
      };
      await Promise.all([writers, subscribe()]);

      expect(seen.map(({ position }) => position)).toEqual(upTo(seen.length).map((n) => n + 1));
      const changes = seen.slice(1).map(({ change }) => change);
      expect(changes.length).toBeGreaterThanOrEqual(EVENTS);
      expect(changes.toSorted()).toEqual(recorded.toSorted());
      expect([refused, rolledBack].every((count) => count > 0)).toBe(true);
      expect(await audit(database, organisation, [])).toEqual([]);
      for (const application of [one, other, reader]) await application!.close();
    },
    limit(EVENTS, 3),
  );
});
