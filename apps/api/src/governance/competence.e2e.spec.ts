import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../testing/served-api.js';

let api: ServedApi;
beforeAll(async () => {
  api = await servedApi();
  await api.importLines('region', LINES);
});
afterAll(() => api.close());

const known = (knownFrom: string, ...lines: object[]) => lines.map((line) => ({ ...line, knownFrom }));
const unit = (key: string, name: string, type: string, parent: string | null) => ({
  kind: 'establish',
  on: '2017-01-01',
  unit: { key, name, type, parent },
});
/** A rule lets the board decide by delegation to its committee; a court sets one of its decisions aside. */
const LINES = [
  ...known(
    '2020-01-01',
    unit('rs', 'Regionstyrelsen', 'regionstyrelse', null),
    unit('au', 'Arbetsutskottet', 'utskott', 'rs'),
    unit('stab', 'Staben', 'avdelning', 'rs'),
    unit('kansli', 'Kansliet', 'avdelning', 'rs'),
    {
      kind: 'competence',
      id: 'delegationsordning',
      scope: 'withinBoard',
      changes: ['rename', 'absorb'],
      by: { unit: 'rs' },
      delegatedTo: ['au'],
      authority: 'Regionstyrelsens delegationsordning',
      from: '2019-01-01',
    },
  ),
  ...known(
    '2021-01-01',
    { kind: 'matter', id: 'm', number: 'RS 1', title: 'Namn' },
    {
      kind: 'decision',
      id: 'au-1',
      matter: 'RS 1',
      body: 'au',
      act: 'decidesByDelegation',
      paragraph: '§ 1',
      on: '2021-01-01',
    },
    {
      kind: 'rename',
      id: 'nytt-namn',
      on: '2021-02-01',
      unit: 'stab',
      name: 'Stödet',
      basis: { decision: 'au-1' },
    },
    {
      kind: 'decision',
      id: 'au-2',
      matter: 'RS 1',
      body: 'au',
      act: 'commissions',
      paragraph: '§ 2',
      on: '2021-01-01',
    },
    {
      kind: 'assignment',
      id: 'arkiv',
      title: 'Ordna arkivet',
      decision: 'au-2',
      to: ['kansli'],
      due: '2023-12-31',
    },
  ),
  ...known('2021-05-01', {
    kind: 'appeal',
    id: 'dom',
    decision: 'au-1',
    outcome: 'annulled',
    on: '2021-05-01',
    text: 'Förvaltningsrätten upphäver beslutet.',
  }),
  ...known('2022-01-01', {
    kind: 'absorb',
    id: 'kansliet-uppgar',
    on: '2022-01-01',
    units: ['kansli'],
    into: 'stab',
  }),
  ...known('2022-06-01', {
    kind: 'handOver',
    id: 'over',
    assignment: 'arkiv',
    to: ['stab'],
    on: '2022-06-01',
  }),
];

async function ask<T>(selection: string, axes: { at?: string; knownAt?: string } = {}): Promise<T> {
  const { organisation } = await api.data<{ organisation: T }>(
    `query ($at: Date, $knownAt: Instant) {
      organisation(slug: "region", at: $at, knownAt: $knownAt) { ${selection} } }`,
    axes,
  );
  return organisation;
}

describe('a rule of competence', () => {
  test('is listed with whose decision it takes', async () => {
    expect(
      await ask(`competenceRules { externalId scope changes byBoard byType byUnit { name }
        delegatedTo { name } authority from { written } until { written } log { recording } }`),
    ).toEqual({
      competenceRules: [
        {
          externalId: 'delegationsordning',
          scope: 'WITHIN_BOARD',
          changes: ['RENAME', 'ABSORB'],
          byBoard: false,
          byType: null,
          byUnit: { name: 'Regionstyrelsen' },
          delegatedTo: [{ name: 'Arbetsutskottet' }],
          authority: 'Regionstyrelsens delegationsordning',
          from: { written: '2019-01-01' },
          until: null,
          log: [{ recording: 'RECORDED' }],
        },
      ],
    });
    expect(await ask('competenceRules { id }', { knownAt: '2020-01-02' })).toMatchObject({
      competenceRules: { length: 1 },
    });
  });

  test('is the one that a standing follows from', async () => {
    expect(
      await ask(
        `changes(first: 1, filter: { kinds: [RENAME] }) { nodes { standing standingReport {
          settledBy { paragraph } decisions { competent }
          needed { rule { authority } bodies { name } delegates { name } } } } }`,
        { at: '2021-03-01', knownAt: '2021-03-01' },
      ),
    ).toEqual({
      changes: {
        nodes: [
          {
            standing: 'IN_FORCE',
            standingReport: {
              settledBy: { paragraph: '§ 1' },
              decisions: [{ competent: true }],
              needed: {
                rule: { authority: 'Regionstyrelsens delegationsordning' },
                bodies: [{ name: 'Regionstyrelsen' }],
                delegates: [{ name: 'Arbetsutskottet' }],
              },
            },
          },
        ],
      },
    });
  });
});

