import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServedApi } from './testing/served-api.js';
import { servedHalland } from './testing/served-demo.js';

let api: ServedApi;
beforeAll(async () => {
  api = await servedHalland();
});
afterAll(() => api.close());

const get = (query = '', headers: Record<string, string> = {}) =>
  fetch(`${api.url}/export/region-halland/figures${query}`, { headers });

interface Row {
  readonly indicator: string;
  readonly unitKey: string;
  readonly value: string;
  readonly kind: string;
}

describe('the export of figures', () => {
  test('is every figure with the place where it stands, as GraphQL counts them', async () => {
    const rows = (await (await get()).json()) as Row[];
    const { organisation } = await api.data<{ organisation: { figures: { totalCount: number } } }>(
      '{ organisation(slug: "region-halland") { figures(first: 1) { totalCount } } }',
    );
    expect(rows).toHaveLength(organisation.figures.totalCount);
    expect(rows[0]).toMatchObject({
      indicator: 'Personalomsättning',
      unitKey: 'regionkontoret',
      unitName: 'Regionkontoret',
      period: '2023-01/2023-08',
      firstDay: '2023-01-01',
      lastDay: '2023-08-31',
      kind: 'outcome',
      value: '11.75',
      unitOfMeasure: '%',
      targetMet: 'notMet',
      target: '11',
      document: 'Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023',
      place: '4.1 Personalomsättning',
      recordName: 'rh-ur2-personalomsattning',
    });
  });

  test('can be of one unit, indicator and period', async () => {
    const response = await get(
      '?format=ndjson&unit=it-digitalisering&indicator=Personalomsättning&period=2023',
    );
    expect(response.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await response.text()).trimEnd().split('\n');
    expect(lines.map((line) => (JSON.parse(line) as Row).value)).toEqual(['9.78']);
    expect(await (await get('?format=ndjson&period=2019')).text()).toBe('');
  });

  test('is a spreadsheet: numbers are numbers, and texts are no formulas', async () => {
    const text = await (await get('?format=csv&indicator=Ekonomiskt resultat')).text();
    expect(text).toMatch(/^indicator,unit,unitKey,/);
    expect(text).toContain(',deviation,-74784,tkr,-74.784,mnkr,');
    const bytes = Buffer.from(await (await get('?format=csv&bom=1')).arrayBuffer());
    expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  });

  test('is not sent again while it is the same', async () => {
    const etag = (await get()).headers.get('etag')!;
    expect((await get('', { 'if-none-match': etag })).status).toBe(304);
    expect((await get('?format=csv', { 'if-none-match': etag })).status).toBe(200);
    await api.data(
      `mutation { defineIndicator(input: { organisation: "region-halland", name: "Årsarbetare", unitOfMeasure: "antal"
         polarity: NEUTRAL, parts: SUM }) { outcome } }`,
    );
    expect((await get('', { 'if-none-match': etag })).status).toBe(200);
  });

  test.each([
    ['?unit=nowhere', 404, 'UNKNOWN_UNIT', 'unit'],
    ['?indicator=Lycka', 404, 'UNKNOWN_RECORD', 'indicator'],
    ['?period=igår', 400, 'INVALID_DATE', 'period'],
    ['?format=xml', 400, 'BAD_REQUEST', 'format'],
    ['?depth=1', 400, 'BAD_REQUEST', 'depth'],
    ['?knownAt=2999-01-01', 400, 'KNOWN_AT_IN_FUTURE', 'knownAt'],
  ])('%s is refused', async (query, status, code, field) => {
    const response = await get(query);
    const { errors } = (await response.json()) as {
      errors: { extensions: { code: string; field: string } }[];
    };
    expect([response.status, errors[0]!.extensions.code, errors[0]!.extensions.field]).toEqual([
      status,
      code,
      field,
    ]);
  });
});
