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

describe('question 26: outcome, budget, deviation and forecast per line', () => {
  test('are as printed, in the order of the table', async () => {
    const { figures } = await ofOffice<{ figures: { row: string; value: string; place: string }[] }>(
      `figures(filter: { indicator: "Ekonomiskt resultat" }) { row value place }`,
    );
    const table = figures.filter(({ place }) => place === '5.1.1 Resultaträkning, tabellen');
    const rows = [...new Set(table.map(({ row }) => row))];
    const lines = rows.map((name) => {
      const values = table.filter(({ row }) => row === name).map(({ value }) => value);
      return `${name}: ${values.join(' ')}`;
    });
    expect(lines).toEqual([
      'Regionkontoret: -353.9 -390.9 37.1 16.8',
      'Förtroendevalda: -30.1 -34.8 4.7 3.0',
      'Utvecklingsmedel: -66.1 -99.1 33.0 28.5',
      'Totalt: 450.1 524.9 74.8 48.3',
    ]);
  });

  test('the printed sums and signs that do not agree are listed with both places and what accounts for them', async () => {
    const { contradictions } = await asked<{
      contradictions: {
        totalCount: number;
        nodes: {
          rule: string;
          printed: { row: string; kind: string; value: string; place: string };
          computed: string;
          difference: string;
          explanation: string | null;
        }[];
      };
    }>(
      `contradictions(first: 50, filter: { unit: "regionkontoret" }) { totalCount nodes {
         rule printed { row kind value place } computed difference explanation } }`,
    );
    const told = contradictions.nodes.map(
      ({ rule, printed: { row, kind, value }, computed, difference, explanation }) =>
        `${rule} ${row} ${kind}: ${value}, computed ${computed}, ${difference} off, ${explanation}`,
    );
    expect(contradictions.totalCount).toBe(told.length);
    expect(told).toEqual(
      expect.arrayContaining([
        'DIFFERENCE Regionkontoret DEVIATION: 37.1, computed 37.0, 0.1 off, ROUNDING',
        'SUM Totalt BUDGET: 524.9, computed -524.8, 1049.7 off, SIGN_AND_ROUNDING',
        'SUM Totalt OUTCOME: 450.1, computed -450.1, 900.2 off, SIGN',
        'DIFFERENCE Totalt DEVIATION: 74.8, computed -74.8, 149.6 off, SIGN',
        'SUM Summa OUTCOME: 20.5, computed 20.6, -0.1 off, ROUNDING',
        'STATEMENT anslaget för oförutsedda utgifter FORECAST_DEVIATION: 4.5, computed 3.0, 1.5 off, null',
      ]),
    );
  });

  test('only what rounding does not explain can be asked for, in words', async () => {
    const { contradictions } = await asked<{
      contradictions: { nodes: { explanation: string | null; sentence: { sv: string; en: string } }[] };
    }>(
      `contradictions(first: 50, filter: { beyondRounding: true }) { nodes { explanation sentence { sv en } } }`,
    );
    const { nodes } = contradictions;
    expect(nodes.some(({ explanation }) => explanation === 'ROUNDING')).toBe(false);
    expect(nodes.filter(({ explanation }) => explanation === null).map(({ sentence }) => sentence)).toEqual([
      {
        sv: 'anslaget för oförutsedda utgifter, prognostiserad avvikelse, Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023 5.2 Prognos budgetavvikelse, Förtroendevalda: 4,5 mnkr, men Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023 1 Sammanfattning: 3,0 mnkr: avrundning förklarar det inte',
        en: 'anslaget för oförutsedda utgifter, forecast deviation, Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023 5.2 Prognos budgetavvikelse, Förtroendevalda: 4.5 mnkr, but Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023 1 Sammanfattning: 3.0 mnkr: rounding does not explain it',
      },
    ]);
  });

  test('each part of a contradiction has its own place', async () => {
    const { contradictions } = await asked<{
      contradictions: { nodes: { printed: { value: string }; parts: object[]; elsewhere: boolean }[] };
    }>(
      `contradictions(first: 50, filter: { indicator: "Investeringar" }) { nodes { elsewhere otherDocument
         printed { value } parts { less figure { row value place document { title } } } } }`,
    );
    const [sum] = contradictions.nodes.filter(({ printed }) => printed.value === '20.5');
    expect(sum).toMatchObject({ elsewhere: false, otherDocument: false });
    expect(sum!.parts).toHaveLength(5);
    expect(sum!.parts[4]).toEqual({
      less: false,
      figure: {
        row: 'IT-utrustning',
        value: '18.3',
        place: '5.3 Investeringar, tabellen',
        document: { title: 'Regionstyrelsens uppföljningsrapport 2, januari–augusti 2023' },
      },
    });
  });
});

