import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MERGER, move, ServedPlans } from '../testing/served-plans.js';

let plans: ServedPlans;
let slug: string;
/** A and B become AB; and X goes to B. */
let merger: string;
let transfer: string;
beforeAll(async () => {
  plans = await ServedPlans.start();
});
afterAll(() => plans.close());
beforeEach(async () => {
  slug = await plans.organisation();
  merger = await plans.plan(slug, { name: 'Ett område' });
  await plans.step(merger, MERGER);
  transfer = await plans.plan(slug, { name: 'Bara X' });
  await plans.step(transfer, move('x', 'b'));
});

interface Table {
  readonly columns: readonly object[];
  readonly nodes: readonly { readonly unit: { readonly name: string }; readonly cells: readonly object[] }[];
  readonly pageInfo: { readonly endCursor: string };
  readonly totalCount: number;
}

const SELECTION = `columns { at position standing scenario { id name } counts { begun ended renamed reclassified moved recoded } }
  nodes { unit { name } cells { inForce name parents { hierarchy parent { name } } continuedBy { name }
    differs { aspect track certain } } } pageInfo { endCursor } totalCount`;
const QUERY = `query ($slug: String!, $of: [ReadingInput!]!, $first: Int, $after: String) {
  alternatives(organisation: $slug, of: $of, first: $first, after: $after) { ${SELECTION} } }`;
const compared = async (of: readonly object[], page: object = { first: 50 }) =>
  (await plans.api.data<{ alternatives: Table }>(QUERY, { slug, of, ...page })).alternatives;
const at = '2030-06-01';

describe('alternatives side by side', () => {
  test('have a column for each, and a row for each unit that is not the same in all', async () => {
    const of = [{ at }, { scenario: merger }, { scenario: transfer }];
    const { columns, nodes, totalCount } = await compared(of);
    const none = { begun: 0, ended: 0, renamed: 0, reclassified: 0, moved: 0, recoded: 0 };
    expect(columns).toEqual([
      { at, position: 6, standing: 'IN_FORCE', scenario: null, counts: none },
      {
        at,
        position: 6,
        standing: 'IN_FORCE',
        scenario: { id: merger, name: 'Ett område' },
        counts: { ...none, begun: 1, ended: 2, moved: 2 },
      },
      {
        at,
        position: 6,
        standing: 'IN_FORCE',
        scenario: { id: transfer, name: 'Bara X' },
        counts: { ...none, moved: 1 },
      },
    ]);
    expect(totalCount).toBe(5);
    expect(nodes.map((row) => row.unit.name)).toEqual(['A', 'AB', 'B', 'X', 'Y']);
    const under = (parent: string) => [{ hierarchy: 'line', parent: { name: parent } }];
    const moved = [{ aspect: 'MOVED', track: 'line', certain: true }];
    expect(nodes[3]!.cells).toEqual([
      { inForce: true, name: 'X', parents: under('A'), continuedBy: [], differs: [] },
      { inForce: true, name: 'X', parents: under('AB'), continuedBy: [], differs: moved },
      { inForce: true, name: 'X', parents: under('B'), continuedBy: [], differs: moved },
    ]);
    expect(nodes[0]!.cells[1]).toEqual({
      inForce: false,
      name: null,
      parents: [],
      continuedBy: [{ name: 'AB' }],
      differs: [{ aspect: 'ENDED', track: null, certain: true }],
    });
  });

  test('are any mix of dates and scenarios', async () => {
    const { columns, nodes } = await compared([
      { at: '2014-01-01' },
      { at },
      { at: '2029-01-01', scenario: merger },
    ]);
    expect(columns).toMatchObject([
      { counts: { begun: 0 } },
      { counts: { begun: 5 } },
      { counts: { begun: 5 } },
    ]);
    expect(nodes).toHaveLength(5);
  });

  test('keep to the versions of the first page while the planner goes on', async () => {
    const of = [{ at }, { scenario: merger }];
    const first = await compared(of, { first: 2 });
    expect(first.nodes.map((row) => row.unit.name)).toEqual(['A', 'AB']);
    await plans.done('undoStep', { scenario: merger });
    const after = first.pageInfo.endCursor;
    const next = await compared(of, { first: 9, after });
    expect(next.nodes.map((row) => row.unit.name)).toEqual(['B', 'X', 'Y']);
    expect(next.columns).toMatchObject([{}, { counts: { begun: 1, ended: 2 } }]);
    expect((await compared(of)).totalCount).toBe(0);
    const other = { slug, of: [{ at }, { scenario: transfer }], first: 9, after };
    const { errors } = await plans.api.ask(QUERY, other);
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_CURSOR']);
  });

  test('are at least two and at most twelve', async () => {
    const codes = async (of: readonly object[], first = 5) =>
      (await plans.api.ask(QUERY, { slug, of, first })).errors.map(({ extensions }) => extensions.code);
    expect(await codes([{ at }])).toEqual(['INVALID_FILTER']);
    expect(await codes(Array.from({ length: 13 }, () => ({ at })))).toEqual(['INVALID_FILTER']);
    expect(await codes(Array.from({ length: 12 }, () => ({ at })))).toEqual([]);
    expect(await codes([{ at }, { at: 'soon' }])).toEqual(['INVALID_DATE']);
    expect(await codes([{ at }, { at }], 0)).toEqual(['INVALID_PAGE']);
  });
});

describe('the export of a chart', () => {
  const get = (query: string, headers: Record<string, string> = {}) =>
    fetch(`${plans.api.url}/export/${slug}/chart?${query}`, { headers });
  const names = async (response: Response) =>
    ((await response.json()) as { name: string }[]).map(({ name }) => name);

  test('is that of a scenario where one is given', async () => {
    const response = await get(`scenario=${merger}`);
    expect(response.headers.get('X-Kronika-Scenario')).toBe(merger);
    expect(response.headers.get('X-Kronika-Scenario-Version')).toBe('2');
    expect(response.headers.get('X-Kronika-At')).toBe(at);
    expect(await names(response)).toEqual(['REGION', 'AB', 'X', 'Y']);
    expect(await names(await get(`at=${at}`))).toEqual(['REGION', 'A', 'X', 'Y', 'B']);
    const picture = await (await get(`scenario=${merger}&format=svg`)).text();
    expect(picture).toContain('Regionen: Ett område');
    expect((await get('scenario=none')).status).toBe(404);
  });

  test('is another than that of another scenario, and of the scenario before', async () => {
    const tag = async (query: string) => (await get(query)).headers.get('ETag')!;
    const first = await tag(`scenario=${merger}`);
    expect(await tag(`scenario=${transfer}`)).not.toBe(first);
    const again = await get(`scenario=${merger}`, { 'If-None-Match': first });
    expect(again.status).toBe(304);
    await plans.step(merger, move('x', 'region'));
    expect((await get(`scenario=${merger}`, { 'If-None-Match': first })).status).toBe(200);
  });
});
