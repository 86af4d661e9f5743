import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { RecordedOrganisation } from './testing/recorded-organisation.js';
import { verifyReadModel } from './verify-read-model.js';

describe('Verifying the read model', () => {
  let database: TestDatabase;
  let organisation: RecordedOrganisation;
  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());
  const record = async (lines: object[]) => expect(await organisation.record(lines)).toBe(true);
  beforeEach(async () => {
    organisation = await RecordedOrganisation.register(database.pool());
    const unit = (key: string) => ({ key, name: key, type: 'enhet', parent: null });
    await record([{ kind: 'establish', on: '2010-01-01', unit: unit('a') }]);
    await record([{ kind: 'establish', on: '2010-01-01', unit: unit('b') }]);
    await record([{ kind: 'rename', id: 'r', on: '2011-01-01', unit: 'a', name: 'A å\\' }]);
    await record([{ kind: 'merge', on: '2012', units: ['a', 'b'], into: unit('c') }]);
    await record([{ kind: 'cancel', change: 'r' }]);
  });

  const tamper = async (sql: string) =>
    expect((await database.ownerPool().query(sql, [organisation.id])).rowCount).toBeGreaterThan(0);
  const verify = () => verifyReadModel(database, organisation.id);

  it('finds nothing in an untouched one', async () => {
    expect(await verify()).toEqual({ ok: true, events: 6 });
  });

  it.each([
    [
      'a changed value',
      `update read_model.fact set value = 'B' where organisation_id = $1 and known_from = 4`,
      { table: 'fact', position: 4, expected: { value: 'A å\\' }, stored: { value: 'B' } },
    ],
    [
      'a changed day',
      `update read_model.fact set effective_from = '2010-01-02' where organisation_id = $1 and known_from = 3`,
      {
        table: 'fact',
        position: 3,
        expected: { effective_from: '2010-01-01' },
        stored: { effective_from: '2010-01-02' },
      },
    ],
    [
      'a retraction that was lost',
      `update read_model.fact set known_until = null where organisation_id = $1 and known_until is not null`,
      { table: 'fact', position: 4, expected: { known_until: '6' }, stored: { known_until: null } },
    ],
    [
      'missing rows',
      `delete from read_model.fact where organisation_id = $1 and known_from = 2`,
      { table: 'fact', position: 2, expected: { track: 'code:import' }, stored: undefined },
    ],
    [
      'a missing last row',
      `delete from read_model.change where organisation_id = $1 and position = 6`,
      { table: 'change', position: 6, expected: { recording: 'cancelled' }, stored: undefined },
    ],
    [
      'a row too many',
      `insert into read_model.lineage select organisation_id, predecessor_id, successor_id, change_id, change_order,
         6, null, 0.5, effective_from, earliest, seq, relation
       from read_model.lineage where organisation_id = $1 and seq = (select max(seq) from read_model.lineage)`,
      { table: 'lineage', position: 6, expected: undefined, stored: { share: '0.5' } },
    ],
    [
      'the first of several places',
      `with later as (delete from read_model.change where organisation_id = $1 and position = 5)
       update read_model.fact set seq = 9 where organisation_id = $1 and known_from = 3 and track = 'name'`,
      { table: 'fact', position: 3 },
    ],
  ])('finds %s', async (_, sql, place) => {
    await tamper(sql);
    expect(await verify()).toMatchObject({ ok: false, ...place });
  });
});
