/** The merger of § 217 as a planner simulates it, in two scenarios. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { IMPORT_TIMEOUT, UNNAMED } from './imported-demo.js';
import {
  at,
  DMT,
  NEW_AREA,
  plannedMerger,
  TODAY,
  WITH_NEW_AREA,
  WITH_SERVICE,
  type PlannedMerger,
} from './planned-merger.js';

jest.setTimeout(60_000);

const CONDITION = 'De fackliga förhandlingar som krävs är genomförda.';

let merger: PlannedMerger;
beforeAll(async () => {
  merger = await plannedMerger();
}, IMPORT_TIMEOUT);
afterAll(() => merger.close());

const ways = () => [merger.newArea, merger.service];

/** The lines under a heading of an impact in words. */
async function told(id: string, heading: string): Promise<string[]> {
  const text = await merger.demo.kronika('scenario', 'impact', id, '--at', at, '--lang', 'sv');
  const section = text.split('\n\n').find((part) => part.startsWith(`${heading}\n`));
  return (section ?? '')
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.trim());
}

const SHAPE = 'units depth layers span { min max mean } singleChild';
const BEFORE = {
  units: 4,
  depth: 1,
  layers: [1, 3],
  span: { min: 3, max: 3, mean: '3.0' },
  singleChild: 0,
};
const AFTER = {
  units: 3,
  depth: 1,
  layers: [1, 2],
  span: { min: 2, max: 2, mean: '2.0' },
  singleChild: 0,
};

describe('16. the merger in two ways, each beside today', () => {
  test('a new area, in which both end; or Service, which absorbs Digitalisering and stands', async () => {
    expect(await merger.chartOf(UNNAMED, { at })).toEqual(TODAY);
    expect(await merger.chartOf(UNNAMED, { at }, merger.newArea)).toEqual(WITH_NEW_AREA);
    expect(await merger.chartOf(UNNAMED, { at }, merger.service)).toEqual(WITH_SERVICE);
    for (const id of ways()) {
      expect(await merger.chartOf(UNNAMED, { at: '2021-12-31' }, id)).toEqual(TODAY);
    }
  });

  test('units, depth and span: one unit fewer, as deep, two under the board where there were three', async () => {
    for (const id of ways()) {
      const { impact } = await merger.asked<{ impact: { shape: object } }>(
        id,
        `impact(at: "${at}") { shape { before { ${SHAPE} } after { ${SHAPE} } } }`,
      );
      expect(impact.shape).toEqual({ before: BEFORE, after: AFTER });
      expect(await told(id, 'Form, före → efter')).toEqual([
        'Enheter: 4 → 3',
        'Enheter på varje nivå, uppifrån: 1, 3 → 1, 2',
        'Enheter direkt under en annan: 3 till 3 (median 3, medel 3,0) → 2 till 2 (median 2, medel 2,0)',
      ]);
    }
  });

  test('both in one table with today, a row for each unit that is not the same in all', async () => {
    const { alternatives } = await merger.demo.data<{ alternatives: object }>(
      `query ($of: [ReadingInput!]!) { alternatives(organisation: "${UNNAMED}", of: $of, first: 9) {
        columns { counts { begun ended renamed reclassified moved recoded } }
        nodes { unit { name } cells { inForce continuedBy { name } } } } }`,
      { of: [{ at }, { at, scenario: merger.newArea }, { at, scenario: merger.service }] },
    );
    const none = { begun: 0, ended: 0, renamed: 0, reclassified: 0, moved: 0, recoded: 0 };
    const inForce = { inForce: true, continuedBy: [] };
    const into = (name: string) => ({ inForce: false, continuedBy: [{ name }] });
    const absent = { inForce: false, continuedBy: [] };
    expect(alternatives).toEqual({
      columns: [
        { counts: none },
        { counts: { ...none, begun: 1, ended: 2 } },
        { counts: { ...none, ended: 1 } },
      ],
      nodes: [
        { unit: { name: NEW_AREA }, cells: [absent, inForce, absent] },
        { unit: { name: DMT }, cells: [inForce, into(NEW_AREA), into('VO Service')] },
        { unit: { name: 'VO Service' }, cells: [inForce, into(NEW_AREA), inForce] },
      ],
    });
    const compared = await merger.demo.kronika(
      ...['scenario', 'compare', '--organisation', UNNAMED, '--at', at, ...ways()],
    );
    const rows = compared.trimEnd().split('\n').slice(5);
    expect(rows.map((row) => row.split(/ {2,}/))).toEqual([
      [`${NEW_AREA} [vo-nytt]`, '–', 'ny, under Regionstyrelsen', '–'],
      [`${DMT} [vo-dmt]`, 'under Regionstyrelsen', `upphör → ${NEW_AREA}`, 'upphör → VO Service'],
      ['VO Service [vo-service]', 'under Regionstyrelsen', `upphör → ${NEW_AREA}`, '='],
    ]);
  });

  test('what must happen first: the board decides, and the union negotiations are held', async () => {
    for (const id of ways()) {
      const { impact } = await merger.asked<{ impact: { neededFirst: object } }>(
        id,
        `impact { neededFirst { competence { scope bodies { name } rule { id } }
          conditions { text matter { number } } earliest { beforeDecision { on { written } } } } }`,
      );
      expect(impact.neededFirst).toEqual({
        competence: { scope: 'WITHIN_BOARD', bodies: [{ name: 'Regionstyrelsen' }], rule: null },
        conditions: [{ text: CONDITION, matter: { number: 'RS 1398-2021' } }],
        earliest: { beforeDecision: [{ on: { written: at } }] },
      });
      const first = await told(id, 'Behövs först');
      expect(first[0]).toContain('Regionstyrelsen');
      expect(first[1]).toContain(CONDITION);
    }
  });

  test('people and money are not known, since nothing measures them: no amount appears', async () => {
    const nothing = { value: null, parts: [] };
    const unknown = {
      indicator: null,
      moving: nothing,
      movedIn: nothing,
      movedOut: nothing,
      neutral: 'UNKNOWN',
    };
    const amount = '{ value parts { amount } }';
    const size = `{ indicator { id } moving ${amount} movedIn ${amount} movedOut ${amount} neutral }`;
    for (const id of ways()) {
      const { impact } = await merger.asked<{ impact: { resources: object } }>(
        id,
        `impact { resources { fte ${size} headCount ${size} budget ${size} } }`,
      );
      expect(impact.resources).toEqual({ fte: unknown, headCount: unknown, budget: unknown });
      for (const heading of ['Årsarbetare', 'Anställda', 'Budget']) {
        expect([heading, await told(id, heading)]).toEqual([heading, ['Okänt: inget nyckeltal mäter det.']]);
      }
    }
  });

  test('nothing of it is in the organisation, on any date and of any standing', async () => {
    expect(await merger.recorded()).toEqual(merger.before);
  });
});
