/** Follow-up report 2, January to August 2023: assignments, units and what can be inferred of their origin. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  HALLAND,
  IMPORT_TIMEOUT,
  importedDemo,
  type AskedOrganisation,
  type ImportedDemo,
} from './imported-demo.js';

jest.setTimeout(60_000);

let demo: ImportedDemo;
let halland: AskedOrganisation;
beforeAll(async () => {
  demo = await importedDemo();
  halland = demo.of(HALLAND);
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

const org = ['--organisation', HALLAND];
/** The report is undated; by the end of its year it has come for certain. */
const at = '2023-12-31';
const REPORT = 'Uppföljningsrapport 2, januari–augusti 2023';

describe('23. the eleven assignments of regionstyrelsen', () => {
  interface Assessed {
    readonly number: string;
    readonly assessment: string | null;
    readonly status: string;
  }
  async function assessed(date: string): Promise<readonly Assessed[]> {
    const { matters } = await halland<{ matters: { nodes: { title: string; assignments: Assessed[] }[] } }>(
      { at: date },
      `matters(first: 1, filter: { text: "${REPORT}" }) { nodes { title assignments { number assessment status } } }`,
    );
    return matters.nodes[0]!.assignments;
  }
  const NUMBERS = Array.from({ length: 11 }, (_, i) => `2.2.${i + 1}`);

  test('"delvis" are 2.2.1 and 2.2.5; eight "uppfylls"; 2.2.9 has no assessment', async () => {
    const all = await assessed(at);
    expect(all.map(({ number }) => number)).toEqual(NUMBERS);
    const of = (wanted: string) =>
      all.filter(({ assessment }) => assessment === wanted).map(({ number }) => number);
    expect(of('PARTLY_MET')).toEqual(['2.2.1', '2.2.5']);
    expect(of('MET')).toHaveLength(8);
    expect(of('NONE_GIVEN')).toEqual(['2.2.9']);
    expect(of('NOT_MET')).toEqual([]);
  });

  test('can be asked for by their assessment, each with the place that says so', async () => {
    const { assignments } = await halland<{ assignments: { nodes: object[] } }>(
      { at },
      `assignments(first: 20, filter: { assessment: PARTLY_MET }) {
        nodes { number to { name } reports { assessment certain place document { role } } } }`,
    );
    expect(assignments.nodes).toEqual(
      ['2.2.1', '2.2.5'].map((number) => ({
        number,
        to: [{ name: 'Regionkontoret' }],
        reports: [{ assessment: 'PARTLY_MET', certain: true, place: number, document: { role: 'REPORT' } }],
      })),
    );
  });

  test('2.2.9 is on the to-do for want of an assessment', async () => {
    const { todo } = await halland<{ todo: { nodes: { message: { sv: string } }[] } }>(
      { at },
      'todo(first: 50, filter: { kinds: [ASSESSMENT] }) { nodes { message { sv } } }',
    );
    expect(todo.nodes.map(({ message }) => message.sv)).toContainEqual(expect.stringContaining('2.2.9'));
  });

  test('one alone is said to be done; the others go on', async () => {
    const all = await assessed(at);
    expect(all.filter(({ status }) => status === 'DONE').map(({ number }) => number)).toEqual(['2.2.3']);
    expect(all.filter(({ status }) => status === 'REPORTED')).toHaveLength(10);
  });

  test('on the last day of its period the report may have come, or not', async () => {
    const { assignments } = await halland<{ assignments: { nodes: object[] } }>(
      { at: '2023-08-31' },
      `assignments(first: 20, filter: { unit: "regionkontoret" }) {
        nodes { number assessment reports { certain assessment } } }`,
    );
    expect(assignments.nodes).toContainEqual({
      number: '2.2.5',
      assessment: null,
      reports: [{ certain: false, assessment: 'PARTLY_MET' }],
    });
  });
});

