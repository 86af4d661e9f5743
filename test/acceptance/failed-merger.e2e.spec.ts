/** What becomes of the merger of § 217 when the union negotiations fail. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  IMPORT_TIMEOUT,
  importedDemo,
  UNNAMED,
  type AskedOrganisation,
  type Axes,
  type ImportedDemo,
} from './imported-demo.js';

jest.setTimeout(60_000);

const AREAS = ['VO Digitalisering och medicinsk teknik', 'VO Service'];
const STANDINGS = ['IN_FORCE', 'CONDITIONAL', 'PROPOSED'] as const;
const DAYS = [
  '2017-12-31',
  '2018-12-31',
  '2021-12-31',
  '2022-01-01',
  '2022-02-28',
  '2022-03-01',
  '2023-01-01',
  '2040-01-01',
];

let demo: ImportedDemo;
let region: AskedOrganisation;
/** When the last line of the document was known, and all answers of that time. */
let beforehand: string;
let answersBeforehand: readonly string[];

beforeAll(async () => {
  demo = await importedDemo();
  region = demo.of(UNNAMED);
  const { recordedAt } = await region<{ recordedAt: string }>({ at: '2022-01-01' }, 'recordedAt');
  beforehand = recordedAt;
  answersBeforehand = await answersKnownThen();
  const { outcome, userErrors } = await demo.record('failCondition', {
    organisation: UNNAMED,
    condition: 'rs1398-villkor-forhandlingar',
    on: '2022-03-01',
    evidence: 'De fackliga parterna och regionen enades inte.',
    reason: 'Antagande för provet; handlingen säger inte hur det gick.',
  });
  expect([outcome, userErrors]).toEqual(['RECORDED', []]);
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

describe('17. if the negotiations fail', () => {
  test.each(STANDINGS)('no chart shows the merger, on any date (%s)', async (standing) => {
    for (const at of DAYS) {
      const { chart, leftOut } = await region<{ chart: { name: string }[]; leftOut: object[] }>(
        { at, standing },
        'chart(type: "verksamhetsomrade") { name } leftOut { reasons { code } }',
      );
      expect([at, chart.map(({ name }) => name), leftOut]).toEqual([
        at,
        at < '2018' ? AREAS.slice(0, 1) : AREAS,
        [],
      ]);
    }
  });

  test('nor a mark that it may have come', async () => {
    for (const at of DAYS.slice(2)) {
      const { chart } = await region<{ chart: { name: string; indeterminate: boolean }[] }>(
        { at, standing: 'PROPOSED' },
        'chart(type: "verksamhetsomrade") { name indeterminate }',
      );
      expect([at, chart.filter(({ indeterminate }) => indeterminate)]).toEqual([at, []]);
    }
  });

  test('the change has lapsed, and each of its units tells why', async () => {
    for (const unit of ['vo-service', 'vo-dmt']) {
      const { unit: area } = await region<{ unit: { pendingChanges: object[] } }>(
        { at: '2022-06-01' },
        `unit(id: "${unit}") { pendingChanges { standing matter { number } standingReport { missing { kind }
          conditions { text state outcome { on { written } evidence log { reason actor } }
            decision { paragraph body { name } } } } } }`,
      );
      expect(area.pendingChanges).toEqual([
        {
          standing: 'LAPSED',
          matter: { number: 'RS 1398-2021' },
          standingReport: {
            missing: [],
            conditions: [
              {
                text: 'De fackliga förhandlingar som krävs är genomförda.',
                state: 'FAILED',
                outcome: {
                  on: { written: '2022-03-01' },
                  evidence: 'De fackliga parterna och regionen enades inte.',
                  log: [{ reason: expect.stringContaining('Antagande'), actor: expect.any(String) }],
                },
                decision: { paragraph: '§ 217', body: { name: 'Arbetsutskottet' } },
              },
            ],
          },
        },
      ]);
    }
  });

  test('so do history and why on the command line', async () => {
    const asked = ['--organisation', UNNAMED, '--unit', 'vo-service', '--at', '2022-06-01', '--lang', 'sv'];
    for (const command of ['history', 'why']) {
      const text = await demo.kronika(command, ...asked);
      expect(text).toMatch(/\[förfallen\]/);
      expect(text).toContain('De fackliga parterna och regionen enades inte.');
    }
  });

  test('nothing more is missing of it', async () => {
    const { todo } = await region<{ todo: { nodes: { kind: string; change: { kind: string } | null }[] } }>(
      { at: '2022-06-01' },
      'todo(first: 50) { nodes { kind change { kind } } }',
    );
    expect(todo.nodes.filter(({ change }) => change?.kind === 'ANTICIPATE')).toEqual([]);
  });

  test('it has lapsed on every date, as known now: what failed never comes', async () => {
    for (const at of DAYS) {
      const { pendingChanges } = await region<{ pendingChanges: { nodes: object[] } }>(
        { at },
        'pendingChanges(first: 5) { nodes { standing standingReport { conditions { state } } } }',
      );
      expect([at, pendingChanges.nodes]).toEqual([
        at,
        [{ standing: 'LAPSED', standingReport: { conditions: [{ state: 'FAILED' }] } }],
      ]);
    }
  });
});

describe('what was known before that was recorded', () => {
  test('is the same afterwards, byte by byte', async () => {
    expect(await answersKnownThen()).toEqual(answersBeforehand);
  });

  test('differs from what is known now: the difference is what was learned', async () => {
    const standing = async (axes: Axes) => {
      const { pendingChanges } = await region<{ pendingChanges: { nodes: { standing: string }[] } }>(
        axes,
        'pendingChanges(first: 5) { nodes { standing } }',
      );
      return pendingChanges.nodes.map((node) => node.standing);
    };
    const at = '2022-06-01';
    expect([await standing({ at, knownAt: beforehand }), await standing({ at })]).toEqual([
      ['PROPOSED'],
      ['LAPSED'],
    ]);
  });
});

/** Answers as they come over the wire, of all kinds, fixed in both times. */
async function answersKnownThen(): Promise<string[]> {
  const answers: string[] = [];
  for (const at of ['2021-12-31', '2022-06-01']) {
    for (const standing of STANDINGS) {
      const selection = `chart { id name path indeterminate } position recordedAt
        pendingChanges(first: 9) { nodes { id standing standingReport { missing { kind message { sv en } }
          conditions { text state outcome { id } } } log { recordedAt recording source } } }
        matter(number: "RS 1398-2021") { sentence { sv } chain { called source } conditions { state } todo { kind } }
        unit(id: "vo-service") { history { field value recorded { recordedAt } } why { field change { id } }
          indeterminate { field written missing { kind } } }
        todo(first: 50) { nodes { kind message { sv en } } }`;
      const response = await fetch(`${demo.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `{ organisation(slug: "${UNNAMED}", at: "${at}", knownAt: "${beforehand}", standing: ${standing}) { ${selection} } }`,
        }),
      });
      answers.push(await response.text());
      const query = new URLSearchParams({ at, knownAt: beforehand, standing, format: 'csv' });
      const file = await fetch(`${demo.url}/export/${UNNAMED}/chart?${query}`);
      answers.push(`${file.status} ${await file.text()}`);
    }
  }
  for (const answer of answers) expect(answer).not.toMatch(/"errors"|^4/);
  return answers;
}
