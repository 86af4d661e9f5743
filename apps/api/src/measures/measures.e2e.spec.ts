import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import type { ServedApi } from '../testing/served-api.js';
import { servedHalland } from '../testing/served-demo.js';

let api: ServedApi;
beforeAll(async () => {
  api = await servedHalland();
});
afterAll(() => api.close());

/** What is asked of the region at the end of 2023. */
async function asked<T>(selection: string, standing = 'IN_FORCE'): Promise<T> {
  const { organisation } = await api.data<{ organisation: T }>(
    `{ organisation(slug: "region-halland", at: "2023-12-31", standing: ${standing}) { ${selection} } }`,
  );
  return organisation;
}

async function ofOffice<T>(selection: string, standing?: string): Promise<T> {
  const { unit } = await asked<{ unit: T }>(`unit(key: "regionkontoret") { ${selection} }`, standing);
  return unit;
}

describe('indicators', () => {
  test('are listed with polarity, unit of measure and the place that defines them', async () => {
    const { indicators } = await asked<{ indicators: { name: string }[] }>(
      'indicators { name unitOfMeasure polarity parts decimals place document { role } alsoIn { unitOfMeasure is } }',
    );
    expect(indicators.map(({ name }) => name)).toEqual([
      'Personalomsättning',
      'Externa avgångars andel av alla avgångar',
      'Sjukfrånvaro',
      'Ekonomiskt resultat',
      'Investeringar',
    ]);
    expect(indicators[0]).toEqual({
      name: 'Personalomsättning',
      unitOfMeasure: '%',
      polarity: 'LOWER_IS_BETTER',
      parts: 'NONE',
      decimals: 2,
      place: '4.1 Personalomsättning',
      document: { role: 'REPORT' },
      alsoIn: [],
    });
    expect(indicators[3]).toMatchObject({
      polarity: 'HIGHER_IS_BETTER',
      alsoIn: [{ unitOfMeasure: 'tkr', is: '0.001' }],
    });
  });

  test('and tables are nodes, with how they were recorded', async () => {
    const { figures } = await asked<{
      figures: { nodes: { indicator: { id: string }; table: { id: string } }[] };
    }>('figures(first: 1) { nodes { indicator { id } table { id } } }');
    const [{ indicator, table }] = figures.nodes as [(typeof figures.nodes)[0]];
    const data = await api.data(
      `query ($indicator: ID!, $table: ID!) {
        indicator: node(id: $indicator) { id ... on Indicator { name log { recording } } }
        table: node(id: $table) { id ... on Figures { title place period { first last } unit { name }
          indicator { name } document { role } figures { value } log { recording } } } }`,
      { indicator: indicator.id, table: table.id },
    );
    expect(data).toEqual({
      indicator: { id: indicator.id, name: 'Personalomsättning', log: [{ recording: 'RECORDED' }] },
      table: {
        id: table.id,
        title: 'Personalomsättning',
        place: '4.1 Personalomsättning',
        period: { first: '2023-01-01', last: '2023-08-31' },
        unit: { name: 'Regionkontoret' },
        indicator: { name: 'Personalomsättning' },
        document: { role: 'REPORT' },
        figures: ['11.75', '11', '1.35', '3.66', '6.74', '12.04', '11.37', '9.78'].map((value) => ({
          value,
        })),
        log: [{ recording: 'RECORDED' }],
      },
    });
  });
});

