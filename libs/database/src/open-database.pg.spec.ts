import { afterEach, describe, expect, it } from '@jest/globals';
import { openDatabase, withClient } from './index.js';
import { ownServer } from '../../../test/harness/database.js';

afterEach(() => {
  delete process.env['KRONIKA_ALLOW_UNSAFE_DATABASE'];
});

describe('a server of one’s own', () => {
  it('is refused when it can lose committed changes, unless that is allowed', async () => {
    const embedded = await openDatabase({ ...ownServer(), durable: false });
    const url = `postgres://kronika@localhost/kronika?host=${encodeURIComponent(String(embedded.ownerConfig.host))}`;
    await expect(openDatabase({ url })).rejects.toMatchObject({
      code: 'DATABASE_UNSAFE',
      message: expect.stringContaining('fsync = off, full_page_writes = off, synchronous_commit = off'),
    });
    process.env['KRONIKA_ALLOW_UNSAFE_DATABASE'] = '1';
    const allowed = await openDatabase({ url });
    expect(allowed.embedded).toBe(false);
    await allowed.close();
    await embedded.close();
  });

  it('is used as it is when it is safe', async () => {
    const embedded = await openDatabase(ownServer());
    const url = `postgres://kronika@localhost/kronika?host=${encodeURIComponent(String(embedded.ownerConfig.host))}`;
    const database = await openDatabase({ url });
    const { rows } = await database.pool().query('select current_user as role');
    expect(rows).toEqual([{ role: 'kronika_app' }]);
    await database.close();
    await embedded.close();
  });

  it('is told apart from a server that does not answer', async () => {
    await expect(openDatabase({ url: 'postgres://nobody@127.0.0.1:1/none' })).rejects.toMatchObject({
      code: 'DATABASE_UNREACHABLE',
    });
  });

  it('is refused to a user who may not make the application’s role', async () => {
    const embedded = await openDatabase(ownServer());
    const host = encodeURIComponent(String(embedded.ownerConfig.host));
    await withClient(embedded.ownerConfig, (client) => client.query('create role guest login'));
    await expect(
      openDatabase({ url: `postgres://guest@localhost/kronika?host=${host}` }),
    ).rejects.toMatchObject({
      code: 'DATABASE_ROLE_MISSING',
    });
    await embedded.close();
  });

  it('gives its manager the application’s role, and keeps options of the address', async () => {
    const embedded = await openDatabase(ownServer());
    const host = encodeURIComponent(String(embedded.ownerConfig.host));
    await withClient(embedded.ownerConfig, (client) =>
      client.query('drop role kronika_app; create role manager login createrole'),
    );
    const options = encodeURIComponent('-c work_mem=7MB');
    const database = await openDatabase({
      url: `postgres://manager@localhost/kronika?host=${host}&options=${options}`,
    });
    const { rows } = await database
      .pool()
      .query("select current_user as role, session_user as login, current_setting('work_mem') as memory");
    expect(rows).toEqual([{ role: 'kronika_app', login: 'manager', memory: '7MB' }]);
    await database.close();
    await embedded.close();
  });
});
