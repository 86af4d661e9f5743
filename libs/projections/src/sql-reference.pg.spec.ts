import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { JsonObject } from '#ledger';
import { PostgresScenarioStore, type ScenarioEventDraft, type ScenarioId } from '#scenarios';
import type { CivilDate, Position } from '#temporal';
import type pg from 'pg';
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
    await plan(organisation, database.pool());
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

  it('answers with the scenarios, by the names that they have now', () => {
    expect(answers.get('What is planned')).toMatchObject([
      { name: 'Ny plan', version: 3, steps: 1, adopted_at_position: null },
      { name: 'Antagen', version: 2, steps: 0, adopted_at_position: '10' },
    ]);
  });

  it('answers with the decisions, as they are corrected and without those that are withdrawn', () => {
    expect(answers.get('What was decided')).toEqual([
      { date: '2017-11-20', act: 'decides', paragraph: '§ 7', title: 'Digitalisering' },
    ]);
  });

  it('has no example that is not tested here', () => {
    expect([...answers.keys()]).toHaveLength(8);
    expect(page.match(/^```sql$/gm)).toHaveLength(8);
  });
});

async function plan({ id, ledger }: RecordedOrganisation, pool: pg.Pool): Promise<void> {
  const store = new PostgresScenarioStore(pool);
  const [open, adopted] = [randomUUID(), randomUUID()] as string[] as [ScenarioId, ScenarioId];
  const terms = () => ({ actor: 'planner', idempotencyKey: randomUUID(), fingerprint: '' });
  const created = (name: string): ScenarioEventDraft => ({
    type: 'ScenarioCreated',
    data: {
      ...{ name, owner: 'planner', visibility: 'owner', steps: 0 },
      ...{ at: '2022-01-01' as CivilDate, base: 1 as Position },
    },
  });
  const step = { id: randomUUID(), commands: [], reads: [], events: [] };
  const drafts: ScenarioEventDraft[] = [
    created('Plan'),
    { type: 'ChangesSimulated', data: { step: step.id, changes: 0 }, content: [step] },
    { type: 'ScenarioRevised', data: { name: 'Ny plan' } },
  ];
  await store.append(id, open, 0, drafts, terms());
  await store.append(id, adopted, 0, [created('Antagen')], terms());
  const command = {
    idempotencyKey: `adopt-scenario:${adopted}`,
    commandType: 'AdoptScenario',
    actor: 'planner',
    basis: (await ledger.head(id))!.position,
    reads: [],
    events: [
      {
        eventId: randomUUID(),
        type: 'RecordWithdrawn',
        schemaVersion: 1,
        data: { record: randomUUID() },
        touches: [],
      },
    ],
  };
  const adoption = store.adoption(id, adopted, 1, { command: command.idempotencyKey }, terms());
  expect(await ledger.append(id, [command], adoption)).toMatchObject({ outcome: 'appended' });
}

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
