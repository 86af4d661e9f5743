/** The review of staff functions (§ 398, RS211123): an assignment by delegation. */
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
const at = '2022-01-01';

interface Decision {
  readonly paragraph: string | null;
  readonly act: string;
  readonly isDecision: boolean;
  readonly changes: readonly object[];
  readonly assignments: readonly { readonly title: string }[];
  readonly changesSinceProposal: readonly object[];
}

async function paragraph398(selection: string): Promise<Decision> {
  const { matter } = await halland<{ matter: { chain: Decision[] } }>(
    { at },
    `matter(number: "RS211123") { chain { paragraph ${selection} } }`,
  );
  return matter.chain.find(({ paragraph }) => paragraph === '§ 398')!;
}

describe('18. whether § 398 changes the structure', () => {
  test('no: decided by delegation, it gives an assignment and is about no change', async () => {
    const decision = await paragraph398(
      'act isDecision changes { id } assignments { title } body { name } appealability',
    );
    expect(decision).toMatchObject({
      act: 'DECIDES_BY_DELEGATION',
      isDecision: true,
      body: { name: 'Regionstyrelsens arbetsutskott' },
      changes: [],
      assignments: [{ title: 'Kartlägga förvaltningarnas förutsättningar och administrativa kapacitet' }],
    });
  });

  test('no change is its matter’s: what its documents mention is only evidenced by them', async () => {
    const { pendingChanges, matter } = await halland<{
      pendingChanges: { totalCount: number };
      matter: {
        changes: object[];
        evidenced: { standing: string; kind: string; standingReport: { decisions: object[] } }[];
      };
    }>(
      { at },
      `pendingChanges(first: 5, filter: { matter: "RS211123" }) { totalCount }
       matter(number: "RS211123") { changes { id } evidenced { standing kind standingReport { decisions { competent } } } }`,
    );
    expect(pendingChanges.totalCount).toBe(0);
    expect(matter.changes).toEqual([]);
    expect(matter.evidenced.length).toBeGreaterThan(0);
    for (const change of matter.evidenced) {
      expect(change).toEqual({ standing: 'ASSERTED', kind: 'ESTABLISH', standingReport: { decisions: [] } });
    }
  });

  test('the chart is the same before and after it, whatever counts', async () => {
    const asked = ['--from', '2021-10-28', '--to', '2022-01-01', '--lang', 'en'];
    expect(await demo.kronika('diff', ...org, ...asked)).toBe(
      await demo.kronika('diff', ...org, '--from', '2021-10-28', '--to', '2021-10-28', '--lang', 'en'),
    );
    const text = await demo.kronika('matter', ...org, 'RS211123', '--at', at, '--lang', 'sv');
    expect(text).toMatch(/§ 398 beslutade enligt delegation/);
  });
});

const ASSIGNMENT = `assignments(first: 9, filter: { matter: "RS211123" }) { nodes {
  to { name } with { name } reportTo { name } due { written earliest latest } source
  status overdue standing assessment decision { paragraph } } }`;

interface Assignments {
  readonly assignments: {
    readonly nodes: readonly {
      readonly status: string;
      readonly overdue: boolean;
      readonly source: object;
    }[];
  };
}

test('19. regionkontoret does it with the management of the administrations, and reports to the committee in the later part of 2022', async () => {
  const { assignments } = await halland<Assignments>({ at }, ASSIGNMENT);
  expect(assignments.nodes).toEqual([
    {
      to: [{ name: 'Regionkontoret' }],
      with: [{ name: 'Förvaltningsledningarna' }],
      reportTo: { name: 'Regionstyrelsens arbetsutskott' },
      // That "the later part" means the second half is said to be a reading.
      due: { written: '2022-07/2022-12', earliest: '2022-07-01', latest: '2022-12-31' },
      source: expect.objectContaining({
        inferred: ['due'],
        note: expect.stringContaining('Senare delen av 2022'),
      }),
      status: 'NOT_YET_DUE',
      overdue: false,
      standing: 'GIVEN',
      assessment: null,
      decision: { paragraph: '§ 398' },
    },
  ]);
});

