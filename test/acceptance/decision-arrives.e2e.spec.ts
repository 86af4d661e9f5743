/** What becomes of the IT function when a decision by regionfullmäktige is found after all: a supposition, in a copy. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  HALLAND,
  IMPORT_TIMEOUT,
  importedDemo,
  type AskedOrganisation,
  type Axes,
  type ImportedDemo,
} from './imported-demo.js';

jest.setTimeout(60_000);

let demo: ImportedDemo;
let halland: AskedOrganisation;
let beforehand: string;
let answersBeforehand: readonly string[];

beforeAll(async () => {
  demo = await importedDemo();
  halland = demo.of(HALLAND);
  const { recordedAt } = await halland<{ recordedAt: string }>({ at: '2022-01-01' }, 'recordedAt');
  beforehand = recordedAt;
  answersBeforehand = await answersKnownThen();
  const { outcome, userErrors } = await demo.record('recordDecision', {
    organisation: HALLAND,
    externalId: 'rf-antaget',
    matter: 'RS200432',
    body: { unit: 'rf' },
    act: 'DECIDES',
    on: '2021-02-24',
    answers: ['rh-rs200432-rs-8'],
    reason: 'Antagande för provet; beslutet finns inte bland handlingarna.',
  });
  expect([outcome, userErrors]).toEqual(['RECORDED', []]);
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

const placeOf = async (unit: string, axes: Axes) => {
  const { unit: found } = await halland<{
    unit: {
      line: { name: string };
      political: { name: string };
      indeterminate: { missing: { kind: string }[] }[];
    };
  }>(
    axes,
    `unit(id: "${unit}") { line: parent { name } political: parent(hierarchy: "political") { name }
      indeterminate { missing { kind } } }`,
  );
  return found;
};

describe('once regionfullmäktige has decided', () => {
  test('IT- och teleservice is at regionkontoret in force, and Teleservice still at Regionservice', async () => {
    const at = '2022-01-01';
    expect(await placeOf('it-tele', { at })).toMatchObject({
      line: { name: 'Regionkontoret' },
      political: { name: 'Regionstyrelsen' },
      indeterminate: [],
    });
    expect(await placeOf('tele', { at })).toMatchObject({
      line: { name: 'Regionservice' },
      political: { name: 'Driftsnämnden Regionservice' },
    });
    expect(await placeOf('it-funktion', { at })).toMatchObject({
      line: { name: 'Regionkontoret' },
      political: { name: 'Regionstyrelsen' },
    });
  });

  test('in the middle of 2021 only the day is missing', async () => {
    const { indeterminate } = await placeOf('it-tele', { at: '2021-06-30' });
    expect(indeterminate).toEqual([{ missing: [{ kind: 'DATE' }] }, { missing: [{ kind: 'DATE' }] }]);
  });

  test('why leads from the place to the decision, the matter and its documents', async () => {
    const { unit } = await halland<{ unit: { why: { field: string; change: object }[] } }>(
      { at: '2022-01-01' },
      `unit(id: "it-tele") { why { field change { standing matter { number documents { role } }
        standingReport { settledBy { body { name } on { written } answers { paragraph } } } } } }`,
    );
    for (const field of ['parent:line', 'parent:political']) {
      expect(unit.why.find((reason) => reason.field === field)).toMatchObject({
        change: {
          standing: 'IN_FORCE',
          matter: { number: 'RS200432', documents: expect.arrayContaining([{ role: 'MINUTES' }]) },
          standingReport: {
            settledBy: {
              body: { name: 'Regionfullmäktige' },
              on: { written: '2021-02-24' },
              answers: [{ paragraph: '§ 8' }],
            },
          },
        },
      });
    }
  });

  test('the assignments that § 8 proposed are given, and were to be done in 2021', async () => {
    const { matter } = await halland<{
      matter: { assignments: { title: string; standing: string; overdue: boolean }[] };
    }>({ at: '2022-01-01' }, 'matter(number: "RS200432") { assignments { title standing overdue } }');
    const steering = matter.assignments.find(({ title }) => title.includes('styrdokument'));
    expect(steering).toMatchObject({ standing: 'GIVEN', overdue: true });
  });

  test('nothing of it waits any more, and the to-do asks for no decision', async () => {
    const { pendingChanges, todo } = await halland<{ pendingChanges: object; todo: object }>(
      { at: '2022-01-01' },
      `pendingChanges(first: 5) { totalCount }
       todo(first: 5, filter: { matter: "RS200432", kinds: [DECISION] }) { totalCount }`,
    );
    expect([pendingChanges, todo]).toEqual([{ totalCount: 0 }, { totalCount: 0 }]);
  });

  test('the log is whole', async () => {
    expect(await demo.kronika('verify', '--organisation', HALLAND)).toMatch(/^ok region-halland/);
  });
});

describe('what was known before the decision was recorded', () => {
  test('is the same afterwards, byte by byte', async () => {
    expect(await answersKnownThen()).toEqual(answersBeforehand);
  });

  test('says that it was only proposed', async () => {
    const axes = { at: '2022-01-01', knownAt: beforehand };
    expect((await placeOf('it-tele', axes)).line.name).toBe('Regionservice');
    expect((await placeOf('it-tele', { at: '2022-01-01' })).line.name).toBe('Regionkontoret');
  });
});

/** Answers as they come over the wire, fixed in both times. */
async function answersKnownThen(): Promise<string[]> {
  const answers: string[] = [];
  for (const at of ['2020-12-31', '2021-06-30', '2022-01-01', '2023-08-31']) {
    for (const standing of ['IN_FORCE', 'CONDITIONAL', 'PROPOSED']) {
      const response = await fetch(`${demo.url}/graphql`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({
          query: `{ organisation(slug: "${HALLAND}", at: "${at}", knownAt: "${beforehand}", standing: ${standing}) {
            position recordedAt chart { id name path indeterminate } political: chart(hierarchy: "political") { id path }
            pendingChanges(first: 9) { nodes { id standing standingReport { missing { kind message { sv } } } log { recording } } }
            matter(number: "RS200432") { chain { called awaits { name } } assignments { title status standing } todo { kind } }
            unit(id: "it-tele") { history { field value knownUntil } why { field change { id standing } }
              indeterminate { field missing { kind } } inferredLineage { verdict } }
            units(first: 50) { nodes { id name since } } todo(first: 60) { nodes { kind message { sv en } } } } }`,
        }),
      });
      answers.push(await response.text());
      const query = new URLSearchParams({ at, knownAt: beforehand, standing, format: 'json' });
      const file = await fetch(`${demo.url}/export/${HALLAND}/chart?${query}`);
      answers.push(`${file.status} ${await file.text()}`);
    }
  }
  for (const answer of answers) expect(answer).not.toMatch(/"errors"|^4/);
  return answers;
}
