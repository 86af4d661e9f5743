import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '#ledger';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { RecordedOrganisation } from './testing/recorded-organisation.js';

const page = readFileSync('docs/reference/sql.md', 'utf8');
const examples = Array.from(page.matchAll(/^## (.+)$[^]*?^```sql\n([^]+?)^```$/gm), ([, title, sql]) => ({
  title: title!,
  sql: sql!,
}));

describe('The SQL reference', () => {
  let database: TestDatabase;
  let slug: string;
  const answers = new Map<string, Record<string, unknown>[]>();

  beforeAll(async () => {
    database = await testDatabase();
    const organisation = await RecordedOrganisation.register(database.pool());
    slug = `o-${organisation.id}`;
    const unit = (key: string, name: string, parent: string | null) => ({ key, name, type: 'enhet', parent });
    const establish = (on: string, ...of: Parameters<typeof unit>) => ({
      kind: 'establish',
      on,
      unit: unit(...of),
    });
    const sets = [
      [establish('2010-01-01', 'r', 'Regionkontoret', null), establish('2010-01-01', 'it', 'IT', 'r')],
      [establish('2012-01-01', 'tele', 'Telefoni', 'r')],
      [{ kind: 'merge', on: '2018-01-01', units: ['it', 'tele'], into: unit('d', 'Digitalisering', 'r') }],
    ];
    for (const set of sets) expect(await organisation.record(set)).toBe(true);
    await recordDecisions(organisation);
    for (const { title, sql } of examples) {
      const { rows } = await database
        .pool()
        .query<Record<string, unknown>>(sql.replaceAll('region-halland', slug));
      answers.set(title, rows);
    }
  });
  afterAll(() => database.close());

  it('answers with the organisation on a date', () => {
    expect(answers.get('The organisation on a date')).toMatchObject([
      { name: 'Digitalisering', parent: 'Regionkontoret', codes: { import: 'd' }, since: '2018-01-01' },
      { name: 'Regionkontoret', parent: null, codes: { import: 'r' }, since: '2010-01-01' },
    ]);
  });

  it('answers with the chart', () => {
    expect(answers.get('The chart, indented')).toEqual([
      { chart: 'Regionkontoret' },
      { chart: '  Digitalisering' },
    ]);
  });

  it('answers with the difference between two dates', () => {
    expect(answers.get('The difference between two dates')).toMatchObject([
      { unit: 'Digitalisering', what: 'begun' },
      { unit: 'IT', what: 'ended' },
      { unit: 'Telefoni', what: 'ended' },
    ]);
  });

  it("answers with a unit's history", () => {
    const history = answers.get('What has been said of one unit, and since when it has been known');
    expect(history).toHaveLength(6);
    expect(history).toContainEqual(
      expect.objectContaining({
        track: 'existence',
        value: 'false',
        effective_from: '2018-01-01',
        kind: 'merge',
      }),
    );
  });

  it('answers with the log', () => {
    expect(answers.get('What was recorded, when and why')).toMatchObject([
      { kind: 'merge', written: '2018-01-01', recording: 'recorded', actor: 'registrar' },
      { kind: 'establish' },
      { kind: 'establish' },
      { kind: 'establish' },
    ]);
  });

  it('answers with the predecessors', () => {
    expect(answers.get('Back to the predecessors')).toMatchObject([
      { generation: 1, relation: 'mergedInto', predecessor: 'IT' },
      { generation: 1, relation: 'mergedInto', predecessor: 'Telefoni' },
    ]);
  });

  it('answers with the decisions, as they are corrected and without those that are withdrawn', () => {
    expect(answers.get('What was decided')).toEqual([
      { date: '2017-11-20', act: 'decides', paragraph: '§ 7', title: 'Digitalisering' },
    ]);
  });

  it('has no example that is not tested here', () => {
    expect([...answers.keys()]).toHaveLength(7);
    expect(page.match(/^```sql$/gm)).toHaveLength(7);
  });
});

async function recordDecisions({ id, ledger }: RecordedOrganisation): Promise<void> {
  const [first, second] = [randomUUID(), randomUUID()];
  const decided = (record: string, paragraph: string) => ({
    record,
    kind: 'decision',
    payload: { act: 'decides', on: '2017-11-20', paragraph, title: 'Digitalisering' },
  });
  const { position } = (await ledger.head(id))!;
  const event = (type: string, data: JsonObject) => {
    return { eventId: randomUUID(), type, schemaVersion: 1, data, touches: [] };
  };
  const command = {
    idempotencyKey: randomUUID(),
    commandType: 'RecordChanges',
    actor: 'registrar',
    basis: position,
    reads: [],
    events: [
      event('DecisionRecorded', decided(first, '§ 6')),
      event('DecisionRecorded', decided(second, '§ 9')),
      event('RecordCorrected', decided(first, '§ 7')),
      event('RecordWithdrawn', { record: second }),
    ],
  };
  expect(await ledger.append(id, [command])).toMatchObject({ outcome: 'appended' });
}