describe('question 27: regionkontoret 2023 beside 2020', () => {
  interface Point {
    readonly period: { readonly written: string };
    readonly amount: string | null;
    readonly likeForLike: boolean | null;
    readonly joined: readonly { readonly name: string }[];
    readonly left: readonly { readonly name: string }[];
    readonly restated: string | null;
    readonly terms: readonly { readonly changes: readonly { readonly standing: string }[] }[];
    readonly gaps: readonly { readonly code: string; readonly sentence: { readonly sv: string } }[];
    readonly inferred: readonly object[];
  }
  const POINTS = `restatedTo perimeter { name } points { period { written } amount likeForLike joined { name } left { name }
    excepted { name } sinceUnknown { name } restated terms { unit { name } role changes { standing } } gaps { code sentence { sv } }
    inferred { from { name } to { name } confidence observation { externalId } } sentence { sv } }`;
  const beside2020 = async (standing: string, more = '') => {
    const { series } = await ofOffice<{ series: { perimeter: { name: string }[]; points: Point[] } }>(
      `series(indicator: "Ekonomiskt resultat", restatedTo: "2023-12-31", periods: ["2020"], kinds: [OUTCOME]
         breakdown: [] ${more}) { ${POINTS} }`,
      standing,
    );
    return series;
  };

  test('with what is pending: IT joined in between by a transfer that is only proposed, Teleservice did not come along', async () => {
    const { perimeter, points } = await beside2020('PROPOSED');
    expect(perimeter.map(({ name }) => name)).toContain('IT- och teleservice');
    const [before, report] = points;
    expect(before).toMatchObject({
      period: { written: '2020' },
      likeForLike: false,
      joined: [{ name: 'IT- och teleservice' }],
      excepted: [{ name: 'Teleservice' }],
      amount: null,
      restated: null,
    });
    const standings = before!.terms.flatMap(({ changes }) => changes.map(({ standing }) => standing));
    expect(new Set(standings)).toEqual(new Set(['PROPOSED']));
    expect(
      before!.gaps.filter(({ code }) => code === 'FIGURE_MISSING').map(({ sentence }) => sentence.sv),
    ).toEqual([
      'ingen uppgift är registrerad för Regionkontoret',
      'ingen uppgift är registrerad för IT- och teleservice',
      'ingen uppgift är registrerad för Teleservice',
    ]);
    expect(report).toMatchObject({ likeForLike: true, amount: '450.082', restated: '450.082', gaps: [] });
  });

  test('in force: not like for like by inference, marked as such; since when is not known', async () => {
    const { points } = await beside2020('IN_FORCE');
    const [before, report] = points;
    expect(before).toMatchObject({
      likeForLike: false,
      joined: [{ name: 'IT- och teleservice' }],
      excepted: [{ name: 'Teleservice' }],
      restated: null,
      inferred: [
        {
          from: { name: 'IT- och teleservice' },
          to: { name: 'IT & Digitalisering' },
          confidence: 'MEDIUM',
          observation: { externalId: 'rh-iakttagelse-it-pa-regionkontoret' },
        },
      ],
    });
    expect(new Set(before!.gaps.map(({ code }) => code))).toEqual(new Set(['FIGURE_MISSING']));
    expect(report).toMatchObject({
      likeForLike: true,
      sinceUnknown: expect.arrayContaining([{ name: 'IT- och teleservice' }]) as object,
      restated: '450.082',
    });
  });

  test('in force and without inferences there is no link, and still nothing is invented of 2020', async () => {
    const { points } = await beside2020('IN_FORCE', 'followInferred: false');
    expect(
      points.map(({ period, amount, restated, inferred }) => [period.written, amount, restated, inferred]),
    ).toEqual([
      ['2020', null, null, []],
      ['2023-01/2023-08', '450.082', '450.082', []],
    ]);
  });

  test('a rejected inference is not followed', async () => {
    const before = await api.data<{ organisation: { recordedAt: string } }>(
      `{ organisation(slug: "region-halland") { recordedAt } }`,
    );
    await api.data(
      `mutation { rejectObservation(input: { organisation: "region-halland"
         observation: "rh-iakttagelse-it-pa-regionkontoret", text: "Inte samma verksamhet" }) { outcome } }`,
    );
    const { points } = await beside2020('IN_FORCE');
    expect(points[0]!.inferred).toEqual([]);
    const { organisation } = await api.data<{ organisation: { unit: { series: { points: Point[] } } } }>(
      `query ($known: Instant!) { organisation(slug: "region-halland", at: "2023-12-31", knownAt: $known) {
         unit(key: "regionkontoret") { series(indicator: "Ekonomiskt resultat", periods: ["2020"], kinds: [OUTCOME], breakdown: []) { ${POINTS} } } } }`,
      { known: before.organisation.recordedAt },
    );
    expect(organisation.unit.series.points[0]!.inferred).toHaveLength(1);
  });
});