describe('20. whether it is overdue', () => {
  test.each([
    ['2022-06-30', 'NOT_YET_DUE', false],
    ['2022-08-01', 'DUE', false],
    ['2022-12-31', 'DUE', false],
    ['2023-01-01', 'OVERDUE', true],
    ['2023-01-15', 'OVERDUE', true],
  ])('on %s: %s', async (date, status, overdue) => {
    const { assignments } = await halland<Assignments>({ at: date }, ASSIGNMENT);
    expect(assignments.nodes).toEqual([expect.objectContaining({ status, overdue })]);
  });

  test('the list of what is overdue has it in January 2023, and not in August 2022', async () => {
    const overdue = (date: string) =>
      demo.lines<{ title: string }>('assignments', ...org, '--at', date, '--overdue', '--matter', 'RS211123');
    expect(await overdue('2022-08-01')).toEqual([]);
    expect(await overdue('2023-01-15')).toHaveLength(1);
  });

  test('then the missing report is on the to-do', async () => {
    const { todo } = await halland<{ todo: { nodes: { kind: string; matter: object }[] } }>(
      { at: '2023-01-15' },
      'todo(first: 50, filter: { kinds: [REPORT], matter: "RS211123" }) { nodes { kind matter { number } record { called } } }',
    );
    expect(todo.nodes).toEqual([
      {
        kind: 'REPORT',
        matter: { number: 'RS211123' },
        record: { called: 'Kartlägga förvaltningarnas förutsättningar och administrativa kapacitet' },
      },
    ]);
  });
});

test('21. the minutes go to the boards where the draft has the administrations; nothing else differs in the text', async () => {
  const { changesSinceProposal } = await paragraph398(
    `changesSinceProposal { proposal { body { name } act on { written } } unchanged points { change }
      conditions { change } recipients { change party { name } } }`,
  );
  expect(changesSinceProposal).toEqual([
    {
      proposal: { body: { name: 'Regionkontoret' }, act: 'PREPARES', on: { written: '2021-10-28' } },
      unchanged: false,
      points: [],
      conditions: [],
      recipients: [
        { change: 'ADDED', party: { name: 'Samtliga driftnämnder' } },
        { change: 'REMOVED', party: { name: 'Samtliga förvaltningar' } },
      ],
    },
  ]);
});

describe('22. which departments each administration has, at any date (the documents do not say which are staff functions)', () => {
  interface Departments {
    readonly administrations: { readonly nodes: readonly { readonly name: string }[] };
    readonly departments: {
      readonly nodes: readonly {
        readonly name: string;
        readonly status: string;
        readonly parent: { readonly name: string };
      }[];
    };
  }
  const departmentsOn = (date: string) =>
    halland<Departments>(
      { at: date },
      `administrations: units(first: 50, filter: { type: "forvaltning" }) { nodes { name } }
       departments: units(first: 50, filter: { type: "avdelning", includeIndeterminate: true }) {
         nodes { name status parent { name } } }`,
    );

  test('on the last day of the report of 2023: six, all at regionkontoret; none is known at Regionservice', async () => {
    const { administrations, departments } = await departmentsOn('2023-08-31');
    expect(administrations.nodes).toEqual([{ name: 'Regionkontoret' }, { name: 'Regionservice' }]);
    expect(departments.nodes).toEqual(
      [
        'HR-avdelningen',
        'Informationssäkerhet',
        'Inköps- och upphandlingsavdelningen',
        'Kansliavdelningen',
        'Regional utveckling',
        'Säkerhetsavdelning',
      ].map((name) => ({ name, status: 'IN_FORCE', parent: { name: 'Regionkontoret' } })),
    );
  });

  test('in 2022: two for certain; the four that the report shows may or may not have been there', async () => {
    const { departments } = await departmentsOn('2022-06-01');
    const of = (status: string) =>
      departments.nodes.filter((unit) => unit.status === status).map(({ name }) => name);
    expect(of('IN_FORCE')).toEqual(['HR-avdelningen', 'Kansliavdelningen']);
    expect(of('INDETERMINATE')).toHaveLength(4);
  });

  test('of one administration, as a chart on the command line', async () => {
    const asked = ['--at', '2022-06-01', '--root', 'regionkontoret', '--type', 'avdelning'];
    const rows = await demo.lines<{ name: string }>('chart', ...org, ...asked);
    expect(rows.map(({ name }) => name)).toEqual(['HR-avdelningen', 'Kansliavdelningen']);
  });
});
