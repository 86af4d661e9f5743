import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { at, command, contractEventTypes, event, organisationDraft } from './testing/ledger-drafts.js';
import type { InlineProjection, OrganisationId } from './ledger-store.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';

describe('an inline projection on PostgreSQL', () => {
  let database: TestDatabase;
  let store: PostgresLedgerStore;
  let organisation: OrganisationId;

  beforeAll(async () => {
    database = await testDatabase();
    store = new PostgresLedgerStore(database.pool(), contractEventTypes);
    await database.ownerPool().query(`
      create table seen (organisation uuid, position bigint, at timestamptz, note text check (note <> 'bad'));
      create function see(uuid, bigint, timestamptz, text[]) returns void language sql as $$
        insert into seen select $1, $2 + i - 1, $3 + (i - 1) * interval '1 microsecond', note
          from unnest($4) with ordinality as n (note, i)
      $$;
      grant select, insert on seen to kronika_app`);
  });
  afterAll(() => database.close());

  beforeEach(async () => {
    const draft = organisationDraft();
    organisation = draft.id;
    await store.register(draft);
  });

  const seeing = (...notes: string[]): InlineProjection => ({
    sql: {
      name: 'see',
      expression: ({ organisation, first, recordedAt, value }) =>
        `see(${organisation}, ${first}, ${recordedAt}, ${value(0)})`,
      values: [notes],
    },
  });

  const seen = async () =>
    (
      await database.pool().query<{ position: number; note: string; agrees: boolean }>(
        `select s.position, note, s.at = e.recorded_at as agrees
         from seen s join ledger.event e on e.organisation_id = s.organisation and e.position = s.position
         where organisation = $1 order by s.position`,
        [organisation],
      )
    ).rows;

  it('is written in the same statement, with the positions and times given to the events', async () => {
    await store.append(
      organisation,
      [command({ events: [event(), event()] }), command({})],
      seeing('a', 'b', 'c'),
    );
    await store.append(organisation, [command({})], seeing('d'));

    expect(await seen()).toEqual([
      { position: 2, note: 'a', agrees: true },
      { position: 3, note: 'b', agrees: true },
      { position: 4, note: 'c', agrees: true },
      { position: 5, note: 'd', agrees: true },
    ]);
  });

  it('is written with a registration', async () => {
    const draft = organisationDraft();
    organisation = draft.id;
    await store.register(draft, seeing('first'));
    await store.register(draft, seeing('again'));

    expect(await seen()).toEqual([{ position: 1, note: 'first', agrees: true }]);
  });

  it('is not written when nothing is appended', async () => {
    const draft = command({});
    await store.append(organisation, [draft]);

    await store.append(organisation, [draft], seeing('duplicate'));
    await store.append(organisation, [command({ expectedPosition: at(9) })], seeing('conflict'));

    expect(await seen()).toEqual([]);
  });

  it('undoes the append when it fails', async () => {
    const draft = command({});

    await expect(store.append(organisation, [draft], seeing('bad'))).rejects.toMatchObject({ code: '23514' });

    expect((await store.head(organisation))?.position).toBe(1);
    expect(await store.append(organisation, [draft], seeing('good'))).toMatchObject({
      outcome: 'appended',
      head: 2,
    });
  });

  it('may also be several statements of one transaction', async () => {
    await store.transaction(async ({ client, append }) => {
      const outcome = await append(organisation, [command({})]);
      if (outcome.outcome !== 'appended') throw new Error(outcome.outcome);
      await client.query('insert into seen select $1, $2, now(), $3', [
        organisation,
        outcome.head,
        'by hand',
      ]);
    });

    expect(await seen()).toMatchObject([{ position: 2, note: 'by hand' }]);
  });
});
