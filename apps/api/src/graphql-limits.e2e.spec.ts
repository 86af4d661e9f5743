import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type GraphqlAnswer, type ServedApi } from './testing/served-api.js';

let api: ServedApi;
let headBefore: unknown;
beforeAll(async () => {
  api = await servedApi();
  await api.data(
    `mutation { registerOrganisation(input: { slug: "region", name: "Regionen" }) { outcome } }`,
  );
  headBefore = await head();
});
afterAll(async () => {
  expect(await head()).toEqual(headBefore);
  await api.close();
});

const head = () => api.data(`{ organisation(slug: "region") { position } }`);

function codesOf({ errors }: GraphqlAnswer): string[] {
  for (const { extensions, message } of errors) {
    expect(extensions.messages.sv).not.toBe('');
    expect(extensions.messages.en).not.toBe('');
    expect(message).toBe(extensions.messages.sv);
    expect(JSON.stringify(extensions)).not.toMatch(/node_modules|\.ts:|stack/i);
  }
  return [...new Set(errors.map(({ extensions }) => extensions.code))];
}

const repeated = (n: number, part: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => part(i)).join(' ');
const inOrganisation = (selection: string) => `{ organisation(slug: "region") { ${selection} } }`;

async function send(
  path: string,
  init: RequestInit,
): Promise<{ status: number; body: Partial<GraphqlAnswer> }> {
  const response = await fetch(`${api.url}${path}`, init);
  return { status: response.status, body: (await response.json()) as Partial<GraphqlAnswer> };
}
const code = ({ body }: { body: Partial<GraphqlAnswer> }) => body.errors?.[0]?.extensions.code;
const json = { 'content-type': 'application/json' };

describe('what is asked for is bounded', () => {
  test.each([
    [
      'depth 50',
      inOrganisation(`unit(id: "x") { ${repeated(50, () => 'parent {')} id ${'}'.repeat(50)} }`),
      'TOO_DEEP',
    ],
    ['1,000 aliases', inOrganisation(repeated(1000, (i) => `a${i}: name`)), 'TOO_MANY_ALIASES'],
    [
      '5,000 aliases of __typename',
      `{ ${repeated(5000, (i) => `a${i}: __typename`)} }`,
      'GRAPHQL_PARSE_FAILED',
    ],
    ['10,000 duplicate fields', inOrganisation(repeated(10_000, () => 'name')), 'GRAPHQL_PARSE_FAILED'],
    [
      '500 dates by aliases',
      `{ ${repeated(500, (i) => `a${i}: organisation(slug: "region", at: "2020-01-01") { name }`)} }`,
      'GRAPHQL_PARSE_FAILED',
    ],
    [
      '30 dates by aliases',
      `{ ${repeated(30, (i) => `a${i}: organisation(slug: "region") { name }`)} }`,
      'TOO_MANY_ROOT_FIELDS',
    ],
    ['three charts', inOrganisation(repeated(3, (i) => `a${i}: chart { id }`)), 'TOO_COSTLY'],
    ['first: 1000000', inOrganisation('units(first: 1000000) { nodes { id } }'), 'TOO_COSTLY'],
    ['first: 201', inOrganisation('units(first: 201) { nodes { id } }'), 'INVALID_PAGE'],
    ['first and last', inOrganisation('units(first: 1, last: 100000) { nodes { id } }'), 'TOO_COSTLY'],
    ['both ends', inOrganisation('changes(first: 1, last: 1) { nodes { id } }'), 'INVALID_PAGE'],
    ['a negative page', inOrganisation('units(first: -1) { nodes { id } }'), 'INVALID_PAGE'],
    ['an empty page', inOrganisation('units(first: 0) { nodes { id } }'), 'INVALID_PAGE'],
    ['a null page', inOrganisation('units(first: null) { nodes { id } }'), 'INVALID_PAGE'],
    ['no page', inOrganisation('units { nodes { id } }'), 'INVALID_PAGE'],
    [
      'circular fragments',
      `{ organisation(slug: "region") { ...a } } fragment a on Organisation { ...b } fragment b on Organisation { ...a }`,
      'GRAPHQL_VALIDATION_FAILED',
    ],
    [
      'fragments that double',
      `{ organisation(slug: "region") { unit(id: "x") { ...f0 } } } ${repeated(14, (i) => `fragment f${i} on Unit { a: children { ...f${i + 1} } b: children { ...f${i + 1} } }`)} fragment f14 on Unit { id }`,
      'TOO_DEEP',
    ],
    [
      'fragments that double, flat',
      `{ organisation(slug: "region") { unit(id: "x") { ...f0 } } } ${repeated(30, (i) => `fragment f${i} on Unit { ...f${i + 1} ...f${i + 1} }`)} fragment f30 on Unit { children { children { children { children { children { id } } } } } }`,
      'TOO_COSTLY',
    ],
    ['a field that is not there', '{ secrets }', 'GRAPHQL_VALIDATION_FAILED'],
    ['what is not GraphQL', '{ organisation(', 'GRAPHQL_PARSE_FAILED'],
    [
      'two operations, none named',
      'query a { organisations { id } } query b { organisations { id } }',
      'OPERATION_RESOLUTION_FAILURE',
    ],
  ])('%s', async (_, query, expected) => {
    expect(codesOf(await api.ask(query))).toEqual([expected]);
  });

  test('a size in a variable counts like one in the text', async () => {
    const query = `query ($n: Int) { organisation(slug: "region") { units(first: $n) { nodes { id } } } }`;
    expect(codesOf(await api.ask(query, { n: 1_000_000 }))).toEqual(['TOO_COSTLY']);
    expect(codesOf(await api.ask(query, { n: 300 }))).toEqual(['INVALID_PAGE']);
    expect(codesOf(await api.ask(query, { n: null }))).toEqual(['INVALID_PAGE']);
    expect(codesOf(await api.ask(query, { n: 'x' }))).toEqual(['BAD_USER_INPUT']);
    expect(codesOf(await api.ask(query, { n: 200 }))).toEqual([]);
  });

  test('introspection is answered', async () => {
    const { errors } = await api.ask(
      '{ __schema { types { name fields { name type { name ofType { name } } } } } }',
    );
    expect(errors).toEqual([]);
  });
});

