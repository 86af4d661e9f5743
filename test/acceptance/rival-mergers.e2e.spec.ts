/**
 * Two ways to make one area of two, each laid before the board as a proposal of a matter of its own, in a copy of the
 * demo: rival proposals stand beside each other, and are each asked for by what was known, or once the other is gone.
 */
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

const at = '2022-01-01';
const organisation = UNNAMED;

let demo: ImportedDemo;
let region: AskedOrganisation;
/** When only the first way was known. */
let firstKnown: string;

beforeAll(async () => {
  demo = await importedDemo();
  region = demo.of(UNNAMED);
  await propose('ny', 'Nytt område', 'mergeUnits', {
    units: ['vo-service', 'vo-dmt'],
    into: {
      key: 'vo-nytt',
      name: 'Nytt verksamhetsområde (arbetsnamn)',
      type: 'verksamhetsomrade',
      parent: 'rs',
    },
  });
  const { recordedAt } = await region<{ recordedAt: string }>({ at }, 'recordedAt');
  firstKnown = recordedAt;
  await propose('upp', 'Service tar över', 'absorbUnits', { units: ['vo-dmt'], into: 'vo-service' });
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

/** A matter with a proposal to regionstyrelsen, and the change that rests on it. */
async function propose(key: string, title: string, mutation: string, change: object): Promise<void> {
  const number = `PLAN ${key}`;
  const basis = { matter: number, decision: `forslag-${key}` };
  const steps: [string, object][] = [
    ['openMatter', { number, title, externalId: `arende-${key}` }],
    [
      'recordDecision',
      {
        externalId: `forslag-${key}`,
        matter: number,
        body: { name: 'Planeraren' },
        act: 'PROPOSES',
        to: { unit: 'rs' },
        title,
      },
    ],
    [mutation, { externalId: `andring-${key}`, on: at, basis, ...change }],
  ];
  for (const [name, input] of steps) {
    const { outcome, userErrors } = await demo.record(name, { organisation, ...input });
    expect([name, outcome, userErrors]).toEqual([name, 'RECORDED', []]);
  }
}

interface Shape {
  readonly chart: readonly {
    readonly name: string;
    readonly depth: number;
    readonly parentId: string | null;
  }[];
}

/** How many units there are, how deep they stand, and how many areas stand under regionstyrelsen. */
async function shapeOf(axes: Axes): Promise<{ units: number; depth: number; areas: number }> {
  const { chart } = await region<Shape>(axes, 'chart { name depth parentId type }');
  const board = chart.find(({ depth }) => depth === 0)!;
  const { areas } = await region<{ areas: { name: string }[] }>(
    axes,
    'areas: chart(type: "verksamhetsomrade") { name }',
  );
  expect(board.name).toBe('Regionstyrelsen');
  return { units: chart.length, depth: Math.max(...chart.map(({ depth }) => depth)), areas: areas.length };
}

describe('two rival proposals of two matters', () => {
  test('today: two areas under the board', async () => {
    expect(await shapeOf({ at })).toEqual({ units: 4, depth: 1, areas: 2 });
  });

  test('the first way: one new area; compared with today, two end in it', async () => {
    expect(await shapeOf({ at, knownAt: firstKnown, standing: 'PROPOSED' })).toEqual({
      units: 3,
      depth: 1,
      areas: 1,
    });
    const { compare } = await demo.data<{ compare: object }>(
      `query ($known: Instant) { compare(organisation: "${UNNAMED}",
        from: { at: "${at}", knownAt: $known }, to: { at: "${at}", knownAt: $known, standing: PROPOSED }) {
        begun { name predecessors { name } } ended { name successors { name } } merged { into { name } from: sources { name } } } }`,
      { known: firstKnown },
    );
    const made = { name: 'Nytt verksamhetsområde (arbetsnamn)' };
    const both = [{ name: 'VO Digitalisering och medicinsk teknik' }, { name: 'VO Service' }];
    expect(compare).toEqual({
      begun: [{ ...made, predecessors: expect.arrayContaining(both) }],
      ended: both.map(({ name }) => ({ name, successors: [made] })),
      merged: [{ into: made, from: expect.arrayContaining(both) }],
    });
  });

  test('both at once do not fit: the later is left out, with the reason', async () => {
    const { leftOut } = await region<{ leftOut: object[] }>(
      { at, standing: 'PROPOSED' },
      'leftOut { changes { externalId } reasons { code message { sv } units { name } } }',
    );
    expect(leftOut).toEqual([
      {
        changes: [{ externalId: 'andring-upp' }],
        reasons: expect.arrayContaining([expect.objectContaining({ code: 'NOT_IN_FORCE' })]),
      },
    ]);
  });

  test('what must happen first: regionstyrelsen must decide', async () => {
    const { pendingChanges } = await region<{ pendingChanges: { nodes: object[] } }>(
      { at },
      `pendingChanges(first: 9, filter: { standings: [PROPOSED] }) { nodes { externalId matter { number }
        standingReport { missing { kind message { sv } } } } }`,
    );
    const decision = {
      kind: 'DECISION',
      message: { sv: expect.stringContaining('Beslut av Regionstyrelsen saknas') },
    };
    for (const key of ['ny', 'upp']) {
      expect(pendingChanges.nodes).toContainEqual({
        externalId: `andring-${key}`,
        matter: { number: `PLAN ${key}` },
        standingReport: { missing: [decision] },
      });
    }
  });

  test('none of it is in force, on any date', async () => {
    for (const date of [at, '2022-06-01', '2040-01-01']) {
      expect(await shapeOf({ at: date })).toEqual({ units: 4, depth: 1, areas: 2 });
    }
  });

  test('the second way, once the first is withdrawn: Service lives on with what Digitalisering did', async () => {
    const withdrawn = await demo.record('cancelChange', {
      organisation,
      change: 'andring-ny',
      reason: 'Den andra vägen vägs för sig',
    });
    expect([withdrawn.outcome, withdrawn.userErrors]).toEqual(['RECORDED', []]);
    expect(await shapeOf({ at, standing: 'PROPOSED' })).toEqual({ units: 3, depth: 1, areas: 1 });
    const asked = ['--organisation', UNNAMED, '--from', at, '--to', at, '--lang', 'sv'];
    const diff = await demo.kronika(
      'diff',
      ...asked,
      '--standing-from',
      'in-force',
      '--standing-to',
      'proposed',
    );
    expect(diff).toContain('VO Digitalisering och medicinsk teknik');
    expect(diff).not.toContain('arbetsnamn');
    const { unit } = await region<{ unit: { lineage: object[] } }>(
      { at, standing: 'PROPOSED' },
      'unit(id: "vo-service") { lineage(direction: BACK) { relation from { name } } }',
    );
    expect(unit.lineage).toEqual([
      { relation: 'ABSORBED_BY', from: { name: 'VO Digitalisering och medicinsk teknik' } },
    ]);
  });
});
