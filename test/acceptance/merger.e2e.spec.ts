/** Two areas become one (§ 217, RS 1398-2021), in a region that the document does not name. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  IMPORT_TIMEOUT,
  importedDemo,
  UNNAMED,
  type AskedOrganisation,
  type ImportedDemo,
} from './imported-demo.js';

jest.setTimeout(60_000);

let demo: ImportedDemo;
let region: AskedOrganisation;
beforeAll(async () => {
  demo = await importedDemo();
  region = demo.of(UNNAMED);
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

const org = ['--organisation', UNNAMED];
const at = '2022-01-01';
const AREAS = ['VO Digitalisering och medicinsk teknik', 'VO Service'];

describe('11. the standing of the merger', () => {
  test('proposed by the committee to regionstyrelsen, on a condition; no decision by regionstyrelsen', async () => {
    const { pendingChanges } = await region<{ pendingChanges: { nodes: object[] } }>(
      { at },
      `pendingChanges(first: 9) { nodes { kind standing matter { number } units { name }
        standingReport { settledBy { called } needed { scope bodies { name } }
          decisions { competent decision { paragraph act to { name } awaits { name } body { name } } }
          conditions { text state } missing { kind } } } }`,
    );
    expect(pendingChanges.nodes).toEqual([
      {
        kind: 'ANTICIPATE',
        standing: 'PROPOSED',
        matter: { number: 'RS 1398-2021' },
        units: [...AREAS].reverse().map((name) => ({ name })),
        standingReport: {
          settledBy: null,
          needed: { scope: 'WITHIN_BOARD', bodies: [{ name: 'Regionstyrelsen' }] },
          decisions: [
            {
              competent: false,
              decision: {
                paragraph: '§ 217',
                act: 'PROPOSES',
                body: { name: 'Arbetsutskottet' },
                to: { name: 'Regionstyrelsen' },
                awaits: { name: 'Regionstyrelsen' },
              },
            },
          ],
          conditions: [{ text: 'De fackliga förhandlingar som krävs är genomförda.', state: 'OPEN' }],
          missing: ['DECISION', 'CONDITION', 'NAME', 'DATE', 'HEAD', 'FORM'].map((kind) => ({ kind })),
        },
      },
    ]);
  });

  test('on the command line', async () => {
    const why = await demo.kronika('why', ...org, '--unit', 'vo-service', '--at', at, '--lang', 'en');
    expect(why).toMatch(/\[proposed\]/);
    expect(why).toContain('A decision by Regionstyrelsen is missing');
    expect(why).toContain('De fackliga förhandlingar som krävs är genomförda.');
    const matter = await demo.kronika('matter', ...org, 'RS 1398-2021', '--at', at, '--lang', 'sv');
    expect(matter).toMatch(/Arbetsutskottet § 217 föreslog för Regionstyrelsen/);
    expect(matter).not.toMatch(/Regionstyrelsen beslutade/);
  });
});

describe('12. the merged area', () => {
  test('name, date, head and form are unknown; the number is exactly one', async () => {
    const { pendingChanges } = await region<{ pendingChanges: { nodes: object[] } }>(
      { at },
      `pendingChanges(first: 9) { nodes { on { written earliest latest }
        anticipation { count name type forms unknown parent { name } what } } }`,
    );
    expect(pendingChanges.nodes).toEqual([
      {
        on: { written: '..', earliest: null, latest: null },
        anticipation: {
          count: 1,
          name: null,
          type: 'verksamhetsomrade',
          forms: ['MERGE', 'ABSORB'],
          unknown: ['NAME', 'DATE', 'HEAD', 'FORM'],
          parent: null,
          what: expect.stringContaining('blir ett verksamhetsområde'),
        },
      },
    ]);
  });

  test('the to-do asks for each of the four', async () => {
    const { todo } = await region<{ todo: { nodes: { kind: string; change: { kind: string } | null }[] } }>(
      { at },
      `todo(first: 50) { nodes { kind change { kind } } }`,
    );
    const open = todo.nodes.filter(({ change }) => change?.kind === 'ANTICIPATE').map(({ kind }) => kind);
    expect(open).toEqual(['DECISION', 'CONDITION', 'NAME', 'DATE', 'HEAD', 'FORM']);
    const lines = await demo.lines<{ kind: string }>('todo', ...org, '--unit', 'vo-service', '--at', at);
    expect(lines.map(({ kind }) => kind)).toEqual(expect.arrayContaining(['name', 'date', 'head', 'form']));
  });

  test.each(['IN_FORCE', 'CONDITIONAL', 'PROPOSED'] as const)(
    'in no chart is there a third area (%s)',
    async (standing) => {
      for (const date of ['2019-01-01', '2021-12-31', at, '2023-01-01', '2040-01-01']) {
        const { chart } = await region<{ chart: { name: string }[] }>(
          { at: date, standing },
          `chart(type: "verksamhetsomrade") { name }`,
        );
        expect(chart.map(({ name }) => name)).toEqual(AREAS);
      }
    },
  );

  test('with what is proposed included the chart marks that both may be gone, and only then', async () => {
    const marks = async (standing: 'IN_FORCE' | 'PROPOSED') => {
      const { chart } = await region<{ chart: { name: string; indeterminate: boolean }[] }>(
        { at, standing },
        `chart { name indeterminate }`,
      );
      return chart.filter(({ indeterminate }) => indeterminate).map(({ name }) => name);
    };
    expect(await marks('PROPOSED')).toEqual(AREAS);
    expect(await marks('IN_FORCE')).toEqual([]);
  });

  test('what is in force and what is proposed differ in that it is awaited, and in nothing that is known', async () => {
    const { compare } = await demo.data<{ compare: object }>(
      `{ compare(organisation: "${UNNAMED}", from: { at: "${at}" }, to: { at: "${at}", standing: PROPOSED }) {
        begun { name } ended { name } merged { into { name } } awaited { what on { written } units { name } } } }`,
    );
    expect(compare).toEqual({
      begun: [],
      ended: [],
      merged: [],
      awaited: [
        {
          what: expect.stringContaining('blir ett verksamhetsområde'),
          on: { written: '..' },
          units: [...AREAS].reverse().map((name) => ({ name })),
        },
      ],
    });
    const asked = ['--from', at, '--to', at, '--standing-to', 'proposed', '--lang', 'sv'];
    expect(await demo.kronika('diff', ...org, ...asked)).toMatch(
      /^Väntade, form ännu öppen \(1\)\n {2}\? VO Service/,
    );
  });
});

describe('13. what § 217 added to the proposal that the committee received', () => {
  test('the condition, and nothing else', async () => {
    const { matter } = await region<{ matter: { chain: { changesSinceProposal: object[] }[] } }>(
      { at },
      `matter(number: "RS 1398-2021") { chain { changesSinceProposal { unchanged generation
        proposal { act } points { change } recipients { change } documents { change } to { after { name } }
        conditions { change before after } } } }`,
    );
    expect(matter.chain.at(-1)!.changesSinceProposal).toEqual([
      {
        unchanged: false,
        generation: 1,
        proposal: { act: 'PREPARES' },
        points: [],
        recipients: [],
        documents: [],
        to: null,
        conditions: [
          { change: 'ADDED', before: null, after: 'De fackliga förhandlingar som krävs är genomförda.' },
        ],
      },
    ]);
  });
});

describe('14. how old Digitalisering och medicinsk teknik is', () => {
  test('since 2017, and only the year is known', async () => {
    const ask = (date: string) =>
      region<{ unit: object }>(
        { at: date },
        `unit(id: "vo-dmt") { status existence { fromWritten toWritten } why { field change { on { written earliest latest } } } }`,
      );
    const { unit } = await ask(at);
    expect(unit).toMatchObject({
      status: 'IN_FORCE',
      existence: { fromWritten: '2017', toWritten: null },
      why: expect.arrayContaining([
        {
          field: 'existence',
          change: { on: { written: '2017', earliest: '2017-01-01', latest: '2017-12-31' } },
        },
      ]),
    });
    expect((await ask('2016-12-31')).unit).toMatchObject({ status: 'NOT_YET' });
    expect((await ask('2017-06-30')).unit).toMatchObject({ status: 'INDETERMINATE' });
  });

  test('on the command line', async () => {
    const history = await demo.kronika('history', ...org, '--unit', 'vo-dmt', '--lang', 'sv');
    expect(history).toMatch(/^2017 +existens: finns/m);
  });
});

test('15. four opportunities and four threats are recorded, each with its place', async () => {
  const { matter } = await region<{
    matter: { chain: { rationale: { aspect: string; place: string; document: object }[] }[] };
  }>(
    { at },
    `matter(number: "RS 1398-2021") { chain { rationale { aspect text place document { role } } } }`,
  );
  const lines = matter.chain.flatMap(({ rationale }) => rationale);
  const of = (aspect: string) => lines.filter((line) => line.aspect === aspect);
  expect([of('OPPORTUNITY').length, of('THREAT').length]).toEqual([4, 4]);
  for (const { place, document } of [...of('OPPORTUNITY'), ...of('THREAT')]) {
    expect(place).toMatch(/^Sammanfattning/);
    expect(document).toEqual({ role: 'MINUTES' });
  }
});
