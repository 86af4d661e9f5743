import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../testing/served-api.js';

let api: ServedApi;
beforeAll(async () => {
  api = await servedApi();
  await api.importLines('region', [...STRUCTURE, ...TRANSFER, ...DECIDED]);
  await api.importLines('samgang', [...STRUCTURE, ...MERGER, ...FAILED]);
  await api.importLines('grund', [...STRUCTURE, ...NAMED]);
});
afterAll(() => api.close());

const unit = (key: string, name: string, type: string, parent: string | null) => ({
  kind: 'establish',
  on: '2017-01-01',
  unit: { key, name, type, parent },
  knownFrom: '2020-01-01',
});
const STRUCTURE = [
  unit('rf', 'Regionfullmäktige', 'regionfullmaktige', null),
  unit('rs', 'Regionstyrelsen', 'regionstyrelse', 'rf'),
  unit('ds', 'Driftnämnden Service', 'driftnamnd', 'rf'),
  unit('it', 'IT-service', 'verksamhetsomrade', 'ds'),
  unit('mt', 'Medicinsk teknik', 'verksamhetsomrade', 'rs'),
];

/** The board proposes to the assembly what only the assembly may decide. */
const TRANSFER = [
  { kind: 'matter', id: 'm', number: 'RS200432', title: 'En IT-funktion', knownFrom: '2021-01-10' },
  {
    kind: 'document',
    id: 'protokoll',
    title: 'Protokoll § 8',
    role: 'minutes',
    matter: 'RS200432',
    knownFrom: '2021-01-10',
  },
  {
    kind: 'decision',
    id: 'rs-8',
    matter: 'RS200432',
    body: 'rs',
    act: 'proposes',
    to: 'rf',
    paragraph: '§ 8',
    on: '2021-01-10',
    recordedIn: 'protokoll',
    knownFrom: '2021-01-10',
  },
  {
    kind: 'transfer',
    id: 'flytt',
    on: '2021',
    unit: 'it',
    to: 'rs',
    basis: { matter: 'RS200432', decision: 'rs-8' },
    knownFrom: '2021-01-10',
  },
];
const DECIDED = [
  {
    kind: 'decision',
    id: 'rf-12',
    matter: 'RS200432',
    body: 'rf',
    act: 'decides',
    paragraph: '§ 12',
    on: '2021-02-20',
    answers: ['rs-8'],
    knownFrom: '2021-03-01',
  },
];

/** A committee proposes a merger under a condition, which fails. */
const MERGER = [
  { kind: 'matter', id: 'm', number: 'RS 1398-2021', title: 'Samgående', knownFrom: '2021-10-20' },
  {
    kind: 'decision',
    id: 'au-217',
    matter: 'RS 1398-2021',
    body: { name: 'Arbetsutskottet' },
    act: 'proposes',
    to: 'rs',
    on: '2021-10-20',
    knownFrom: '2021-10-20',
  },
  {
    kind: 'condition',
    id: 'mbl',
    decision: 'au-217',
    text: 'Fackliga förhandlingar är genomförda',
    knownFrom: '2021-10-20',
  },
  {
    kind: 'absorb',
    id: 'samgang',
    on: '2022-01-01',
    units: ['it'],
    into: 'mt',
    basis: { decision: 'au-217' },
    knownFrom: '2021-10-20',
  },
  { kind: 'matter', id: 'm2', number: 'RS 1500-2021', title: 'Nytt namn', knownFrom: '2021-10-21' },
  {
    kind: 'decision',
    id: 'ds-5',
    matter: 'RS 1500-2021',
    body: { name: 'Tjänstemännen' },
    act: 'proposes',
    to: 'ds',
    knownFrom: '2021-10-21',
  },
  {
    kind: 'rename',
    id: 'rival',
    on: '2022-02-01',
    unit: 'it',
    name: 'Digital service',
    basis: { decision: 'ds-5' },
    knownFrom: '2021-10-21',
  },
];
const FAILED = [
  {
    kind: 'conditionFailed',
    id: 'mbl-foll',
    condition: 'mbl',
    on: '2021-11-30',
    evidence: 'Facken avböjde',
    knownFrom: '2021-12-01',
  },
];

