import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { verifyChainProof, type ChainProof } from '#ledger';
import { servedApi, type ServedApi } from './testing/served-api.js';

let api: ServedApi;
let known: string;
beforeAll(async () => {
  api = await servedApi();
  await api.data(
    `mutation { registerOrganisation(input: { slug: "region", name: "Regionen" }) { outcome } }`,
  );
  const data = await api.data<{ recordChanges: { recordedAt: string } }>(
    `mutation ($input: RecordChangesInput!) { recordChanges(input: $input) { recordedAt userErrors { code } } }`,
    {
      input: {
        organisation: 'region',
        changes: [
          { establish: { on: '2000-01-01', unit: { key: 'top', name: 'Rådet; "öst"', type: 'råd' } } },
          {
            establish: {
              on: '2001-01-01',
              unit: { key: 'a', name: '=HYPERLINK("x")', type: 'nämnd', parent: 'top' },
            },
          },
        ],
      },
    },
  );
  known = data.recordChanges.recordedAt;
});
afterAll(() => api.close());

const get = (query: string, headers: Record<string, string> = {}) =>
  fetch(`${api.url}/export/region/chart${query}`, { headers });

describe('the export of a chart', () => {
  test('is a JSON array of rows', async () => {
    const response = await get('?at=2020-01-01');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('x-kronika-position')).toBe('3');
    const [top, a] = (await response.json()) as { id: string }[];
    expect(a).toEqual({
      id: expect.any(String),
      key: 'a',
      name: '=HYPERLINK("x")',
      type: 'nämnd',
      parent: top!.id,
      parentKey: 'top',
      codes: { import: 'a' },
      path: [top!.id, a!.id],
      since: '2001-01-01',
    });
  });

  test('is a picture that says what it shows, in the language asked for, and can do nothing', async () => {
    const query = `?at=2020-01-01&knownAt=${known}&format=svg`;
    const swedish = await get(query);
    expect(swedish.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8');
    expect(swedish.headers.get('content-security-policy')).toBe("default-src 'none'; sandbox");
    const text = await swedish.text();
    expect(text).toContain(
      '<title>Regionen</title>\n<desc>2020-01-01 · det som gäller · liggarens position 3</desc>',
    );
    expect(text).toContain('<title>=HYPERLINK(&quot;x&quot;) (nämnd)</title>');
    const english = await get(query, { 'accept-language': 'en' });
    expect(await english.text()).toContain('2020-01-01 · what is in force · position of the ledger 3');
    expect(english.headers.get('etag')).not.toBe(swedish.headers.get('etag'));
    expect((await get(`${query}&depth=0`)).headers.get('vary')).toBe('Accept-Language');
  });

  test('is a line a unit', async () => {
    const lines = (await (await get('?at=2020-01-01&format=ndjson')).text()).trim().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as { key: string }).key)).toEqual(['top', 'a']);
    const part = await (await get('?at=2020-01-01&format=ndjson&root=a')).text();
    expect(JSON.parse(part)).toMatchObject({ key: 'a', parentKey: 'top' });
    expect(
      (await (await get('?at=2020-01-01&format=ndjson&depth=0')).text()).trim().split('\n'),
    ).toHaveLength(1);
    expect(await (await get('?at=1999-01-01&format=ndjson')).text()).toBe('');
  });

  test('is a spreadsheet without formulas', async () => {
    const bytes = Buffer.from(await (await get('?at=2020-01-01&format=csv&bom=1')).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
    const text = bytes.toString();
    expect(text).toContain('"Rådet; ""öst"""');
    expect(text).toContain(`"'=HYPERLINK(""x"")"`);
    expect((await (await get('?at=2020-01-01&format=csv')).text()).startsWith('id,key,name')).toBe(true);
  });

  test('is not sent again while it is the same', async () => {
    const first = await get(`?at=2020-01-01&knownAt=${known}`);
    expect(first.headers.get('cache-control')).toContain('immutable');
    const etag = first.headers.get('etag')!;
    const again = await get(`?at=2020-01-01&knownAt=${known}`, { 'if-none-match': etag });
    expect([again.status, await again.text()]).toEqual([304, '']);
    const now = await get('?at=2020-01-01');
    expect(now.headers.get('cache-control')).toBe('private, no-cache');
    const tags = new Set([etag]);
    for (const query of ['?at=2020-01-02', '?at=2020-01-01&format=csv', '?at=2020-01-01&depth=0'])
      tags.add((await get(query)).headers.get('etag')!);
    expect(tags.size).toBe(4);
    const current = now.headers.get('etag')!;
    await api.data(
      `mutation { renameUnit(input: { organisation: "region", on: "2010-01-01", unit: "a", name: "B" }) { outcome } }`,
    );
    expect((await get('?at=2020-01-01', { 'if-none-match': current })).status).toBe(200);
    expect((await get(`?at=2020-01-01&knownAt=${known}`, { 'if-none-match': etag })).status).toBe(304);
  });

  test.each([
    ['?at=2021-02-29', 400, 'INVALID_DATE', 'at'],
    ['?knownAt=2999-01-01', 400, 'KNOWN_AT_IN_FUTURE', 'knownAt'],
    ['?knownAt=1999-01-01', 400, 'KNOWN_AT_BEFORE_FIRST_EVENT', 'knownAt'],
    ['?format=xml', 400, 'BAD_REQUEST', 'format'],
    ['?format=__proto__', 400, 'BAD_REQUEST', 'format'],
    ['?depth=-1', 400, 'INVALID_DEPTH', 'depth'],
    ['?depth=1e3', 400, 'INVALID_DEPTH', 'depth'],
    ['?minPosition=-1', 400, 'INVALID_POSITION', 'minPosition'],
    ['?minPosition=999', 409, 'POSITION_NOT_REACHED', 'minPosition'],
    ['?standing=SURE', 400, 'BAD_REQUEST', 'standing'],
    ['?root=nothing', 404, 'UNKNOWN_UNIT', 'root'],
    ['?at=2020-01-01&at=2021-01-01', 400, 'BAD_REQUEST', 'at'],
    ['?secret=1', 400, 'BAD_REQUEST', 'secret'],
  ])('%s is refused', async (query, status, code, field) => {
    for (const language of ['sv', 'en'] as const) {
      const response = await get(query, { 'accept-language': language });
      const { errors } = (await response.json()) as {
        errors: {
          message: string;
          extensions: { code: string; field: string; messages: Record<string, string> };
        }[];
      };
      expect([response.status, errors[0]!.extensions.code, errors[0]!.extensions.field]).toEqual([
        status,
        code,
        field,
      ]);
      expect(errors[0]!.message).toBe(errors[0]!.extensions.messages[language]);
    }
  });

  test('of an organisation that is not there is refused', async () => {
    const response = await fetch(`${api.url}/export/nowhere/chart`);
    expect([response.status, await response.json()]).toMatchObject([
      404,
      { errors: [{ extensions: { code: 'UNKNOWN_ORGANISATION' } }] },
    ]);
  });
});

