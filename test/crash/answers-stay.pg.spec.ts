import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  CompareOrganisation,
  FindUnit,
  ImportChanges,
  ReadChanges,
  ReadChart,
  ReadHistory,
  ReadLineage,
  ReadOrganisation,
} from '#chronicle';
import { syntheticOrganisation, type SyntheticChange } from '../bench/synthetic-organisation.js';
import { testDatabase, type TestDatabase } from '../harness/database.js';
import { Application, draftOf } from './application.js';
import { limit, rounds } from './rounds.js';

const FIRST = 2_000;
const FURTHER = rounds('KRONIKA_FURTHER_EVENTS', 5_000);
const DATES = ['1990-06-01', '1999-12-31', '2006-07-01', '2015-01-01', '2024-12-31', '2030-01-01'];

describe('The same question asked after many further events', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const slug = 'asked';
  const record = async (application: Application, changes: readonly SyntheticChange[]) => {
    const sets = changes.map((change) => ({
      drafts: [{ ...draftOf({ ...change }), digest: JSON.stringify(change) }],
    }));
    const terms = { actor: 'registrar', keyScheme: 'import', backdate: false };
    const outcomes = await application.commands.execute(new ImportChanges(slug, sets, terms));
    expect(new Set(outcomes.map(({ outcome }) => outcome))).toEqual(new Set(['recorded']));
  };

  /** Every kind of question at every date, as known at a time: the answers as text. */
  const ask = async ({ queries }: Application, knownAt: string, units: readonly string[]) => {
    const said: string[] = [];
    const readings = await Promise.all(
      DATES.map((at) => queries.execute(new ReadOrganisation(slug, { at, knownAt }))),
    );
    for (const [i, reading] of readings.entries()) {
      for (const box of await queries.execute(new ReadChart(reading))) {
        const { id, name, type, parentId, path, codes, depth, since, indeterminate } = box;
        said.push(JSON.stringify({ id, name, type, parentId, path, codes, depth, since, indeterminate }));
      }
      const earlier = readings[i - 1];
      if (earlier !== undefined)
        said.push(JSON.stringify(await queries.execute(new CompareOrganisation(earlier, reading))));
      for (const key of units) {
        const unit = await queries.execute(new FindUnit(reading, key));
        if (unit === null) continue;
        said.push(`${DATES[i]} ${key} ${unit.id}`);
        for (const entry of await queries.execute(new ReadHistory(reading, unit))) {
          const { recorded, takenBack, ...told } = entry;
          said.push(JSON.stringify({ ...told, recorded: recorded.position, takenBack: takenBack?.position }));
        }
        said.push(JSON.stringify(await queries.execute(new ReadLineage(reading, unit))));
      }
    }
    for (const entry of await queries.execute(new ReadChanges(readings[0]!))) {
      const { id, kind, on, sentence, units: about, cancelled, log } = entry;
      said.push(
        JSON.stringify({ id, kind, on, sentence, about, cancelled, log: log.map((l) => l.position) }),
      );
    }
    return said.join('\n');
  };

  it(
    'is answered with the same bytes',
    async () => {
      const all = [...syntheticOrganisation({ units: 500, changes: FIRST + FURTHER })];
      const application = await Application.over(database.pool());
      const { id } = await application.register(slug);
      const knownAt: string[] = [];
      for (const part of [all.slice(0, 600), all.slice(600, FIRST)]) {
        await record(application, part);
        knownAt.push((await application.ledger.head(id))!.recordedAt);
      }
      const units = all
        .slice(0, FIRST)
        .flatMap((change) => ('unit' in change && typeof change.unit === 'string' ? [change.unit] : []))
        .filter((_, i) => i % 20 === 0);
      const before: string[] = [];
      for (const time of knownAt) before.push(await ask(application, time, units));
      expect(before[0]).not.toBe(before[1]);

      for (let from = FIRST; from < all.length; from += 10_000)
        await record(application, all.slice(from, from + 10_000));
      expect((await application.ledger.head(id))!.position).toBeGreaterThan(FIRST + FURTHER - 1);
      const restarted = await Application.over(database.pool());
      for (const [i, time] of knownAt.entries()) {
        expect((await ask(application, time, units)) === before[i]).toBe(true);
        expect((await ask(restarted, time, units)) === before[i]).toBe(true);
      }
      const now = (await application.ledger.head(id))!.recordedAt;
      expect((await ask(application, now, units)) === before[1]).toBe(false);
      await restarted.close();
      await application.close();
    },
    limit(FURTHER, 3),
  );
});