/** A change that names its matter only, and one that a decision names afterwards. */
const NAMED = [
  { kind: 'matter', id: 'm', number: 'RS 5', title: 'Namnbyten', knownFrom: '2021-01-10' },
  {
    kind: 'rename',
    id: 'matterOnly',
    on: '2021-02-01',
    unit: 'it',
    name: 'IT',
    basis: { matter: 'RS 5', decision: 'Muntligt' },
    knownFrom: '2021-01-10',
  },
  {
    kind: 'rename',
    id: 'named',
    on: '2021-02-01',
    unit: 'mt',
    name: 'Teknik',
    basis: { matter: 'RS 77' },
    knownFrom: '2021-01-10',
  },
  {
    kind: 'decision',
    id: 'd',
    matter: 'RS 5',
    body: 'rs',
    act: 'decides',
    paragraph: '§ 1',
    changes: ['named'],
    knownFrom: '2021-03-01',
  },
];

interface Asked {
  readonly slug?: string;
  readonly at?: string;
  readonly knownAt?: string;
  readonly standing?: string;
}

async function ask<T>(selection: string, { slug = 'region', ...axes }: Asked = {}): Promise<T> {
  const { organisation } = await api.data<{ organisation: T }>(
    `query ($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing) { ${selection} } }`,
    { slug, ...axes },
  );
  return organisation;
}

async function parentOfIt(axes: Asked): Promise<string> {
  const { unit: found } = await ask<{ unit: { parent: { name: string } } }>(
    'unit(id: "it") { parent { name } }',
    axes,
  );
  return found.parent.name;
}

const BEFORE_DECISION = '2021-02-01';

describe('what is only proposed', () => {
  const at = '2022-06-01';
  const knownAt = BEFORE_DECISION;

  test('shows with standing PROPOSED and nowhere else', async () => {
    expect(await parentOfIt({ at, knownAt })).toBe('Driftnämnden Service');
    expect(await parentOfIt({ at, knownAt, standing: 'CONDITIONAL' })).toBe('Driftnämnden Service');
    expect(await parentOfIt({ at, knownAt, standing: 'PROPOSED' })).toBe('Regionstyrelsen');
  });

  test('is listed with its standing and what is missing', async () => {
    const answer = await ask(
      `pendingChanges(first: 10) { totalCount nodes { externalId pending standing matter { number }
        units { name }
        standingReport { settledBy { paragraph } indeterminate blocked { code }
          decisions { competent decision { paragraph act isDecision } }
          needed { scope type boards { name } rule { authority } }
          missing { kind message { sv } } } } }
      unit(id: "it") { pendingChanges { externalId } }`,
      { at, knownAt },
    );
    expect(answer).toMatchObject({
      pendingChanges: {
        totalCount: 1,
        nodes: [
          {
            externalId: 'flytt',
            pending: true,
            standing: 'PROPOSED',
            matter: { number: 'RS200432' },
            standingReport: {
              settledBy: null,
              blocked: [],
              decisions: [
                { competent: false, decision: { paragraph: '§ 8', act: 'PROPOSES', isDecision: false } },
              ],
              needed: { scope: 'ACROSS_BOARDS', boards: { length: 2 }, rule: null },
              missing: [
                {
                  kind: 'DECISION',
                  message: { sv: expect.stringContaining('Beslut av Regionfullmäktige saknas') },
                },
                { kind: 'DATE' },
              ],
            },
          },
        ],
      },
      unit: { pendingChanges: [{ externalId: 'flytt' }] },
    });
  });

  test('is part of the chronicle when it is asked for', async () => {
    const answer = await ask(
      `in: changes(first: 10) { totalCount }
      all: changes(first: 10, filter: { includePending: true }) { totalCount }
      proposed: changes(first: 10, filter: { standings: [PROPOSED] }) { nodes { externalId } }
      asserted: changes(first: 10, filter: { standings: [ASSERTED] }) { totalCount }`,
      { at, knownAt },
    );
    expect(answer).toEqual({
      in: { totalCount: 5 },
      all: { totalCount: 6 },
      proposed: { nodes: [{ externalId: 'flytt' }] },
      asserted: { totalCount: 5 },
    });
  });
});

