import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import type { Instant } from '#temporal';
import { at, command, contractEventTypes, event, organisationDraft } from './testing/ledger-drafts.js';
import { describeLedgerStore } from './ledger-store.contract.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';

describe('on PostgreSQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  it('closes the connection of a stream that is given up, and goes on', async () => {
    const store = new PostgresLedgerStore(database.pool(), contractEventTypes);
    const draft = organisationDraft();
    await store.register(draft);
    await store.append(draft.id, [command({ events: Array.from({ length: 500 }, () => event()) })]);

    for (let i = 0; i < 25; i++) {
      for await (const [first] of store.streamStored(draft.id, { batchSize: 10 })) {
        expect(first?.position).toBe(1);
        break;
      }
    }

    expect((await store.head(draft.id))?.position).toBe(501);
  });

  it('finds a known position among thousands', async () => {
    const store = new PostgresLedgerStore(database.pool(), contractEventTypes);
    const draft = organisationDraft();
    await store.register(draft);
    await store.append(draft.id, [command({ events: Array.from({ length: 3000 }, () => event()) })]);

    for (const position of [1, 2, 1500, 2999, 3001].map(at)) {
      const times = await store.timesAt(draft.id, position);
      expect(await store.positionKnownAt(draft.id, times?.knownAt as Instant)).toBe(position);
    }
  });

  describeLedgerStore(
    'PostgreSQL ledger store',
    async () => new PostgresLedgerStore(database.pool(), contractEventTypes),
  );
});
