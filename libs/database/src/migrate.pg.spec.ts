import { afterAll, describe, expect, it } from '@jest/globals';
import { migrate } from './index.js';
import { testDatabase } from '../../../test/harness/database.js';

const database = await testDatabase();
afterAll(() => database.close());

describe('migrate', () => {
  it('does nothing the second time', async () => {
    expect(await migrate(database)).toEqual([]);
  });
});