describe('question 24: turnover and sick leave against their targets', () => {
  test('turnover 11.75 % against 11 % is not met, sick leave 2.4 % against 5.2 % is', async () => {
    const { targets } = await ofOffice<{ targets: object[] }>(
      `targets(period: "2023") { status reason polarity indicator { name } period { written }
         outcome { value unitOfMeasure place } wanted { value } sentence { sv en } }`,
    );
    expect(targets).toEqual([
      {
        status: 'NOT_MET',
        reason: null,
        polarity: 'LOWER_IS_BETTER',
        indicator: { name: 'Personalomsättning' },
        period: { written: '2023-01/2023-08' },
        outcome: { value: '11.75', unitOfMeasure: '%', place: '4.1 Personalomsättning' },
        wanted: { value: '11' },
        sentence: {
          sv: 'Personalomsättning för Regionkontoret, januari 2023 till augusti 2023: utfall 11,75 % mot målvärde 11 %: målet är inte nått (lägre är bättre)',
          en: 'Personalomsättning of Regionkontoret, January 2023 to August 2023: outcome 11.75 % against target 11 %: the target is not met (lower is better)',
        },
      },
      expect.objectContaining({
        status: 'MET',
        indicator: { name: 'Sjukfrånvaro' },
        outcome: { value: '2.4', unitOfMeasure: '%', place: '4.2 Sjukfrånvaro' },
        wanted: { value: '5.2' },
      }),
    ]);
  });

  test('an outcome says itself whether its target is met', async () => {
    const { figures } = await ofOffice<{ figures: object[] }>(
      `figures(filter: { indicator: "Sjukfrånvaro" }) { kind value targetMet target { wanted { value } } }`,
    );
    expect(figures).toEqual([
      { kind: 'OUTCOME', value: '2.4', targetMet: 'MET', target: { wanted: { value: '5.2' } } },
      { kind: 'TARGET', value: '5.2', targetMet: null, target: { wanted: { value: '5.2' } } },
    ]);
  });

  test('targets can be asked for by whether they are met', async () => {
    const { targets } = await asked<{ targets: object }>(
      'targets(first: 10, filter: { status: [NOT_MET] }) { totalCount nodes { indicator { name } unit { name } } }',
    );
    expect(targets).toEqual({
      totalCount: 1,
      nodes: [{ indicator: { name: 'Personalomsättning' }, unit: { name: 'Regionkontoret' } }],
    });
  });

  test('the parts of turnover are there, and nothing says that they do not add up', async () => {
    const answer = await asked<object>(
      `figures(first: 10, filter: { unit: "regionkontoret", indicator: "rh-personalomsattning", breakdown: [] }) {
         nodes { kind value } }
       contradictions(first: 1, filter: { indicator: "Personalomsättning" }) { totalCount }`,
    );
    expect(answer).toEqual({
      figures: {
        nodes: [
          { kind: 'OUTCOME', value: '11.75' },
          { kind: 'TARGET', value: '11' },
        ],
      },
      contradictions: { totalCount: 0 },
    });
  });
});

test('question 25: which unit has the highest external turnover, and what it comes from, in one query', async () => {
  const { figures } = await asked<{ figures: object }>(
    `figures(first: 1, order: HIGHEST, filter: { indicator: "Personalomsättning", kinds: [OUTCOME]
        breakdown: [{ dimension: "avgång", category: "extern" }] }) {
      nodes { value unitOfMeasure place unit { name inferredLineage(direction: BACK) {
        from { name } relation confidence verdict observation { place } } } } }`,
  );
  expect(figures).toEqual({
    nodes: [
      {
        value: '9.78',
        unitOfMeasure: '%',
        place: '4.1 Personalomsättning',
        unit: {
          name: 'IT & Digitalisering',
          inferredLineage: [
            {
              from: { name: 'IT- och teleservice' },
              relation: 'CONTINUES',
              confidence: 'MEDIUM',
              verdict: 'UNREVIEWED',
              observation: { place: '4.1 och 5.2' },
            },
          ],
        },
      },
    ],
  });
});

