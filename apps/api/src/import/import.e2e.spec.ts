import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../testing/served-api.js';

let api: ServedApi;
beforeAll(async () => {
  api = await servedApi();
});
afterAll(() => api.close());

let slugs = 0;
async function organisation(): Promise<string> {
  const slug = `o${++slugs}`;
  await api.data(
    `mutation ($slug: String!) { registerOrganisation(input: { slug: $slug, name: "Regionen" }) { outcome } }`,
    { slug },
  );
  return slug;
}

interface AnswerLine {
  readonly error?: {
    readonly line: number | null;
    readonly field: string | null;
    readonly code: string;
    readonly messages: unknown;
  };
  readonly result?: Readonly<Record<string, unknown>>;
  readonly errors?: readonly { readonly extensions: { readonly code: string } }[];
}

const NDJSON = { 'content-type': 'application/x-ndjson' };

async function send(path: string, body: string | Buffer, headers: Record<string, string> = NDJSON) {
  const response = await fetch(`${api.url}/import/${path}`, {
    method: 'POST',
    body: body as string,
    headers,
  });
  const text = await response.text();
  const lines = text
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as AnswerLine);
  return {
    status: response.status,
    code: lines[0]?.errors?.[0]?.extensions.code,
    errors: lines.flatMap(({ error }) => error ?? []),
    result: lines.at(-1)?.result,
  };
}

async function position(slug: string): Promise<number> {
  const data = await api.data<{ organisation: { position: number } }>(
    'query ($slug: String!) { organisation(slug: $slug) { position } }',
    { slug },
  );
  return data.organisation.position;
}

const establish = (key: string, parent: string | null = null) =>
  JSON.stringify({
    kind: 'establish',
    on: '2020-01-01',
    unit: { key, name: key.toUpperCase(), type: 'enhet', parent },
  });
const GOOD = [establish('a'), establish('b', 'a'), establish('c', 'a')].join('\n');
const BAD = [establish('a'), '{"kind": "rename"', establish('b', 'nobody'), establish('c', 'a')].join('\n');

describe('a dry run', () => {
  test('says what would be recorded, and records nothing', async () => {
    const slug = await organisation();
    const { status, result, errors } = await send(`${slug}?dryRun=1`, GOOD);
    expect([status, errors]).toEqual([200, []]);
    expect(result).toEqual({ dryRun: true, recorded: 3, skipped: 0, position: 1, errors: 0 });
    expect(await position(slug)).toBe(1);
  });

  test('tells every error by its line and field', async () => {
    const slug = await organisation();
    const { errors, result } = await send(`${slug}?dryRun=1`, BAD);
    expect(errors.map(({ line, field, code }) => [line, field, code])).toEqual([
      [2, null, 'NOT_JSON'],
      [3, 'unit.parent', 'UNKNOWN_UNIT'],
    ]);
    expect(errors[1]!.messages).toEqual({ sv: expect.any(String), en: expect.any(String) });
    expect(result).toMatchObject({ dryRun: true, recorded: 2, errors: 2 });
    expect(await position(slug)).toBe(1);
  });

  test('tells at most a thousand errors, and how many there are', async () => {
    const { errors, result } = await send(`${await organisation()}?dryRun=1`, 'x\n'.repeat(1500));
    expect([errors.length, result!['errors']]).toEqual([1000, 1500]);
  });
});

describe('an import', () => {
  test('records the file, and the same file once', async () => {
    const slug = await organisation();
    expect((await send(slug, GOOD)).result).toEqual({
      dryRun: false,
      recorded: 3,
      skipped: 0,
      position: 4,
      errors: 0,
    });
    expect((await send(slug, GOOD)).result).toMatchObject({ recorded: 0, skipped: 3, position: 4 });
  });

  test('takes what is gzipped', async () => {
    const slug = await organisation();
    const { result } = await send(slug, gzipSync(GOOD), { 'content-type': 'application/gzip' });
    expect(result).toMatchObject({ recorded: 3 });
  });

  test('stops at the first error and keeps what came before it', async () => {
    const slug = await organisation();
    const { errors, result } = await send(slug, BAD);
    expect(errors.map(({ line, code }) => [line, code])).toEqual([[2, 'NOT_JSON']]);
    expect(result).toMatchObject({ recorded: 1, errors: 1 });
    expect(await position(slug)).toBe(2);
  });

  test('tells how far it has come', async () => {
    const slug = await organisation();
    const many = Array.from({ length: 6000 }, (_, i) => establish(`u${i}`)).join('\n');
    const response = await fetch(`${api.url}/import/${slug}?dryRun=1`, {
      method: 'POST',
      body: many,
      headers: NDJSON,
    });
    const text = await response.text();
    expect(text).toMatch(/^\{"progress":\{"recorded":\d+,"skipped":0,"lines":\d+,"of":5999\}\}/);
    expect(response.headers.get('cache-control')).toBe('no-store');
  });
});