describe('the proof of an event', () => {
  const prove = (path: string) => fetch(`${api.url}/export/${path}`);

  test('leads to the checkpoint, and is refused when a letter is changed', async () => {
    const response = await prove('region/proof/2');
    expect(response.headers.get('content-type')).toBe('application/json; charset=utf-8');
    expect(response.headers.get('content-disposition')).toBe('attachment; filename="region-2-proof.json"');
    const proof = (await response.json()) as ChainProof;
    const { organisation } = await api.data<{ organisation: { event: { hash: string } } }>(
      '{ organisation(slug: "region") { event(position: 4) { hash } } }',
    );
    const kept = { position: proof.checkpoint.position, hash: organisation.event.hash };
    expect(kept.position).toBe(4);
    expect(verifyChainProof(proof, kept)).toMatchObject({ ok: true });
    const changed = { ...proof, envelope: proof.envelope.replace('Rådet', 'Rodet') };
    expect(verifyChainProof(changed, kept)).toMatchObject({ ok: false, problem: 'CHAIN' });
    const [shorter] = [(await (await prove('region/proof/2?upTo=2')).json()) as ChainProof];
    expect(shorter.leaves).toEqual([]);
    expect(verifyChainProof(shorter, kept)).toMatchObject({ problem: 'OUT_OF_REACH' });
  });

  test.each([
    ['region/proof/5', 404, 'UNKNOWN_EVENT'],
    ['region/proof/0', 404, 'UNKNOWN_EVENT'],
    ['region/proof/2?upTo=9', 404, 'UNKNOWN_EVENT'],
    ['region/proof/x', 400, 'INVALID_POSITION'],
    ['region/proof/2?what=1', 400, 'BAD_REQUEST'],
    ['ingen/proof/2', 404, 'UNKNOWN_ORGANISATION'],
  ])('of %s is refused: %i %s', async (path, status, code) => {
    const response = await prove(path);
    const { errors } = (await response.json()) as { errors: { extensions: { code: string } }[] };
    expect([response.status, errors[0]?.extensions.code]).toEqual([status, code]);
  });
});