describe('once the competent body has decided', () => {
  test('it is in force, and an old knowledge time gives the old answer', async () => {
    expect(await parentOfIt({ at: '2022-06-01' })).toBe('Regionstyrelsen');
    expect(await parentOfIt({ at: '2022-06-01', knownAt: BEFORE_DECISION })).toBe('Driftnämnden Service');
  });

  test('its standing says by which decision', async () => {
    const selection = `changes(first: 1, filter: { text: "flytt" }) { nodes { standing pending
      standingReport { settledBy { paragraph } decisions { competent } missing { kind } }
      log { recording } } } pendingChanges(first: 1) { totalCount }`;
    expect(await ask(selection, { at: '2022-06-01' })).toEqual({
      changes: {
        nodes: [
          {
            standing: 'IN_FORCE',
            pending: false,
            standingReport: {
              settledBy: { paragraph: '§ 12' },
              decisions: [{ competent: false }, { competent: true }],
              missing: [{ kind: 'DATE' }],
            },
            log: [{ recording: 'PROPOSED' }, { recording: 'ENACTED' }],
          },
        ],
      },
      pendingChanges: { totalCount: 0 },
    });
    expect(await ask(selection, { at: '2020-06-01' })).toMatchObject({
      changes: { nodes: [{ standing: 'SCHEDULED' }] },
    });
  });

  test('what its date leaves open names the change and what would settle it', async () => {
    const answer = await ask<{ unit: { indeterminate: unknown[] } }>(
      `unit(id: "it") { indeterminate { field written valueName change
        changeDetails { id externalId standing } missing { kind } } }`,
      { at: '2021-06-30' },
    );
    expect(answer.unit.indeterminate).toEqual([
      {
        field: 'parent:line',
        written: '2021',
        valueName: 'Regionstyrelsen',
        change: expect.any(String),
        changeDetails: { id: expect.any(String), externalId: 'flytt', standing: 'IN_FORCE' },
        missing: [{ kind: 'DATE' }],
      },
    ]);
  });

  test('a chart between marks the units concerned, with their possible places', async () => {
    const boxes = async (fields: string) => {
      const { chart } = await ask<{ chart: { name: string; marks: unknown[] }[] }>(
        `chart { name marks { ${fields} } }`,
        { at: '2021-06-30' },
      );
      return chart.filter(({ marks }) => marks.length > 0);
    };
    expect(await boxes('field valueName')).toEqual([
      { name: 'IT-service', marks: [{ field: 'parent:line', valueName: 'Regionstyrelsen' }] },
    ]);
    expect(await boxes('missing { __typename } changeDetails { matter { number } }')).toEqual([
      {
        name: 'IT-service',
        marks: [{ missing: [{ __typename: 'TodoItem' }], changeDetails: { matter: { number: 'RS200432' } } }],
      },
    ]);
    expect(await boxes('missing { __typename }')).toMatchObject([{ name: 'IT-service' }]);
  });

  test('why a unit stands where it stands leads to decision, matter and document', async () => {
    const { unit: asked } = await ask<{ unit: { why: { field: string }[] } }>(
      `unit(id: "it") { why { field change { matter { number chain { paragraph recordedIn { title } } }
        standingReport { settledBy { paragraph } } } } }`,
      { at: '2022-06-01' },
    );
    expect(asked.why.find(({ field }) => field === 'parent:line')).toMatchObject({
      change: {
        matter: {
          number: 'RS200432',
          chain: [{ paragraph: '§ 8', recordedIn: { title: 'Protokoll § 8' } }, { paragraph: '§ 12' }],
        },
        standingReport: { settledBy: { paragraph: '§ 12' } },
      },
    });
  });
});

