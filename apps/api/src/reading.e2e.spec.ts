import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from './testing/served-api.js';

let api: ServedApi;
beforeAll(async () => {
  api = await servedApi();
});
afterAll(() => api.close());

describe('the API', () => {
  test('records and answers', async () => {
    const registered = await api.data(
      `mutation { registerOrganisation(input: { slug: "halland", name: "Region Halland" }) { outcome organisation { slug position } userErrors { code } } }`,
    );
    expect(registered).toEqual({
      registerOrganisation: {
        outcome: 'RECORDED',
        organisation: { slug: 'halland', position: 1 },
        userErrors: [],
      },
    });
    const made = await api.data(`mutation { establishUnit(input: { organisation: "halland", on: "2020-01-01",
      unit: { key: "rs", name: "Regionstyrelsen", type: "styrelse" } }) {
      outcome position changes { id sentence { sv en } } units { id name since } userErrors { code message } } }`);
    expect(made).toMatchObject({ establishUnit: { outcome: 'RECORDED', position: 2, userErrors: [] } });
    const read = await api.data(`{ organisation(slug: "halland", at: "2021-01-01") { name position recordedAt
       chart { name depth path } unit(id: "rs") { id name status path { name } } changes(first: 10) { nodes { sentence { sv } log { actor } } } } }`);
    expect(read).toMatchObject({
      organisation: {
        position: 2,
        chart: [{ name: 'Regionstyrelsen', depth: 0 }],
        unit: { status: 'IN_FORCE' },
      },
    });
  });
});