describe('what is refused', () => {
  test.each<[string, Record<string, string>, number, string]>([
    ['from another site', { ...NDJSON, origin: 'http://evil.example' }, 403, 'FOREIGN_ORIGIN'],
    ['from a page of another site', { ...NDJSON, 'sec-fetch-site': 'cross-site' }, 403, 'FOREIGN_ORIGIN'],
    ['as a form could send it', { 'content-type': 'text/plain' }, 415, 'BAD_REQUEST'],
    ['as a form with a file', { 'content-type': 'multipart/form-data; boundary=x' }, 415, 'BAD_REQUEST'],
  ])('is a file %s', async (_what, headers, status, code) => {
    const slug = await organisation();
    expect(await send(slug, GOOD, headers)).toMatchObject({ status, code });
    expect(await position(slug)).toBe(1);
  });

  test.each([
    ['into an organisation that is not there', 'ingen', 404, 'UNKNOWN_ORGANISATION'],
    ['into one with a strange name', '..%2f..%2fetc', 404, 'UNKNOWN_ORGANISATION'],
    ['with a parameter that is not there', 'o1?name=x', 400, 'BAD_REQUEST'],
    ['with a parameter given twice', 'o1?dryRun=0&dryRun=1', 400, 'BAD_REQUEST'],
  ])('is a file %s', async (_what, path, status, code) => {
    expect(await send(path, GOOD)).toMatchObject({ status, code });
  });

  test('is a file that is too large, as it says or as it turns out', async () => {
    const slug = await organisation();
    const large = Buffer.alloc(33_000_000, 'x');
    expect(await send(slug, large)).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
    const bomb = gzipSync(Buffer.alloc(210_000_000, '\n'));
    expect(await send(slug, bomb)).toMatchObject({ status: 413, code: 'BODY_TOO_LARGE' });
  });

  test.each<[string, string | Buffer, string]>([
    ['no UTF-8', Buffer.from([0x7b, 0xff, 0xfe, 0x7d]), 'NOT_UTF8'],
    ['no JSON', '<script>alert(1)</script>', 'NOT_JSON'],
    ['no objects', '[1]', 'NOT_AN_OBJECT'],
    ['a line without end', '"'.repeat(1_000_001), 'LINE_TOO_LONG'],
    ['half a gzip file', gzipSync(GOOD).subarray(0, 30), 'NOT_GZIP'],
    ['fields of objects themselves', '{"kind":"establish","__proto__":{"on":"2020-01-01"}}', 'INVALID_FIELD'],
  ])('is a line of %s, told by its number', async (_what, body, code) => {
    const slug = await organisation();
    const { status, errors } = await send(slug, body);
    expect([status, errors[0]!.line, errors[0]!.code]).toEqual([200, 1, code]);
    expect(await position(slug)).toBe(1);
  });

  test('is an empty file of nothing: nothing is recorded, and that is said', async () => {
    expect((await send(await organisation(), '\n\n')).result).toMatchObject({ recorded: 0, errors: 0 });
  });

  test('is a second file while one is on its way', async () => {
    const slug = await organisation();
    const many = Array.from({ length: 3000 }, (_, i) => establish(`u${i}`)).join('\n');
    const all = await Promise.all([1, 2, 3].map(() => send(`${slug}?dryRun=1`, many)));
    expect(all.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    expect(all.find(({ status }) => status === 409)!.code).toBe('ALREADY_RUNNING');
  });
});