describe('what comes by HTTP is bounded', () => {
  test('a body of 100 kB', async () => {
    const query = `{ organisations { id } } # ${'x'.repeat(100_000)}`;
    const answer = await send('/graphql', { method: 'POST', headers: json, body: JSON.stringify({ query }) });
    expect([answer.status, code(answer)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('a name of 10 MB', async () => {
    const variables = { name: 'x'.repeat(10_000_000) };
    const query = `mutation ($name: String!) { registerOrganisation(input: { slug: "big", name: $name }) { outcome } }`;
    const answer = await send('/graphql', {
      method: 'POST',
      headers: json,
      body: JSON.stringify({ query, variables }),
    });
    expect([answer.status, code(answer)]).toEqual([413, 'BODY_TOO_LARGE']);
  });

  test('a batch', async () => {
    const body = JSON.stringify([
      { query: '{ organisations { id } }' },
      { query: '{ organisations { id } }' },
    ]);
    const answer = await send('/graphql', { method: 'POST', headers: json, body });
    expect([answer.status, code(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  test('a mutation by GET', async () => {
    const query = 'mutation { registerOrganisation(input: { slug: "got", name: "Got" }) { outcome } }';
    const path = `/graphql?query=${encodeURIComponent(query)}`;
    const answer = await send(path, { headers: { 'apollo-require-preflight': '1' } });
    expect([answer.status, code(answer)]).toEqual([405, 'BAD_REQUEST']);
    expect(code(await send(path, {}))).toBe('BAD_REQUEST');
  });

  test('a form', async () => {
    const query = 'mutation { registerOrganisation(input: { slug: "formed", name: "F" }) { outcome } }';
    for (const type of [
      'application/x-www-form-urlencoded',
      'text/plain',
      'multipart/form-data; boundary=x',
    ]) {
      const answer = await send('/graphql', {
        method: 'POST',
        headers: { 'content-type': type },
        body: `query=${encodeURIComponent(query)}`,
      });
      expect([answer.status, code(answer)]).toEqual([400, 'BAD_REQUEST']);
    }
  });

  test('a query that is kept elsewhere', async () => {
    const body = JSON.stringify({
      extensions: { persistedQuery: { version: 1, sha256Hash: 'a'.repeat(64) } },
    });
    expect(code(await send('/graphql', { method: 'POST', headers: json, body }))).toBe('BAD_REQUEST');
  });

  test('what is not JSON', async () => {
    const answer = await send('/graphql', { method: 'POST', headers: json, body: '{"query": ' });
    expect([answer.status, code(answer)]).toEqual([400, 'BAD_REQUEST']);
  });

  test('a page of another site', async () => {
    const body = JSON.stringify({ query: '{ organisations { id } }' });
    const origin = { ...json, origin: 'https://evil.example' };
    const answer = await send('/graphql', { method: 'POST', headers: origin, body });
    expect([answer.status, code(answer)]).toEqual([403, 'FOREIGN_ORIGIN']);
    expect(answer.body.errors?.[0]?.message).toMatch(/annan webbplats/);
    const own = await send('/graphql', { method: 'POST', headers: { ...json, origin: api.url }, body });
    expect(own.status).toBe(200);
  });

  test('an address that is not there', async () => {
    expect(code(await send('/nowhere', {}))).toBe('NOT_FOUND');
  });
});

test('errors come in the language that is asked for', async () => {
  const ask = async (language: string) =>
    (await api.ask('{ organisation(slug: "x") { id } }', {}, { 'accept-language': language })).errors[0]
      ?.message;
  expect(await ask('en-GB,en;q=0.9,sv;q=0.1')).toBe('There is no organisation "x".');
  expect(await ask('sv;q=0.2,de')).toBe('Organisationen ”x” finns inte.');
  expect(await ask('de')).toBe('Organisationen ”x” finns inte.');
});

test('health says whether the database answers, and requests have ids', async () => {
  const response = await fetch(`${api.url}/health`, { headers: { 'x-request-id': 'mine-1' } });
  expect([response.status, await response.json()]).toEqual([200, { status: 'ok', database: 'ok' }]);
  expect(response.headers.get('x-request-id')).toBe('mine-1');
});

test('50 costly questions do not keep a cheap one waiting', async () => {
  const query = `query ($depth: Int) { organisation(slug: "region") { ${repeated(2, (i) => `c${i}: chart(depth: $depth) { id name path }`)} } }`;
  const costly = Array.from({ length: 50 }, (_, depth) => api.ask(query, { depth }));
  const started = performance.now();
  expect((await api.ask('{ __typename }')).errors).toEqual([]);
  expect(performance.now() - started).toBeLessThan(1000);
  for (const answer of await Promise.all(costly)) expect(answer.errors).toEqual([]);
});

test('a browser that opens the address gets a page that loads nothing from elsewhere', async () => {
  const response = await fetch(`${api.url}/graphql`, { headers: { accept: 'text/html' } });
  expect([response.status, response.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(await response.text()).not.toMatch(/(src|href)=/);
});
