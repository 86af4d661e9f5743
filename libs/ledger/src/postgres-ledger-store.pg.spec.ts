import { afterAll, beforeAll, describe } from '@jest/globals';

import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { contractEventTypes, describeLedgerStore } from './ledger-store.contract.js';
import { PostgresLedgerStore } from './postgres-ledger-store.js';

describe('on PostgreSQL', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await testDatabase();
  });
  afterAll(() => database.close());

  describeLedgerStore(
    'PostgreSQL ledger store',
    async () => new PostgresLedgerStore(database.pool(), contractEventTypes),
  );
});
