import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { testDatabase, type TestDatabase } from '../../../test/harness/database.js';
import { startServer, type RunningServer } from './index.js';

const PAGE = '<!doctype html><title>Krönika</title><script type="module" src="/assets/app-1a2b.js"></script>';

let database: TestDatabase;
let server: RunningServer;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'web-app-'));
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), PAGE);
  writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'export const app = 1;');
  writeFileSync(join(folder, 'assets', 'notes.txt'), 'not to be sent');
  database = await testDatabase();
  server = await startServer({ host: '127.0.0.1', port: 0, database, web: folder });
});
afterAll(async () => {
  await server.close();
  await database.close();
  rmSync(folder, { recursive: true, force: true });
});

const asBrowser = (path: string, headers: Record<string, string> = {}) =>
  fetch(`${server.url}${path}`, { headers: { accept: 'text/html,*/*;q=0.8', ...headers } });

describe('the web app', () => {
  test.each(['/', '/org/region-halland', '/org/region-halland/unit/it-tele?at=2022-01-01', '/no/such/page'])(
    'answers a browser that opens %s',
    async (path) => {
      const response = await asBrowser(path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(await response.text()).toBe(PAGE);
    },
  );

  test('may run and load nothing but its own files', async () => {
    const { headers } = await asBrowser('/');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).toContain("base-uri 'none'");
    expect(policy).not.toMatch(/unsafe|data:|https?:|\*/);
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('no-referrer');
  });

  test('is asked for again each time, and its hashed files never', async () => {
    expect((await asBrowser('/')).headers.get('cache-control')).toBe('no-cache');
    const script = await asBrowser('/assets/app-1a2b.js');
    expect(script.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
  });

  test('is not sent twice to a browser that has it', async () => {
    const etag = (await asBrowser('/')).headers.get('etag') ?? '';
    expect((await asBrowser('/', { 'if-none-match': etag })).status).toBe(304);
  });

  test('goes packed to those who unpack, and plain to others', async () => {
    const packed = await asBrowser('/', { 'accept-encoding': 'gzip' });
    expect(packed.headers.get('content-encoding')).toBe('gzip');
    const plain = await asBrowser('/', { 'accept-encoding': 'identity' });
    expect(plain.headers.get('content-encoding')).toBeNull();
    expect(await packed.text()).toBe(await plain.text());
  });

  test('does not stand in for what others answer', async () => {
    expect(await (await asBrowser('/graphql')).text()).toContain('Krönika: GraphQL');
    expect(await (await asBrowser('/health')).json()).toEqual({ status: 'ok', database: 'ok' });
    expect((await asBrowser('/export/nothing/chart')).status).toBe(404);
    expect((await asBrowser('/export/nothing/chart')).headers.get('content-type')).toContain('json');
  });

  test('says of a file that is not there that it is not there', async () => {
    for (const path of [
      '/assets/gone-9z.js',
      '/assets/notes.txt',
      '/../package.json',
      '/%2e%2e/package.json',
    ]) {
      expect((await asBrowser(path, { accept: '*/*' })).status).toBe(404);
    }
    expect((await asBrowser('/assets/gone-9z.js')).status).toBe(404);
  });

  test('leaves programs that ask for JSON their answer', async () => {
    const response = await fetch(`${server.url}/nowhere`, { headers: { accept: 'application/json' } });
    expect(response.status).toBe(404);
    expect(await response.json()).toMatchObject({ errors: [{ extensions: { code: 'NOT_FOUND' } }] });
    expect((await fetch(`${server.url}/`, { method: 'POST' })).status).toBe(404);
  });

  test('says so when it is not built', async () => {
    const bare = await startServer({ host: '127.0.0.1', port: 0, database, web: join(folder, 'none') });
    try {
      const response = await fetch(`${bare.url}/`);
      expect(response.status).toBe(503);
      expect(await response.text()).toContain('npm run build');
    } finally {
      await bare.close();
    }
  });
});
