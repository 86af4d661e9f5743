import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { startServer, StartRefused } from './index.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const refusal = async (host: string, port = 0) => {
  const error: unknown = await startServer({ host, port, database }).then(
    (server) => server.close(),
    (refused: unknown) => refused,
  );
  return error instanceof StartRefused ? error.code : error;
};

describe('the server', () => {
  test.each(['0.0.0.0', '::', '192.168.1.4', 'example.org', '127.evil.org'])(
    'does not listen on %s for everyone to record',
    async (host) => {
      expect(await refusal(host)).toBe('OPEN_WITHOUT_AUTHENTICATION');
    },
  );

  test('listens on the network when the operator answers for it', async () => {
    process.env['KRONIKA_ALLOW_OPEN'] = '1';
    try {
      const server = await startServer({ host: '0.0.0.0', port: 0, database });
      await server.close();
    } finally {
      delete process.env['KRONIKA_ALLOW_OPEN'];
    }
  });

  test('says so when its port is taken or is none', async () => {
    const server = await startServer({ host: '127.0.0.1', port: 0, database });
    try {
      expect(await refusal('127.0.0.1', Number(new URL(server.url).port))).toBe('PORT_IN_USE');
      expect(await refusal('127.0.0.1', 70_000)).toBe('INVALID_PORT');
    } finally {
      await server.close();
    }
  });

  test('answers under its own name only', async () => {
    const server = await startServer({ host: '127.0.0.1', port: 0, database });
    const statusAs = (host: string) =>
      new Promise<number | undefined>((done, failed) => {
        request(`${server.url}/health`, { headers: { host } }, (response) => {
          response.resume();
          done(response.statusCode);
        })
          .on('error', failed)
          .end();
      });
    try {
      const { port } = new URL(server.url);
      expect(await statusAs(`localhost:${port}`)).toBe(200);
      expect(await statusAs(`rebound.example:${port}`)).toBe(403);
    } finally {
      await server.close();
    }
  });

  test('answers for what two servers record on one database', async () => {
    const [first, second] = await Promise.all(
      [1, 2].map(() => startServer({ host: '127.0.0.1', port: 0, database })),
    );
    const ask = async (url: string, query: string) => {
      const response = await fetch(`${url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ query }),
      });
      return ((await response.json()) as { data: unknown }).data;
    };
    try {
      await ask(
        first!.url,
        'mutation { registerOrganisation(input: { slug: "two", name: "T" }) { outcome } }',
      );
      for (const [i, url] of [first!.url, second!.url, first!.url].entries()) {
        await ask(
          url,
          `mutation { establishUnit(input: { organisation: "two", on: "2020-01-01", unit: { name: "U${i}", type: "x" } }) { outcome } }`,
        );
      }
      const chart = '{ organisation(slug: "two", minPosition: 4) { chart { name } } }';
      const expected = { organisation: { chart: [{ name: 'U0' }, { name: 'U1' }, { name: 'U2' }] } };
      expect(await ask(first!.url, chart)).toEqual(expected);
      expect(await ask(second!.url, chart)).toEqual(expected);
    } finally {
      await Promise.all([first!.close(), second!.close()]);
    }
  });
});
