import { migrate } from '#database';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import type { InlineProjection } from '#ledger';
import { migrations } from '../../../migrations/index.js';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { rebuild } from './rebuild.js';
import { RecordedOrganisation, type DecidedChangeSet } from './testing/recorded-organisation.js';
import { factRowsOf, STORED_FACT_ROWS } from './testing/rows-of-timeline.js';
import { verifyReadModel } from './verify-read-model.js';

/** What `read_model.project_changes` of migration 0002 takes: what it takes today without the places of events. */
const CASTS_OF_0002 = [
  ...['bigint', 'uuid[]', 'bigint[]', 'bigint[]', 'uuid[]', 'date[]', 'date[]', 'date[]', 'text[]', 'text[]'],
  ...['text[]', 'text[]', 'text[]', 'text[]', 'int[]', 'int[]', 'uuid[]', 'text[]', 'text[]', 'int[]'],
  ...['int[]', 'uuid[]', 'uuid[]', 'text[]', 'double precision[]', 'uuid[]', 'bigint[]'],
];

function as0002({ sql }: InlineProjection): InlineProjection {
  const [provisional, _offsets, ...values] = sql!.values;
  return {
    sql: {
      name: 'changes-0002',
      expression: ({ organisation, first, value }) => {
        const arguments_ = CASTS_OF_0002.map((cast, index) => `${value(index)}::${cast}`);
        return `read_model.project_changes(${[organisation, first, ...arguments_].join(', ')})`;
      },
      values: [provisional, ...values],
    },
  };
}

const rename = (id: string, on: string, name: string) => ({ kind: 'rename', id, on, unit: 'a', name });

describe('A read model that was filled with the schema of migration 0002', () => {
  let database: TestDatabase;
  let organisation: RecordedOrganisation;
  beforeEach(async () => {
    database = await testDatabase({ migrations: 2 });
    organisation = await RecordedOrganisation.register(database.pool());
    const establish = (key: string, on: string, parent: string | null) => ({
      kind: 'establish',
      id: `begin-${key}`,
      on,
      unit: { key, name: key, type: 'enhet', parent },
    });
    const sets = [
      [establish('a', '2010-01-01', null), establish('b', '2011', 'a')],
      [rename('r1', '2012-01-01', 'A1'), rename('r2', '2013-01-01', 'A2')],
      [{ kind: 'reschedule', change: 'r1', on: '2014-05' }],
      [{ kind: 'absorb', id: 'm', on: '2015-01-01', units: ['b'], into: 'a' }],
      [{ kind: 'cancel', change: 'r2' }],
    ];
    for (const set of sets) await append(organisation.decide(set)!);
    await migrate(database, migrations);
  });
  afterEach(() => database.close());

  async function append({ command, inline }: DecidedChangeSet): Promise<void> {
    const outcome = await organisation.ledger.append(organisation.id, [command], as0002(inline));
    expect(outcome).toMatchObject({ outcome: 'appended' });
  }

  async function expectAgreement(): Promise<void> {
    const { rows } = await database.pool().query<object>(STORED_FACT_ROWS, [organisation.id]);
    expect(rows.map((row) => JSON.stringify(row)).sort()).toEqual(factRowsOf(await organisation.replayed()));
    expect(await verifyReadModel(database, organisation.id)).toMatchObject({ ok: true });
  }

  it('says the same after the migrations since', async () => {
    await expectAgreement();
  });

  it('goes on: what was recorded before is amended, and other events come among them', async () => {
    const parts = [
      { matters: 1 },
      { changes: [{ kind: 'reschedule', change: 'r1', on: '2016' }] },
      { pending: [rename('r3', '2017', 'A3')] },
      { changes: [{ kind: 'cancel', change: 'm' }] },
      { enact: ['r3'] },
      { annul: 'r1' },
    ];
    expect(await organisation.recordAll(parts)).toBe(true);
    await expectAgreement();
    await rebuild(database);
    await expectAgreement();
  });
});