describe('figures', () => {
  const count = async (filter: string) =>
    (
      await asked<{ figures: { totalCount: number } }>(
        `figures(first: 1, filter: { ${filter} }) { totalCount }`,
      )
    ).figures.totalCount;

  test('are found by a period that has a day in common with theirs', async () => {
    const [turnover, august, spring, earlier] = await Promise.all(
      ['2023', '2023-08-31/2024', '2023-02', '2022'].map((period) =>
        count(`indicator: "Personalomsättning", period: "${period}"`),
      ),
    );
    expect([turnover, august, spring, earlier]).toEqual([8, 8, 8, 0]);
    expect(await count('indicator: "Investeringar", period: "2023-12"')).toBeLessThan(
      await count('indicator: "Investeringar"'),
    );
  });

  test('are paged through, each once, in the order of their amounts', async () => {
    const values: string[] = [];
    let after: string | null = null;
    do {
      const {
        figures,
      }: { figures: { nodes: { value: string }[]; pageInfo: { hasNextPage: boolean; endCursor: string } } } =
        await asked(
          `figures(first: 3, order: LOWEST, filter: { indicator: "Personalomsättning" }
             ${after === null ? '' : `after: "${after}"`}) { nodes { value } pageInfo { hasNextPage endCursor } }`,
        );
      values.push(...figures.nodes.map(({ value }) => value));
      after = figures.pageInfo.hasNextPage ? figures.pageInfo.endCursor : null;
    } while (after !== null);
    expect(values).toEqual(['1.35', '3.66', '6.74', '9.78', '11', '11.37', '11.75', '12.04']);
  });

  test('keep what is printed, in the unit of measure in which it is printed', async () => {
    const { figures } = await asked<{ figures: { nodes: object[] } }>(
      `figures(first: 200, filter: { indicator: "Investeringar", kinds: [BUDGET] }) {
         nodes { row value unitOfMeasure amount printed breakdown { dimension category } } }`,
    );
    expect(figures.nodes).toContainEqual({
      row: 'Ny IAM-plattform',
      value: '500',
      unitOfMeasure: 'tkr',
      amount: '0.5',
      printed: "500'",
      breakdown: [
        { dimension: 'del', category: 'IAM-plattform' },
        { dimension: 'investering', category: 'IT-utrustning' },
      ],
    });
  });

  test.each([
    ['figures(first: 1, filter: { unit: "nowhere" }) { totalCount }', 'UNKNOWN_UNIT', 'filter.unit'],
    [
      'figures(first: 1, filter: { indicator: "Lycka" }) { totalCount }',
      'UNKNOWN_RECORD',
      'filter.indicator',
    ],
    ['figures(first: 1, filter: { period: "förra året" }) { totalCount }', 'INVALID_DATE', 'period'],
    ['figures(first: 500) { totalCount }', 'INVALID_PAGE', 'first'],
    [
      'figures(first: 1, filter: { breakdown: [{ dimension: "a", category: "b" }, { dimension: "a", category: "c" }] }) { totalCount }',
      'INVALID_FILTER',
      'filter.breakdown',
    ],
    [
      'unit(key: "regionkontoret") { series(indicator: "Lycka") { restatedTo } }',
      'UNKNOWN_RECORD',
      'indicator',
    ],
    [
      'unit(key: "regionkontoret") { series(indicator: "Sjukfrånvaro", periods: ["../2020"]) { restatedTo } }',
      'INVALID_DATE',
      'periods',
    ],
    [
      'unit(key: "regionkontoret") { series(indicator: "Sjukfrånvaro", restatedTo: "2023-02-29") { restatedTo } }',
      'INVALID_DATE',
      'restatedTo',
    ],
  ])('%s is refused', async (selection, code, field) => {
    const { errors } = await api.ask(`{ organisation(slug: "region-halland") { ${selection} } }`);
    expect(errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([[code, field]]);
    expect(errors[0]!.extensions.messages.sv).not.toBe('');
  });

  test('of more than 100 periods are refused', async () => {
    const { errors } = await api.ask(
      `query ($periods: [EdtfDate!]) { organisation(slug: "region-halland") {
         unit(key: "regionkontoret") { series(indicator: "Sjukfrånvaro", periods: $periods) { restatedTo } } } }`,
      { periods: Array.from({ length: 101 }, (_, i) => String(1900 + i)) },
    );
    expect(errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([
      ['INVALID_FILTER', 'periods'],
    ]);
  });

  test('of a page of units can be asked for, but not a series of each', async () => {
    const each = (field: string) =>
      api.ask(
        `{ organisation(slug: "region-halland", at: "2023-12-31") { units(first: 100) { nodes { name ${field} } } } }`,
      );
    const { data, errors } = await each('figures(filter: { indicator: "Sjukfrånvaro" }) { value }');
    expect(errors).toEqual([]);
    const { nodes } = (data as { organisation: { units: { nodes: { name: string; figures: object[] }[] } } })
      .organisation.units;
    expect(nodes.filter(({ figures }) => figures.length > 0).map(({ name }) => name)).toEqual([
      'Regionkontoret',
    ]);
    const series = await each('series(indicator: "Sjukfrånvaro") { restatedTo }');
    expect(series.errors.map(({ extensions }) => extensions.code)).toEqual(['TOO_COSTLY']);
  });

  test('are not there before they were recorded', async () => {
    const { organisation } = await api.data<{ organisation: object }>(
      `query { organisation(slug: "region-halland", at: "2023-12-31") { indicators { log { recordedAt } } } }`,
    );
    const [first] = (organisation as { indicators: { log: { recordedAt: string }[] }[] }).indicators;
    const known = first!.log[0]!.recordedAt;
    const then = await api.data<{ organisation: { figures: { totalCount: number }; indicators: object[] } }>(
      `query ($known: Instant!) { organisation(slug: "region-halland", at: "2023-12-31", knownAt: $known) {
         figures(first: 1) { totalCount } indicators { id } } }`,
      { known },
    );
    expect(then.organisation.figures.totalCount).toBe(0);
    expect(then.organisation.indicators.length).toBeGreaterThan(0);
  });
});
