import { describe, expect, it } from '@jest/globals';
import { migrations } from '../../../migrations/index.js';
import { ownServer, testDatabase } from '../../../test/harness/database.js';
import { migrate, openDatabase } from './index.js';

describe('migrate', () => {
  it('runs every migration once, though two processes start at the same moment', async () => {
    const where = { ...ownServer(), durable: false };
    const [one, two] = await Promise.all([openDatabase(where), openDatabase(where)]);
    const runs = await Promise.all([migrate(one), migrate(two)]);
    expect(runs.flat()).toHaveLength(migrations.length);
    expect(await migrate(one)).toEqual([]);
    await one.close();
    await two.close();
  });

  it('finds nothing to do in a test database', async () => {
    const database = await testDatabase();
    expect(await migrate(database)).toEqual([]);
    await database.close();
  });
});
