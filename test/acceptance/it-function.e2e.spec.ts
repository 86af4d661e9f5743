/** One function for IT and digitalisation (RS200432), by the officials' paper and § 8 of regionstyrelsen. */
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
beforeAll(async () => {
  demo = await importedDemo();
  halland = demo.of(HALLAND);
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

const org = ['--organisation', HALLAND];
const STANDINGS = ['IN_FORCE', 'CONDITIONAL', 'PROPOSED'] as const;
const BOARD = 'Driftsnämnden Regionservice';

interface Place {
  readonly unit: {
    readonly line: { readonly name: string };
    readonly political: { readonly name: string };
    readonly path: readonly { readonly name: string }[];
    readonly indeterminate: readonly object[];
  };
}

const placeOf = (unit: string, axes: Axes) =>
  halland<Place>(
    axes,
    `unit(id: "${unit}") { line: parent { name } political: parent(hierarchy: "political") { name }
      path { name } indeterminate { field } }`,
  );

interface Row {
  readonly key: string;
  readonly name: string;
  readonly parentKey: string | null;
}

/** What a unit stands under in a chart that `kronika` prints. */
async function parentInChart(unit: string, ...options: readonly string[]): Promise<string | null> {
  const rows = await demo.lines<Row>('chart', ...org, ...options);
  return rows.find(({ key }) => key === unit)!.parentKey;
}

describe('1. to whom IT- och teleservice belonged at the end of 2020', () => {
  test.each(STANDINGS)('Driftsnämnden Regionservice, for certain (%s)', async (standing) => {
    const { unit } = await placeOf('it-tele', { at: '2020-12-31', standing });
    expect(unit.indeterminate).toEqual([]);
    expect(unit.political.name).toBe(BOARD);
    expect(unit.path.map(({ name }) => name)).toEqual([
      'Regionfullmäktige',
      BOARD,
      'Regionservice',
      'IT- och teleservice',
    ]);
  });

  test('on the command line', async () => {
    const asked = ['--at', '2020-12-31', '--hierarchy', 'political'];
    expect(await parentInChart('it-tele', ...asked)).toBe('dn-regionservice');
  });
});

describe('2. to whom it belongs at the beginning of 2022', () => {
  test('with what is proposed included: regionkontoret, under regionstyrelsen', async () => {
    const { unit } = await placeOf('it-tele', { at: '2022-01-01', standing: 'PROPOSED' });
    expect([unit.line.name, unit.political.name, unit.indeterminate]).toEqual([
      'Regionkontoret',
      'Regionstyrelsen',
      [],
    ]);
  });

  test.each(['IN_FORCE', 'CONDITIONAL'] as const)('not so in what is %s', async (standing) => {
    const { unit } = await placeOf('it-tele', { at: '2022-01-01', standing });
    expect([unit.line.name, unit.political.name]).toEqual(['Regionservice', BOARD]);
  });

  test('since no decision by regionfullmäktige is evidenced', async () => {
    const { pendingChanges } = await halland<{ pendingChanges: { nodes: object[] } }>(
      { at: '2022-01-01' },
      `pendingChanges(first: 9, filter: { unit: "it-tele" }) { nodes { externalId standing
        standingReport { settledBy { called } decisions { competent } missing { kind message { sv en } } } } }`,
    );
    const lacking = {
      standing: 'PROPOSED',
      standingReport: {
        settledBy: null,
        decisions: [{ competent: false }],
        missing: expect.arrayContaining([
          {
            kind: 'DECISION',
            message: {
              sv: expect.stringContaining('Beslut av Regionfullmäktige saknas'),
              en: expect.stringContaining('A decision by Regionfullmäktige is missing'),
            },
          },
        ]),
      },
    };
    expect(pendingChanges.nodes).toEqual([
      { externalId: 'rh-overflyttning-it-linje', ...lacking },
      { externalId: 'rh-overflyttning-it-politisk', ...lacking },
    ]);
  });

  test('the transfer is pending for those who give and receive as well', async () => {
    const keys = ['it-tele', 'tele', 'regionservice', 'dn-regionservice', 'regionkontoret', 'rs'];
    for (const key of keys) {
      const { unit } = await halland<{ unit: { pendingChanges: { kind: string }[] } }>(
        { at: '2022-01-01' },
        `unit(id: "${key}") { pendingChanges { kind } }`,
      );
      expect([key, unit.pendingChanges.map(({ kind }) => kind)]).toEqual([
        key,
        expect.arrayContaining(['TRANSFER']),
      ]);
    }
    const { unit } = await halland<{ unit: { pendingChanges: object[] } }>(
      { at: '2022-01-01' },
      'unit(id: "hr") { pendingChanges { kind } }',
    );
    expect(unit.pendingChanges).toEqual([]);
  });

  test('on the command line, both views', async () => {
    expect(await parentInChart('it-tele', '--at', '2022-01-01')).toBe('regionservice');
    const proposed = ['--at', '2022-01-01', '--standing', 'proposed'];
    expect(await parentInChart('it-tele', ...proposed)).toBe('regionkontoret');
  });
});

describe('3. to whom it belonged in the middle of 2021, with what is proposed', () => {
  test('indeterminate: it may have happened on any day of the year; the day and the decision would settle it', async () => {
    const { unit } = await halland<{ unit: { indeterminate: object[] } }>(
      { at: '2021-06-30', standing: 'PROPOSED' },
      `unit(id: "it-tele") { indeterminate { field written earliest latest valueName missing { kind message { sv } } } }`,
    );
    const open = (field: string, valueName: string) => ({
      field,
      valueName,
      written: '2021',
      earliest: '2021-01-01',
      latest: '2021-12-31',
      missing: [
        { kind: 'DECISION', message: { sv: expect.stringContaining('Regionfullmäktige') } },
        { kind: 'DATE', message: { sv: expect.stringContaining('2021') } },
      ],
    });
    expect(unit.indeterminate).toEqual([
      open('parent:line', 'Regionkontoret'),
      open('parent:political', 'Regionstyrelsen'),
    ]);
  });

  test.each([
    ['2020-12-31', 0],
    ['2021-01-01', 2],
    ['2021-12-30', 2],
    ['2021-12-31', 0],
  ])('the window is all of 2021: on %s %i places are open', async (at, open) => {
    const { unit } = await placeOf('it-tele', { at, standing: 'PROPOSED' });
    expect(unit.indeterminate).toHaveLength(open);
  });

  test('nothing is open while only what is in force counts', async () => {
    const { unit } = await placeOf('it-tele', { at: '2021-06-30' });
    expect([unit.line.name, unit.indeterminate]).toEqual(['Regionservice', []]);
  });

  test('the chart of the command line marks it, and says why', async () => {
    const asked = ['--at', '2021-06-30', '--standing', 'proposed'];
    expect(await demo.kronika('chart', ...org, ...asked)).toMatch(/IT- och teleservice \(verksamhet\) \?/);
    const why = await demo.kronika('why', ...org, ...asked, '--unit', 'it-tele', '--lang', 'sv');
    expect(why).toContain('Beslut av Regionfullmäktige saknas');
    expect(why).toContain('Dagen är inte känd (2021)');
  });
});

describe('4. to whom Teleservice belonged at the beginning of 2022', () => {
  test.each(STANDINGS)('still Regionservice and its board (%s)', async (standing) => {
    const { unit } = await placeOf('tele', { at: '2022-01-01', standing });
    const above = unit.path.map(({ name }) => name);
    expect(above).toContain(BOARD);
    expect(above).toContain('Regionservice');
    expect(unit.indeterminate).toEqual([]);
    const { political } = await halland<{ political: { name: string }[] }>(
      { at: '2022-01-01', standing },
      `political: chart(hierarchy: "political", root: "dn-regionservice") { name }`,
    );
    expect(political.map(({ name }) => name)).toContain('Teleservice');
  });

  test.each(['in-force', 'conditional', 'proposed'])('on the command line (%s)', async (standing) => {
    const asked = ['--at', '2022-01-01', '--standing', standing, '--root', 'regionservice'];
    const rows = await demo.lines<Row>('chart', ...org, ...asked);
    expect(rows.map(({ key }) => key)).toContain('tele');
  });
});

describe('5. where the new function sits', () => {
  test('administratively at regionkontoret, politically under regionstyrelsen', async () => {
    const { unit } = await placeOf('it-funktion', { at: '2022-01-01', standing: 'PROPOSED' });
    expect([unit.line.name, unit.political.name]).toEqual(['Regionkontoret', 'Regionstyrelsen']);
    const asked = ['--at', '2022-01-01', '--standing', 'proposed'];
    expect(await parentInChart('it-funktion', ...asked)).toBe('regionkontoret');
    expect(await parentInChart('it-funktion', ...asked, '--hierarchy', 'political')).toBe('rs');
  });

  test('nowhere in force, on any date', async () => {
    for (const at of ['2020-12-31', '2021-06-30', '2021-12-31', '2022-01-01', '2023-08-31', '2030-01-01']) {
      for (const hierarchy of ['line', 'political']) {
        const { chart } = await halland<{ chart: { name: string }[] }>(
          { at },
          `chart(hierarchy: "${hierarchy}") { name }`,
        );
        expect(chart.map(({ name }) => name)).not.toContain('Regiongemensam IT- och digitaliseringsfunktion');
      }
    }
    const { unit } = await halland<{ unit: object | null }>(
      { at: '2022-01-01' },
      `unit(id: "it-funktion") { id }`,
    );
    expect(unit).toBeNull();
  });
});
