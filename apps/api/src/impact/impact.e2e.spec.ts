import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from '../testing/served-api.js';

const ORGANISATION = 'regionen';
const LINES = [
  unit('rf', 'Regionfullmäktige', 'fullmaktige', null),
  unit('rs', 'Regionstyrelsen', 'regionstyrelse', 'rf'),
  unit('ds', 'Driftnämnden', 'driftnamnd', 'rf'),
  unit('kontoret', 'Kontoret', 'forvaltning', 'rs'),
  unit('service', 'Service', 'forvaltning', 'ds'),
  unit('it', 'IT', 'avdelning', 'kontoret'),
  unit('tele', 'Tele', 'enhet', 'it'),
  unit('hr', 'HR', 'avdelning', 'kontoret'),
  unit('arkiv', 'Arkiv', 'enhet', 'hr', { kst: '400' }),
  indicator('arsarbetare', 'Årsarbetare', 'årsarbetare', 'fte'),
  indicator('driftbudget', 'Driftbudget', 'mnkr', 'budget'),
  figures('arsarbetare', 'it', '2029', { outcome: '12.50' }),
  figures('arsarbetare', 'tele', '2029', { outcome: '4' }),
  figures('arsarbetare', 'arkiv', '2029', { outcome: '2' }),
  figures('driftbudget', 'it', '2030', { budget: '0.1' }),
  { kind: 'matter', id: 'm1', number: 'RS 7', title: 'Arkivet' },
  { kind: 'document', id: 'policy', matter: 'm1', title: 'Arkivpolicy', role: 'steeringDocument' },
  {
    kind: 'assignment',
    id: 'gallra',
    title: 'Gallra',
    matter: 'm1',
    to: ['arkiv'],
    due: '2029-06',
    document: 'policy',
  },
  { kind: 'decision', id: 'd1', matter: 'm1', body: 'rs', act: 'proposes', on: '2026-01-01', to: 'rf' },
  { kind: 'condition', id: 'c1', decision: 'd1', text: 'Facklig förhandling är avslutad' },
  {
    kind: 'rename',
    on: '2031-01-01',
    unit: 'tele',
    name: 'Telefoni',
    basis: { matter: 'm1', decision: 'd1' },
  },
];
const IT_MOVES = { kind: 'transfer', on: '2030-01-01', unit: 'it', to: 'service' };

function unit(key: string, name: string, type: string, parent: string | null, codes: object = {}) {
  return { kind: 'establish', on: '2015-01-01', unit: { key, name, type, parent, codes } };
}
function indicator(id: string, name: string, unitOfMeasure: string, sizes: string) {
  return {
    kind: 'indicator',
    id,
    name,
    unitOfMeasure,
    polarity: 'neutral',
    parts: 'sum',
    decimals: 2,
    sizes,
  };
}
function figures(of: string, key: string, period: string, values: object) {
  return { kind: 'figures', indicator: of, unit: key, period, rows: [{ values }] };
}

const AMOUNT =
  '{ value computed periodsDiffer parts { amount unit { name } } missing { reason unit { name } } }';
const HOLDER = '{ kind unit { name } }';
const SIZE = `{ indicator { name unitOfMeasure sizes } neutral moving ${AMOUNT} movedIn { value } movedOut { value }
  holders { holder ${HOLDER} movedIn { value } movedOut { value } net }
  flows { unit { name } from ${HOLDER} to ${HOLDER} amount ${AMOUNT} } }`;

let api: ServedApi;
beforeAll(async () => {
  api = await servedApi();
  await api.importLines(ORGANISATION, LINES);
});
afterAll(() => api.close());

/** Begins a scenario about the middle of 2030 with lines in it. @returns its id */
async function planned(lines: readonly object[], more: object = {}): Promise<string> {
  const input = { organisation: ORGANISATION, name: 'Plan', at: '2030-06-01', ...more };
  const created = await api.data<{ createScenario: { scenario: { id: string } } }>(
    `mutation ($input: CreateScenarioInput!) { createScenario(input: $input) { scenario { id } userErrors { message } } }`,
    { input },
  );
  const { id } = created.createScenario.scenario;
  const simulated = await api.data<{ simulate: { userErrors: object[] } }>(
    `mutation ($input: SimulateInput!) { simulate(input: $input) { userErrors { code message } } }`,
    { input: { scenario: id, lines: lines.map((line) => JSON.stringify(line)) } },
  );
  expect(simulated.simulate.userErrors).toEqual([]);
  return id;
}

