/** The matter RS200432 itself: who did what in it, what it changes, what it costs, what is missing. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  HALLAND,
  IMPORT_TIMEOUT,
  importedDemo,
  textsIn,
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
const BOARD = 'Driftsnämnden Regionservice';

describe('6. the chain of RS200432', () => {
  test('survey, dialogue, commission, paper, proposal by the committee, proposal by the board', async () => {
    const { matter } = await halland<{ matter: { chain: object[] } }>(
      { at },
      `matter(number: "RS200432") { chain { body { name } act to { name } on { written } paragraph isDecision } }`,
    );
    const committee = 'Regionstyrelsens arbetsutskott';
    expect(matter.chain).toEqual([
      step('HR-direktören', 'PREPARES', null, '2020-Q1'),
      step(committee, 'PREPARES', null, '2020-04-21'),
      { ...step(committee, 'COMMISSIONS', 'Regiondirektören', '2020-09'), isDecision: true },
      step('Regiondirektören och IT-direktören', 'PREPARES', 'Regionstyrelsen', null),
      step(committee, 'PROPOSES', 'Regionstyrelsen', null),
      step('Regionstyrelsen', 'PROPOSES', 'Regionfullmäktige', null, '§ 8'),
    ]);
  });

  test('regionstyrelsen did not decide the transfer: § 8 proposes, and waits for regionfullmäktige', async () => {
    const { matter } = await halland<{ matter: { chain: Record<string, unknown>[] } }>(
      { at },
      `matter(number: "RS200432") { chain { paragraph isDecision awaits { name } answeredBy { called }
        answers { body { name } act } recordedIn { role atHand } appealability } }`,
    );
    expect(matter.chain.at(-1)).toEqual({
      paragraph: '§ 8',
      isDecision: false,
      awaits: { name: 'Regionfullmäktige' },
      answeredBy: [],
      answers: [
        { body: { name: 'Regionstyrelsens arbetsutskott' }, act: 'PROPOSES' },
        { body: { name: 'Regiondirektören och IT-direktören' }, act: 'PREPARES' },
      ],
      recordedIn: { role: 'MINUTES', atHand: true },
      appealability: 'PREPARATORY',
    });
  });

  test.each(['RS200432', 'RS 200432', 'rs200432', 'rh-rs200432'])('is found by "%s"', async (number) => {
    const { organisation } = await demo.data<{ organisation: { matter: { number: string } | null } }>(
      `query ($number: ID!) { organisation(slug: "${HALLAND}", at: "${at}") { matter(id: $number) { number } } }`,
      { number },
    );
    expect(organisation.matter).toEqual({ number: 'RS200432' });
  });

  test('no step by regionfullmäktige in any matter', async () => {
    const { matters } = await halland<{ matters: { nodes: { chain: { body: { name: string } }[] }[] } }>(
      { at: '2030-01-01' },
      `matters(first: 50) { nodes { chain { body { name } } } }`,
    );
    const bodies = matters.nodes.flatMap(({ chain }) => chain.map(({ body }) => body.name));
    expect(bodies).toContain('Regionstyrelsen');
    expect(bodies).not.toContain('Regionfullmäktige');
  });

  test('on the command line', async () => {
    const text = await demo.kronika('matter', ...org, 'RS200432', '--at', at, '--lang', 'sv');
    expect(text).toMatch(/6\. Regionstyrelsen § 8 föreslog för Regionfullmäktige/);
    expect(text).not.toMatch(/^\d+\. Regionfullmäktige/m);
  });
});

test('7. three steering documents change; regionkontoret proposes how, within 2021, if it is given the assignment', async () => {
  const { matter } = await halland<{ matter: { assignments: object[] } }>(
    { at },
    `matter(number: "RS200432") { assignments { steeringDocuments to { name } due { written latest }
      standing status overdue decision { paragraph } } }`,
  );
  expect(matter.assignments).toContainEqual({
    steeringDocuments: [
      'IS/IT-policy',
      'Regionstyrelsens reglementen',
      'Delegationsordning för regionstyrelsen',
    ],
    to: [{ name: 'Regionkontoret' }],
    due: { written: '2021', latest: '2021-12-31' },
    standing: 'PROPOSED',
    status: 'NOT_GIVEN',
    overdue: false,
    decision: { paragraph: '§ 8' },
  });
});

describe('8. its economic effect', () => {
  test('neutral in total: regionkontoret grows as much as regionservice shrinks', async () => {
    const { matter } = await halland<{
      matter: { chain: { rationale: { aspect: string; text: string; place: string }[] }[] };
    }>({ at }, `matter(number: "RS200432") { chain { rationale { aspect text place document { title } } } }`);
    const effects = matter.chain
      .flatMap(({ rationale }) => rationale)
      .filter(({ aspect }) => aspect === 'ECONOMIC_EFFECT');
    expect(effects).toHaveLength(2);
    for (const { text } of effects) expect(text).toMatch(/neutral/i);
    expect(effects[0]!.text).toMatch(/regionkontoret växer.*regionservice påverkas i samma mån/);
  });

  test('no amount of money, wherever one looks in the matter', async () => {
    const { matter } = await halland<{ matter: object }>(
      { at: '2030-01-01' },
      `matter(number: "RS200432") {
        title sentence { sv en } source log { source sentence { sv en } reason }
        chain { title sentence { sv en } source points { text } rationale { text }
          recordedIn { title source } documents { as } conditions { text } }
        documents { title source alsoCalled { title } }
        changes { sentence { sv en } log { source basis reason } }
        evidenced { sentence { sv en } log { source basis reason } }
        assignments { title text source reports { text source } }
        observations { says source } todo { message { sv en } } }`,
    );
    const texts = textsIn(matter);
    expect(texts.length).toBeGreaterThan(200);
    expect(texts.filter((text) => /\d\s*(kr\b|kronor|[mt]kr|mnkr|mkr|miljon|tusen|SEK)/i.test(text))).toEqual(
      [],
    );
    const printed = await demo.kronika('matter', ...org, 'RS200432', '--at', at, '--lang', 'sv');
    expect(printed).not.toMatch(/\d\s*(kr\b|kronor|[mt]kr|mnkr|mkr|miljon)/i);
  });
});

describe('9. three ways to write one board', () => {
  const SPELLINGS = [BOARD, 'Driftnämnden Regionservice', 'Driftnämnden Regionsservice'];

  test.each(SPELLINGS)('"%s" finds it, and it alone', async (text) => {
    const { units } = await demo
      .data<{ organisation: { units: { nodes: object[] } } }>(
        `query ($text: String!) { organisation(slug: "${HALLAND}", at: "${at}") {
        units(first: 5, filter: { text: $text }) { nodes { name key: codes { value } } } } }`,
        { text },
      )
      .then(({ organisation }) => organisation);
    expect(units.nodes).toEqual([{ name: BOARD, key: [{ value: 'dn-regionservice' }] }]);
  });

  test.each(SPELLINGS)('"%s" means it on the command line', async (written) => {
    const rows = await demo.lines<{ key: string }>(
      'chart',
      ...org,
      '--at',
      at,
      '--root',
      written,
      '--depth',
      '0',
    );
    expect(rows.map(({ key }) => key)).toEqual(['dn-regionservice']);
  });

  test('each with the document and the place that write it so', async () => {
    const { unit } = await halland<{ unit: { spellings: object[] } }>(
      { at },
      `unit(id: "dn-regionservice") { spellings { written document { role } place } }`,
    );
    expect(unit.spellings).toEqual([
      { written: BOARD, document: { role: 'OFFICIALS_PAPER' }, place: 'Förslag till beslut, andra punkten' },
      {
        written: 'Driftnämnden Regionsservice',
        document: { role: 'MINUTES' },
        place: 'Beslut, andra punkten',
      },
      {
        written: 'Driftnämnden Regionservice',
        document: { role: 'MINUTES' },
        place: 'Förslag till beslut, andra punkten',
      },
    ]);
  });

  test('all three with their places on the command line', async () => {
    const why = await demo.kronika(
      'why',
      ...org,
      '--unit',
      BOARD,
      '--at',
      at,
      '--field',
      'name',
      '--lang',
      'sv',
    );
    for (const written of SPELLINGS) expect(why).toContain(`”${written}” – `);
    expect(why).toContain('§ 8, Beslut, andra punkten');
  });

  test('a proposal that only spells it otherwise is not said to differ', async () => {
    const { matter } = await halland<{
      matter: {
        chain: { paragraph: string | null; changesSinceProposal: { points: { sameUnits: boolean }[] }[] }[];
      };
    }>(
      { at },
      `matter(number: "RS200432") { chain { paragraph changesSinceProposal { points { change sameUnits } } } }`,
    );
    const eight = matter.chain.find(({ paragraph }) => paragraph === '§ 8')!;
    expect(eight.changesSinceProposal.length).toBeGreaterThan(0);
    for (const { points } of eight.changesSinceProposal) {
      expect(points.filter(({ sameUnits }) => !sameUnits)).toEqual([]);
    }
  });
});

describe('10. what is missing before it is in force', () => {
  const KINDS = [
    'DECISION',
    'DATE',
    'DECISION',
    'DATE',
    'DECISION',
    'DATE',
    'DECISION_DATE',
    'DECISION_DATE',
  ];

  test('the decision by regionfullmäktige on each of its three changes, their day, and the days of two meetings', async () => {
    const { todo } = await halland<{ todo: { nodes: { kind: string; message: { sv: string } }[] } }>(
      { at },
      `todo(first: 50, filter: { matter: "RS200432" }) { nodes { kind message { sv } change { externalId } } }`,
    );
    expect(todo.nodes.slice(0, 8).map(({ kind }) => kind)).toEqual(KINDS);
    const decisions = todo.nodes.filter(({ kind }) => kind === 'DECISION');
    for (const { message } of decisions) expect(message.sv).toMatch(/^Beslut av Regionfullmäktige saknas/);
  });

  test('on the command line', async () => {
    const items = await demo.lines<{ kind: string }>('todo', ...org, '--matter', 'RS200432', '--at', at);
    expect(
      items.slice(0, 8).map(({ kind }) => kind.toUpperCase().replace('DECISIONDATE', 'DECISION_DATE')),
    ).toEqual(KINDS);
  });
});

function step(
  body: string,
  act: string,
  to: string | null,
  on: string | null,
  paragraph: string | null = null,
) {
  return {
    body: { name: body },
    act,
    to: to === null ? null : { name: to },
    on: on === null ? null : { written: on },
    paragraph,
    isDecision: false,
  };
}
