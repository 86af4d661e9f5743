import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { CreateScenario } from '#chronicle';
import { MERGER, ServedPlans, unit } from '../testing/served-plans.js';

let plans: ServedPlans;
let slug: string;
let id: string;
beforeAll(async () => {
  plans = await ServedPlans.start();
});
afterAll(() => plans.close());
beforeEach(async () => {
  slug = await plans.organisation();
  id = await plans.plan(slug);
});

/** What is asked of the organisation as the scenario shows it. */
const shown = async <T>(selection: string, axes = '') => {
  const data = await plans.api.data<{ organisation: T }>(
    `query ($slug: String!, $id: ID!) { organisation(slug: $slug, scenario: $id ${axes}) { ${selection} } }`,
    { slug, id },
  );
  return data.organisation;
};
const codes = async (query: string, variables: object = { slug, id }) =>
  (await plans.api.ask(query, variables)).errors.map(({ extensions }) => extensions.code);

describe('an answer that was given before', () => {
  test('is given anew when the scenario has changed', async () => {
    expect(await plans.chart(slug, id)).toContain('A < REGION');
    await plans.step(id, MERGER);
    expect(await plans.chart(slug, id)).toContain('AB < REGION');
    await plans.done('undoStep', { scenario: id });
    expect(await plans.chart(slug, id)).toContain('A < REGION');
  });

  test('is given anew where it rests on other scenarios', async () => {
    await plans.record(slug, { matter: { number: 'RS1', title: 'Ett område' } });
    const alternatives = async () => {
      const { organisation } = await plans.api.data<{ organisation: { matter: { alternatives: object[] } } }>(
        `query ($slug: String!) { organisation(slug: $slug, at: "2030-01-01") { matter(number: "RS1") { ...Proposed } } }
         fragment Proposed on Matter { alternatives { scenario { id } } }`,
        { slug },
      );
      return organisation.matter.alternatives;
    };
    expect(await alternatives()).toEqual([]);
    await plans.done('rebaseScenario', { scenario: id });
    await plans.done('proposeScenario', { scenario: id, matter: 'RS1' });
    expect(await alternatives()).toEqual([{ scenario: { id } }]);
  });

  test('is given anew where it tells how far its base is behind', async () => {
    const behind = () => shown<object>('scenario { behind }');
    expect(await behind()).toEqual({ scenario: { behind: 0 } });
    await plans.record(slug, { establish: { on: '2020-01-01', unit: unit('z', 'a') } });
    expect(await behind()).toEqual({ scenario: { behind: 1 } });
  });
});

describe('another’s scenario', () => {
  test('is not there for anybody else, until it is everybody’s', async () => {
    const { commands } = plans.api;
    const begun = await commands.execute(
      new CreateScenario({ organisation: slug, name: 'Hemlig' }, { actor: 'someone' }),
    );
    const hers = begun.outcome === 'recorded' ? begun.scenario : '';
    const found = await plans.api.data(
      `query ($id: ID!) { scenario(id: $id) { name } node(id: $id) { id } }`,
      { id: hers },
    );
    expect(found).toEqual({ scenario: null, node: null });
    const listed = await plans.api.data<{ scenarios: { nodes: object[] } }>(
      `query ($slug: String!) { scenarios(organisation: $slug, first: 9) { nodes { id } } }`,
      { slug },
    );
    expect(listed.scenarios.nodes).toEqual([{ id }]);
    const asked = { slug, id: hers };
    expect(
      await codes(
        `query ($slug: String!, $id: ID!) { organisation(slug: $slug, scenario: $id) { at } }`,
        asked,
      ),
    ).toEqual(['UNKNOWN_SCENARIO']);
    expect(
      await codes(
        `query ($slug: String!, $id: ID!) { alternatives(organisation: $slug, of: [{}, { scenario: $id }], first: 1) { totalCount } }`,
        asked,
      ),
    ).toEqual(['UNKNOWN_SCENARIO']);
    expect(await plans.mutate('undoStep', { scenario: hers })).toMatchObject({
      outcome: 'REFUSED',
      scenario: null,
      userErrors: [{ code: 'UNKNOWN_SCENARIO' }],
    });
    expect(await plans.codes('adoptScenario', { scenario: hers })).toEqual(['UNKNOWN_SCENARIO']);
    const { status } = await fetch(`${plans.api.url}/export/${slug}/chart?scenario=${hers}`);
    expect(status).toBe(404);
  });
});

describe('the scenarios of an organisation', () => {
  test('are listed page by page, also while some are archived', async () => {
    const second = await plans.plan(slug, { name: 'Två' });
    const third = await plans.plan(slug, { name: 'Tre' });
    interface List {
      readonly scenarios: {
        readonly nodes: readonly { readonly id: string }[];
        readonly pageInfo: { readonly endCursor: string; readonly hasNextPage: boolean };
      };
    }
    const list = async (args: string) => {
      const { scenarios } = await plans.api.data<List>(
        `query ($slug: String!) { scenarios(organisation: $slug, ${args}) {
          nodes { id } pageInfo { endCursor hasNextPage } } }`,
        { slug },
      );
      return { ids: scenarios.nodes.map((node) => node.id), ...scenarios.pageInfo };
    };
    const first = await list('first: 2');
    expect(first).toMatchObject({ ids: [id, second], hasNextPage: true });
    await plans.done('archiveScenario', { scenario: second });
    expect(await list(`first: 2, after: "${first.endCursor}"`)).toMatchObject({
      ids: [third],
      hasNextPage: false,
    });
    expect((await list(`last: 2, before: "${first.endCursor}"`)).ids).toEqual([id]);
    expect((await list('first: 9, statuses: [ARCHIVED]')).ids).toEqual([second]);
    const question = (args: string) => `{ scenarios(organisation: "${slug}", ${args}) { totalCount } }`;
    expect(await codes(question(`first: 1, statuses: [OPEN], after: "${first.endCursor}"`))).toEqual([
      'INVALID_CURSOR',
    ]);
    expect(await codes(question('matter: "RS9", first: 1'))).toEqual(['UNKNOWN_RECORD']);
    expect(await codes(question('first: 0'))).toEqual(['INVALID_PAGE']);
    expect(await codes('{ scenarios(organisation: "nowhere", first: 1) { totalCount } }')).toEqual([
      'UNKNOWN_ORGANISATION',
    ]);
  });
});
