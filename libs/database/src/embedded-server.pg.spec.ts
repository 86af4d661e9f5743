import { describe, expect, it } from '@jest/globals';
import { openDatabase } from './index.js';
import { ownServer } from '../../../test/harness/database.js';

describe('an embedded server', () => {
  it('starts, answers as the limited role, and keeps its data over a restart', async () => {
    const where = ownServer();
    const first = await openDatabase(where);
    await first.pool().query('select 1');
    const { rows } = await first
      .pool()
      .query("select current_user as role, 9007199254740991::int8 as n, date 'infinity' as d");
    expect(rows).toEqual([{ role: 'kronika_app', n: 9007199254740991, d: 'infinity' }]);
    await first.close();
    const second = await openDatabase(where);
    await second.close();
  });
});