describe('25. the predecessor of IT & Digitalisering', () => {
  test('IT- och teleservice, by inference: from an observation, unreviewed, and marked so', async () => {
    const { unit } = await halland<{ unit: object }>(
      { at },
      `unit(id: "it-digitalisering") { lineage { relation }
        inferredLineage { direction generation from { name } to { name } relation confidence verdict
          observation { place document { role } corroborates { externalId standing } } } }`,
    );
    expect(unit).toEqual({
      lineage: [],
      inferredLineage: [
        {
          direction: 'BACK',
          generation: 1,
          from: { name: 'IT- och teleservice' },
          to: { name: 'IT & Digitalisering' },
          relation: 'CONTINUES',
          confidence: 'MEDIUM',
          verdict: 'UNREVIEWED',
          observation: {
            place: '4.1 och 5.2',
            document: { role: 'REPORT' },
            // The transfer of 2021, which is still only proposed.
            corroborates: { externalId: 'rh-overflyttning-it-linje', standing: 'PROPOSED' },
          },
        },
      ],
    });
  });

  test('on the command line it is marked as an inference', async () => {
    const text = await demo.kronika('lineage', ...org, '--unit', 'it-digitalisering', '--lang', 'sv');
    expect(text).toMatch(/IT- och teleservice → IT & Digitalisering .*\[slutsats/);
    const [line] = await demo.lines<{ inferred: boolean }>('lineage', ...org, '--unit', 'it-digitalisering');
    expect(line!.inferred).toBe(true);
  });

  test('whoever confirms it makes no decision of it: the transfer stays proposed', async () => {
    const { outcome, userErrors } = await demo.record('confirmObservation', {
      organisation: HALLAND,
      observation: 'rh-iakttagelse-it-pa-regionkontoret',
      text: 'Bekräftat av den som skrev rapporten',
    });
    expect([outcome, userErrors]).toEqual(['RECORDED', []]);
    const { unit, pendingChanges } = await halland<{
      unit: { inferredLineage: object[]; lineage: object[] };
      pendingChanges: { nodes: object[] };
    }>(
      { at },
      `unit(id: "it-digitalisering") { lineage { relation } inferredLineage { verdict } }
       pendingChanges(first: 9, filter: { unit: "it-tele" }) { nodes { standing } }`,
    );
    expect(unit).toEqual({ lineage: [], inferredLineage: [{ verdict: 'CONFIRMED' }] });
    expect(pendingChanges.nodes).toEqual([{ standing: 'PROPOSED' }, { standing: 'PROPOSED' }]);
  });
});

describe('28. the new department Informationssäkerhet', () => {
  test('stands at regionkontoret by the end of August 2023; when it was founded is unknown', async () => {
    const { unit } = await halland<{ unit: object }>(
      { at: '2023-08-31' },
      `unit(id: "informationssakerhet") { name type status parent { name } existence { fromWritten }
        why { field change { on { earliest latest } log { source } } } observations { says confidence } }`,
    );
    expect(unit).toMatchObject({
      name: 'Informationssäkerhet',
      type: 'avdelning',
      status: 'IN_FORCE',
      parent: { name: 'Regionkontoret' },
      existence: { fromWritten: '../2023-08-31' },
      why: expect.arrayContaining([
        {
          field: 'existence',
          change: {
            on: { earliest: null, latest: '2023-08-31' },
            log: [{ source: expect.objectContaining({ unknown: ['begin'], inferred: ['parent'] }) }],
          },
        },
      ]),
      observations: [{ says: expect.stringContaining('kallas ny'), confidence: 'HIGH' }],
    });
  });

  test('before that it may or may not have been there', async () => {
    const { unit } = await halland<{ unit: object }>(
      { at: '2023-03-01' },
      'unit(id: "informationssakerhet") { status indeterminate { field earliest latest missing { kind } } }',
    );
    expect(unit).toEqual({
      status: 'INDETERMINATE',
      indeterminate: expect.arrayContaining([
        { field: 'existence', earliest: null, latest: '2023-08-31', missing: [{ kind: 'DATE' }] },
      ]),
    });
  });

  test('on the command line', async () => {
    const rows = await demo.lines<{ key: string; parentKey: string }>('chart', ...org, '--at', '2023-08-31');
    expect(rows).toContainEqual(
      expect.objectContaining({ key: 'informationssakerhet', parentKey: 'regionkontoret' }),
    );
    const why = await demo.kronika(
      'why',
      ...org,
      '--unit',
      'informationssakerhet',
      '--at',
      at,
      '--lang',
      'sv',
    );
    expect(why).toContain('Dagen är inte känd (../2023-08-31)');
  });
});