describe('a decision that a court sets aside', () => {
  test('takes its change back, and what was known before stays so', async () => {
    const name = async (axes: object) =>
      (await ask<{ unit: { name: string } }>('unit(id: "stab") { name }', { at: '2021-06-01', ...axes })).unit
        .name;
    expect(await name({ knownAt: '2021-04-01' })).toBe('Stödet');
    expect(await name({})).toBe('Staben');
    expect(
      await ask(`changes(first: 1, filter: { kinds: [RENAME] }) { nodes { standing log { recording }
        standingReport { decisions { decision { appeal { outcome text on { written } } } } } } }`),
    ).toEqual({
      changes: {
        nodes: [
          {
            standing: 'ANNULLED',
            log: [{ recording: 'PROPOSED' }, { recording: 'ENACTED' }, { recording: 'ANNULLED' }],
            standingReport: {
              decisions: [
                {
                  decision: {
                    appeal: {
                      outcome: 'ANNULLED',
                      text: 'Förvaltningsrätten upphäver beslutet.',
                      on: { written: '2021-05-01' },
                    },
                  },
                },
              ],
            },
          },
        ],
      },
    });
  });
});

describe('an assignment whose unit has ended', () => {
  const selection = `assignments(first: 5, filter: { needsHandOver: true }) { nodes { title
      to { name status successors { name } } } }
    heir: unit(id: "stab") { assignments { title to { name } handOvers { on { written } to { name } } } }`;

  test('waits to be handed over, and its successor sees it', async () => {
    expect(await ask(selection, { at: '2021-04-01', knownAt: '2021-04-01' })).toEqual({
      assignments: { nodes: [] },
      heir: { assignments: [] },
    });
    expect(await ask(selection, { at: '2022-02-01', knownAt: '2022-02-01' })).toEqual({
      assignments: {
        nodes: [
          {
            title: 'Ordna arkivet',
            to: [{ name: 'Kansliet', status: 'ENDED', successors: [{ name: 'Staben' }] }],
          },
        ],
      },
      heir: { assignments: [{ title: 'Ordna arkivet', to: [{ name: 'Kansliet' }], handOvers: [] }] },
    });
  });

  test('goes over to another', async () => {
    expect(await ask(selection, { at: '2022-07-01' })).toMatchObject({
      assignments: { nodes: [] },
      heir: {
        assignments: [
          {
            title: 'Ordna arkivet',
            to: [{ name: 'Staben' }],
            handOvers: [{ on: { written: '2022-06-01' }, to: [{ name: 'Staben' }] }],
          },
        ],
      },
    });
  });
});

describe('cursors', () => {
  test('of one list are refused by another, and by another filter', async () => {
    const { changes } = await ask<{ changes: { pageInfo: { endCursor: string } } }>(
      'changes(first: 1) { pageInfo { endCursor } }',
    );
    const after = changes.pageInfo.endCursor;
    for (const list of ['pendingChanges', 'matters', 'assignments', 'observations', 'todo']) {
      const { errors } = await api.ask(
        `query ($after: String!) { organisation(slug: "region") { ${list}(first: 1, after: $after) { totalCount } } }`,
        { after },
      );
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_CURSOR']);
    }
  });

  test('are needed: a list without a page is refused', async () => {
    for (const list of ['pendingChanges', 'matters', 'assignments', 'observations', 'todo']) {
      const { errors } = await api.ask(`{ organisation(slug: "region") { ${list} { totalCount } } }`);
      expect(errors.map(({ extensions }) => extensions.code)).toEqual(['INVALID_PAGE']);
    }
  });
});

describe('node', () => {
  test('finds rules, appeals and hand-overs', async () => {
    const found = await ask<{
      competenceRules: { id: string }[];
      matter: { chain: { appeal: { id: string } }[] };
      heir: { assignments: { handOvers: { id: string }[] }[] };
    }>(
      `competenceRules { id } matter(number: "RS 1") { chain { appeal { id } } }
      heir: unit(id: "stab") { assignments { handOvers { id } } }`,
      { at: '2022-07-01' },
    );
    const ids = {
      CompetenceRule: found.competenceRules[0]!.id,
      Appeal: found.matter.chain[0]!.appeal.id,
      HandOver: found.heir.assignments[0]!.handOvers[0]!.id,
    };
    for (const [type, id] of Object.entries(ids)) {
      expect(
        await api.data(
          `query ($id: ID!) { node(id: $id) { __typename
            ... on Appeal { decision { paragraph } }
            ... on HandOver { assignment { title } } } }`,
          { id },
        ),
      ).toMatchObject({ node: { __typename: type } });
    }
  });
});
