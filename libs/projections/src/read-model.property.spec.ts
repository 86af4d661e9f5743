import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { dayOfSql, sqlDate, type Day } from '#temporal';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { histories, play } from '../../../test/property/histories.js';
import { RecordedOrganisation } from './testing/recorded-organisation.js';
import {
  edgeRowsOf,
  factRowsOf,
  indeterminateAt,
  organisationAt,
  STORED_EDGE_ROWS,
  STORED_FACT_ROWS,
} from './testing/rows-of-timeline.js';
import { verifyReadModel } from './verify-read-model.js';
import { fc, runs, SETS } from '../../../test/property/seeded.js';

const RUNS = runs(1 / 40);
const AN_HOUR = 60 * 60 * 1000;

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const texts = async (sql: string, values: unknown[]) =>
  (await database.pool().query<object>(sql, values)).rows.map((row) => JSON.stringify(row)).sort();

const points = fc.array(
  fc.record({ day: fc.nat(9999), off: fc.integer({ min: -1, max: 1 }), known: fc.nat(9999) }),
  {
    minLength: 10,
    maxLength: 10,
  },
);

it(
  'SQL answers as the resolver does, on any day and at any position',
  async () => {
    await fc.assert(
      fc.asyncProperty(histories({ sets: SETS }), points, async (plan, asked) => {
        const organisation = await RecordedOrganisation.register(database.pool());
        for (const { lines } of play(plan).steps) await organisation.record(lines);
        const { id, timeline } = organisation;

        const facts = await texts(STORED_FACT_ROWS, [id]);
        expect(facts).toEqual(factRowsOf(timeline));
        expect(await texts(STORED_EDGE_ROWS, [id])).toEqual(edgeRowsOf(timeline));
        expect(await verifyReadModel(database, id)).toMatchObject({ ok: true });

        const days = facts.flatMap((fact) => {
          const { from, earliest } = JSON.parse(fact) as { from: string; earliest: string | null };
          return [from, ...(earliest === null ? [] : [earliest])].map(dayOfSql).filter(Number.isFinite);
        });
        const head = (await organisation.ledger.head(id))!.position;
        for (const { day, off, known } of asked) {
          const at = (days[day % days.length]! + off) as Day;
          const position = known % (head + 1);
          const { rows } = await database
            .pool()
            .query<object>('select * from read_model.organisation_at($1, $2, $3) order by unit_id', [
              id,
              sqlDate(at),
              position,
            ]);
          expect(rows).toEqual(organisationAt(timeline, at, position));
          expect(
            await texts('select * from read_model.indeterminate_at($1, $2, $3)', [id, sqlDate(at), position]),
          ).toEqual(indeterminateAt(timeline, at, position));
        }
      }),
      { numRuns: RUNS },
    );
  },
  AN_HOUR,
);