describe('what a condition has made lapse', () => {
  const slug = 'samgang';

  test('is in no chart, and history tells why', async () => {
    for (const standing of ['IN_FORCE', 'CONDITIONAL', 'PROPOSED']) {
      const { chart } = await ask<{ chart: { name: string }[] }>('chart { name }', {
        slug,
        at: '2022-06-01',
        standing,
      });
      expect(chart).toHaveLength(5);
    }
    expect(
      await ask(
        `pendingChanges(first: 5, filter: { standings: [LAPSED], matter: "RS 1398-2021" }) {
          nodes { externalId standing standingReport { missing { kind }
            conditions { text state outcome { state evidence on { written } } decision { act } } } } }`,
        { slug, at: '2022-06-01' },
      ),
    ).toMatchObject({
      pendingChanges: {
        nodes: [
          {
            externalId: 'samgang',
            standing: 'LAPSED',
            standingReport: {
              missing: [],
              conditions: [
                {
                  text: 'Fackliga förhandlingar är genomförda',
                  state: 'FAILED',
                  outcome: {
                    state: 'FAILED',
                    evidence: 'Facken avböjde',
                    on: { written: '2021-11-30' },
                  },
                  decision: { act: 'PROPOSES' },
                },
              ],
            },
          },
        ],
      },
    });
  });

  test('was shown before that was known, and what does not fit beside it is left out with the reasons', async () => {
    const axes = { slug, at: '2022-06-01', knownAt: '2021-11-01', standing: 'PROPOSED' };
    expect(
      await ask('chart { name } leftOut { changes { externalId } reasons { code message { sv } } }', axes),
    ).toMatchObject({
      chart: [
        { name: 'Regionfullmäktige' },
        { name: 'Driftnämnden Service' },
        { name: 'Regionstyrelsen' },
        { name: 'Medicinsk teknik' },
      ],
      leftOut: [{ changes: [{ externalId: 'rival' }], reasons: [{ code: 'NOT_IN_FORCE' }] }],
    });
  });

  test('compares with what is in force', async () => {
    const sides = (standing: string) =>
      api.data<{ compare: object }>(
        `query ($to: ReadingInput!) {
          compare(organisation: "samgang", from: { at: "2021-06-01", knownAt: "2021-11-01" }, to: $to) {
            ended { name successors { name } } } }`,
        { to: { at: '2022-06-01', knownAt: '2021-11-01', standing } },
      );
    expect(await sides('PROPOSED')).toEqual({
      compare: { ended: [{ name: 'IT-service', successors: [{ name: 'Medicinsk teknik' }] }] },
    });
    expect(await sides('IN_FORCE')).toEqual({ compare: { ended: [] } });
  });
});

describe('the matter of a change', () => {
  const selection = `matter(number: "RS 5") { changes { externalId standing } evidenced { externalId standing } chain { changes { externalId } } }
    changes(first: 10, filter: { kinds: [RENAME] }) { nodes { externalId matter { number } } }`;

  test('is that of its decisions, else the one that it names, as far as that is recorded', async () => {
    expect(await ask(selection, { slug: 'grund', at: '2022-01-01' })).toEqual({
      matter: {
        changes: [{ externalId: 'named', standing: 'IN_FORCE' }],
        evidenced: [{ externalId: 'matterOnly', standing: 'ASSERTED' }],
        chain: [{ changes: [{ externalId: 'named' }] }],
      },
      changes: {
        nodes: [
          { externalId: 'matterOnly', matter: { number: 'RS 5' } },
          { externalId: 'named', matter: { number: 'RS 5' } },
        ],
      },
    });
  });

  test('was not known before it was recorded', async () => {
    expect(await ask(selection, { slug: 'grund', at: '2022-01-01', knownAt: '2021-02-01' })).toMatchObject({
      matter: { changes: [], evidenced: [{ externalId: 'matterOnly', standing: 'ASSERTED' }], chain: [] },
      changes: { nodes: [{ matter: { number: 'RS 5' } }, { externalId: 'named', matter: null }] },
    });
  });
});

describe('node', () => {
  test('finds a condition, and what says that it failed', async () => {
    const { matter } = await ask<{ matter: { conditions: { id: string; outcome: { id: string } }[] } }>(
      'matter(number: "RS 1398-2021") { conditions { id outcome { id } } }',
      { slug: 'samgang' },
    );
    const [condition] = matter.conditions;
    const node = (id: string) =>
      api.data(
        `query ($id: ID!) { node(id: $id) { __typename
          ... on Condition { state decision { act } }
          ... on ConditionOutcome { evidence condition { text } document { id } } } }`,
        { id },
      );
    expect(await node(condition!.id)).toEqual({
      node: { __typename: 'Condition', state: 'FAILED', decision: { act: 'PROPOSES' } },
    });
    expect(await node(condition!.outcome.id)).toEqual({
      node: {
        __typename: 'ConditionOutcome',
        evidence: 'Facken avböjde',
        condition: { text: 'Fackliga förhandlingar är genomförda' },
        document: null,
      },
    });
  });
});
