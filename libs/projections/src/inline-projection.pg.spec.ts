import type { InlineSqlPlaces } from '#ledger';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { RecordedOrganisation } from './testing/recorded-organisation.js';
import { factRowsOf, STORED_FACT_ROWS } from './testing/rows-of-timeline.js';

const begin = (key: string, on: string, parent: string | null = null) => ({
  kind: 'establish',
  on,
  unit: { key, name: `Enheten "${key}" \\ {NULL}, å`, type: 'enhet', parent },
});

const establish = (key: string, on: string, parent: string | null = null) => ({
  ...begin(key, on, parent),
  id: `begin-${key}`,
});

describe('The projection in the append', () => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  const register = () => RecordedOrganisation.register(database.pool());
  async function storedFacts({ id }: RecordedOrganisation): Promise<string[]> {
    const { rows } = await database.pool().query<object>(STORED_FACT_ROWS, [id]);
    return rows.map((row) => JSON.stringify(row)).sort();
  }

  it('writes the facts that the timeline has, amendments and imprecise dates included', async () => {
    const organisation = await register();
    await organisation.record([establish('a', '2010-01-01'), establish('b', '2011', 'a')]);
    await organisation.record([
      { kind: 'rename', id: 'r', on: '2015', unit: 'b', name: 'B2' },
      { kind: 'correct', change: 'r', with: { kind: 'rename', on: '2016-05', unit: 'b', name: 'B3' } },
    ]);
    await organisation.record([{ kind: 'reschedule', change: 'r', on: '2017-02-01' }]);
    await organisation.record([
      {
        kind: 'merge',
        on: '2018-01-01',
        units: ['b', 'a'],
        into: { key: 'c', name: 'C', type: 'enhet', parent: null },
      },
    ]);
    await organisation.record([{ kind: 'cancel', change: 'r' }]);
    const rows = await storedFacts(organisation);
    expect(rows).toEqual(factRowsOf(organisation.timeline));
    expect(rows).toHaveLength(20);
    expect(rows.filter((row) => row.includes('"knownUntil":null'))).toHaveLength(17);
  });

  it('writes nothing when the append is refused', async () => {
    const organisation = await register();
    await organisation.record([establish('a', '2010-01-01')]);
    const rival = await organisation.another();
    const decided = organisation.decide([{ kind: 'rename', on: '2012-01-01', unit: 'a', name: 'Mitt' }])!;
    await rival.record([{ kind: 'rename', on: '2011-01-01', unit: 'a', name: 'Ditt' }]);
    expect(await decided.append()).toMatchObject({ outcome: 'conflict', reason: 'READ_SET' });
    expect(await storedFacts(organisation)).toEqual(factRowsOf(rival.timeline));
  });

  it('lets what it writes move along when others append in between, and keeps the place of amended changes', async () => {
    const organisation = await register();
    await organisation.record([establish('a', '2010-01-01'), establish('b', '2010-01-01')]);
    await organisation.record([{ kind: 'rename', id: 'r', on: '2012-01-01', unit: 'a', name: 'A2' }]);
    const rival = await organisation.another();
    const decided = organisation.decide([
      establish('c', '2012-01-01', 'a'),
      { kind: 'reschedule', change: 'r', on: '2013-01-01' },
      { kind: 'correct', change: 'begin-c', with: begin('c', '2012-02-01', 'a') },
    ])!;
    for (const name of ['B2', 'B3', 'B4'])
      await rival.record([{ kind: 'rename', on: '2014-01-01', unit: 'b', name }]);
    expect(await decided.append()).toMatchObject({ outcome: 'appended', head: 10 });
    const replayed = await organisation.replayed();
    expect(await storedFacts(organisation)).toEqual(factRowsOf(replayed));
  });

  it('writes nothing when the transaction is rolled back', async () => {
    const organisation = await register();
    const { command, inline } = organisation.decide([begin('a', '2010-01-01')])!;
    const interrupted = organisation.ledger.transaction(async (writer) => {
      expect(await writer.append(organisation.id, [command], inline)).toMatchObject({ outcome: 'appended' });
      throw new Error('interrupted');
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(await storedFacts(organisation)).toEqual([]);
    expect(await organisation.ledger.head(organisation.id)).toMatchObject({ position: 1 });
  });

  it('undoes the append when it cannot write', async () => {
    const organisation = await register();
    const { command } = organisation.decide([begin('a', '2010-01-01')])!;
    const expression = ({ first }: InlineSqlPlaces) => `1 / (${first} - ${first})`;
    const impossible = { sql: { name: 'impossible', expression, values: [] } };
    await expect(organisation.ledger.append(organisation.id, [command], impossible)).rejects.toThrow();
    expect(await organisation.ledger.head(organisation.id)).toMatchObject({ position: 1 });
  });

  it('lets the application read, and write only through the projection', async () => {
    const { id } = await register();
    for (const sql of [
      'insert into read_model.fact select * from read_model.fact',
      'update read_model.fact set value = null',
      'delete from read_model.change',
      'truncate read_model.lineage',
      `select read_model.close_amended('${id}', '{}', '{}')`,
    ]) {
      await expect(database.pool().query(sql)).rejects.toMatchObject({ code: '42501' });
    }
  });
});