async function asked(id: string, fields: string): Promise<unknown> {
  const data = await api.data<{ scenario: unknown }>(`query ($id: ID!) { scenario(id: $id) { ${fields} } }`, {
    id,
  });
  return data.scenario;
}

describe('the impact of a scenario', () => {
  test('has the units that act, and those that are brought along and because of which', async () => {
    const id = await planned([IT_MOVES]);
    const units = `units { begun { id } ended { id } moved { name before { parent { name } } after { parent { name } } }
      broughtAlong { name consequences { what before { name } typeBefore after { name } because { name } } } }`;
    const because = { typeBefore: null, because: { name: 'IT' } };
    expect(await asked(id, `impact { at ${units} }`)).toEqual({
      impact: {
        at: '2030-06-01',
        units: {
          begun: [],
          ended: [],
          moved: [
            { name: 'IT', before: { parent: { name: 'Kontoret' } }, after: { parent: { name: 'Service' } } },
          ],
          broughtAlong: [
            {
              name: 'Tele',
              consequences: [
                {
                  what: 'ADMINISTRATION',
                  before: { name: 'Kontoret' },
                  after: { name: 'Service' },
                  ...because,
                },
                {
                  what: 'POLITICAL_BODY',
                  before: { name: 'Regionstyrelsen' },
                  after: { name: 'Driftnämnden' },
                  ...because,
                },
              ],
            },
          ],
        },
      },
    });
  });

  test('has exact amounts per administration, with the figures that they come from', async () => {
    const id = await planned([IT_MOVES]);
    const amount = {
      value: '12.50',
      computed: false,
      periodsDiffer: false,
      parts: [{ amount: '12.50', unit: { name: 'IT' } }],
      missing: [],
    };
    const [kontoret, service] = ['Kontoret', 'Service'].map((name) => ({
      kind: 'ADMINISTRATION',
      unit: { name },
    }));
    expect(
      await asked(id, `impact { resources { fte ${SIZE} budget { neutral movedIn { value } } } }`),
    ).toEqual({
      impact: {
        resources: {
          fte: {
            indicator: { name: 'Årsarbetare', unitOfMeasure: 'årsarbetare', sizes: 'FTE' },
            neutral: 'YES',
            moving: amount,
            movedIn: { value: '12.50' },
            movedOut: { value: '12.50' },
            holders: [
              { holder: kontoret, movedIn: { value: '0' }, movedOut: { value: '12.50' }, net: '-12.5' },
              { holder: service, movedIn: { value: '12.50' }, movedOut: { value: '0' }, net: '12.5' },
            ],
            flows: [{ unit: { name: 'IT' }, from: kontoret, to: service, amount }],
          },
          budget: { neutral: 'YES', movedIn: { value: '0.1' } },
        },
      },
    });
  });

  test('says of what is not known whose figures are missing and why, and that something goes to nobody', async () => {
    const id = await planned([
      { kind: 'transfer', on: '2030-01-01', unit: 'hr', to: 'service' },
      { kind: 'dissolve', on: '2030-01-01', unit: 'tele', successors: 'none' },
      {
        kind: 'establish',
        on: '2030-01-01',
        unit: { key: 'ny', name: 'Ny', type: 'enhet', parent: 'service' },
      },
    ]);
    const some = `flows { unit { name } to { kind } amount { value missing { reason unit { name } } } } neutral`;
    expect(
      await asked(
        id,
        `impact { resources { fte { ${some} } headCount { indicator { id } ${some} } begunFromNothing { name } } }`,
      ),
    ).toEqual({
      impact: {
        resources: {
          fte: {
            flows: [
              { unit: { name: 'HR' }, to: { kind: 'ADMINISTRATION' }, amount: { value: '2', missing: [] } },
              { unit: { name: 'Tele' }, to: { kind: 'NONE' }, amount: { value: '4', missing: [] } },
            ],
            neutral: 'NO',
          },
          headCount: {
            indicator: null,
            flows: ['HR', 'Tele'].map((name) => ({
              unit: { name },
              to: { kind: name === 'HR' ? 'ADMINISTRATION' : 'NONE' },
              amount: { value: null, missing: [{ reason: 'NO_INDICATOR', unit: { name } }] },
            })),
            neutral: 'UNKNOWN',
          },
          begunFromNothing: [{ name: 'Ny' }],
        },
      },
    });
  });

  test('has the shape before and after', async () => {
    const id = await planned([{ kind: 'transfer', on: '2030-01-01', unit: 'arkiv', to: 'tele' }]);
    const shape = '{ units depth layers span { min median max mean } singleChild }';
    expect(
      await asked(
        id,
        `impact { shape { before ${shape} after ${shape} chainsBegun { name } chainsEnded { name } } }`,
      ),
    ).toEqual({
      impact: {
        shape: {
          before: {
            units: 9,
            depth: 4,
            layers: [1, 2, 2, 2, 2],
            span: { min: 1, median: '1', max: 2, mean: '1.3' },
            singleChild: 4,
          },
          after: {
            units: 9,
            depth: 5,
            layers: [1, 2, 2, 2, 1, 1],
            span: { min: 1, median: '1', max: 2, mean: '1.3' },
            singleChild: 4,
          },
          chainsBegun: [{ name: 'Tele' }],
          chainsEnded: [{ name: 'HR' }],
        },
      },
    });
  });

  test('has what would point at something that has ended', async () => {
    const id = await planned([{ kind: 'absorb', on: '2030-01-01', units: ['arkiv'], into: 'hr' }]);
    expect(
      await asked(
        id,
        `impact { leftBehind { codes { scheme code unit { name } }
          assignments { title status standing due { written } units { name } successors { name } }
          measures { unit { name } indicator { name } figures targets latestPeriod }
          steeringDocuments { title concern becomes unit { name } } } }`,
      ),
    ).toEqual({
      impact: {
        leftBehind: {
          codes: [{ scheme: 'kst', code: '400', unit: { name: 'Arkiv' } }],
          assignments: [
            {
              title: 'Gallra',
              status: 'OVERDUE',
              standing: 'BY_PLAN',
              due: { written: '2029-06' },
              units: [{ name: 'Arkiv' }],
              successors: [{ name: 'HR' }],
            },
          ],
          measures: [
            {
              unit: { name: 'Arkiv' },
              indicator: { name: 'Årsarbetare' },
              figures: 1,
              targets: 0,
              latestPeriod: '2029',
            },
          ],
          steeringDocuments: [
            {
              title: 'Arkivpolicy',
              concern: 'GIVES_ASSIGNMENT',
              becomes: 'ENDED',
              unit: { name: 'Arkiv' },
            },
          ],
        },
      },
    });
  });

  test('has who must decide, which conditions are open, and what is dated too early', async () => {
    const id = await planned([
      { kind: 'transfer', on: '2030-01-01', unit: 'tele', to: 'service' },
      { kind: 'rename', on: '2020-01-01', unit: 'hr', name: 'Personal' },
    ]);
    const early = 'change on { written } certain sentence { sv en }';
    const answer = (await asked(
      id,
      `impact { neededFirst {
        competence { scope boards { name } bodies { name } type untracked delegates { name } rule { id } }
        conditions { text units { name } matter { number } condition { decision { act } } }
        earliest { takesEffect finalOn { earliest } source { cite } beforeDecision { ${early} } beforeFinal { ${early} } } } }`,
    )) as { impact: { neededFirst: { earliest: Record<string, unknown> } } };
    expect(answer.impact.neededFirst).toMatchObject({
      competence: {
        scope: 'ACROSS_BOARDS',
        boards: [{ name: 'Regionstyrelsen' }, { name: 'Driftnämnden' }],
        bodies: [{ name: 'Regionfullmäktige' }],
        type: 'fullmaktige',
        untracked: false,
        delegates: [],
        rule: null,
      },
      conditions: [
        {
          text: 'Facklig förhandling är avslutad',
          units: [{ name: 'Tele' }],
          matter: { number: 'RS 7' },
          condition: { decision: { act: 'PROPOSES' } },
        },
      ],
      earliest: { beforeDecision: [{ on: { written: '2020-01-01' }, certain: true }] },
    });
    const { takesEffect, finalOn } = answer.impact.neededFirst.earliest;
    expect((finalOn as { earliest: string }).earliest > (takesEffect as string)).toBe(true);
  });

  test('is of the date that is asked about, also within an answer of the organisation', async () => {
    const id = await planned([IT_MOVES]);
    expect(await asked(id, 'impact(at: "2029-12-31") { at units { moved { name } } }')).toEqual({
      impact: { at: '2029-12-31', units: { moved: [] } },
    });
    const data = await api.data<{ organisation: { scenario: object } }>(
      `query ($id: ID!) { organisation(slug: "${ORGANISATION}", scenario: $id) {
        scenario { impact { units { moved { name } } } } } }`,
      { id },
    );
    expect(data.organisation.scenario).toEqual({ impact: { units: { moved: [{ name: 'IT' }] } } });
    const { errors } = await api.ask(
      `query ($id: ID!) { scenario(id: $id) { impact(at: "i går") { at } } }`,
      {
        id,
      },
    );
    expect(errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([
      ['INVALID_DATE', 'at'],
    ]);
  });

  test('may be asked for in full, and not of a large page of scenarios', async () => {
    const id = await planned([IT_MOVES]);
    const all = `impact { units { begun { name } ended { name } renamed { name } moved { name } movedPolitically { name }
      movedElsewhere { name } broughtAlong { name consequences { what because { name } } } }
      resources { fte ${SIZE} headCount ${SIZE} budget ${SIZE} } shape { after { layers } }
      leftBehind { codes { code } assignments { title } measures { figures } steeringDocuments { title } }
      neededFirst { competence { bodies { name } } conditions { text } earliest { takesEffect } } }`;
    await expect(asked(id, all)).resolves.toBeDefined();
    const { errors } = await api.ask(
      `{ scenarios(organisation: "${ORGANISATION}", first: 100) { nodes { impact { at } } } }`,
    );
    expect(errors.map(({ extensions }) => extensions.code)).toEqual(['TOO_COSTLY']);
  });
});

describe('the targets of a scenario', () => {
  test('are told with their limits, whether they are met, and why, in both languages', async () => {
    const targets = [
      { goal: 'STAFF_NEUTRAL' },
      { goal: 'COST_NEUTRAL' },
      { goal: 'MAX_LAYERS', most: 4 },
      { goal: 'SPAN', least: 1, most: 2 },
    ];
    const id = await planned([IT_MOVES, { ...IT_MOVES, unit: 'hr' }], { targets });
    expect(await asked(id, 'targets { goal least most result message { sv en } }')).toEqual({
      targets: [
        {
          goal: 'STAFF_NEUTRAL',
          least: null,
          most: null,
          result: 'MET',
          message: { sv: 'Det som flyttas tar ut varandra', en: 'What moves adds up to nothing' },
        },
        {
          goal: 'COST_NEUTRAL',
          least: null,
          most: null,
          result: 'UNKNOWN',
          message: { sv: 'Uppgifter saknas för HR', en: 'Figures are missing for HR' },
        },
        {
          goal: 'MAX_LAYERS',
          least: null,
          most: 4,
          result: 'NOT_MET',
          message: { sv: '5 nivåer', en: '5 layers' },
        },
        {
          goal: 'SPAN',
          least: 1,
          most: 2,
          result: 'MET',
          message: { sv: '1 till 2 enheter under en annan', en: '1 to 2 units under another' },
        },
      ],
    });
    expect(await asked(await planned([IT_MOVES]), 'targets { goal }')).toEqual({ targets: [] });
  });
});
