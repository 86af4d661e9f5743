/** What no answer may say, since no document does. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import {
  HALLAND,
  IMPORT_TIMEOUT,
  importedDemo,
  SWITZERLAND,
  textsIn,
  UNNAMED,
  type ImportedDemo,
} from './imported-demo.js';

jest.setTimeout(60_000);

let demo: ImportedDemo;
beforeAll(async () => {
  demo = await importedDemo();
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

/** Late enough that everything recorded has happened, or never will. */
const at = '2040-01-01';

describe('Region Norrbotten', () => {
  test('is no organisation', async () => {
    const { organisations } = await demo.data<{ organisations: { slug: string; name: string }[] }>(
      '{ organisations { slug name } }',
    );
    expect(organisations.map(({ slug }) => slug)).toEqual([HALLAND, UNNAMED, SWITZERLAND]);
    expect(organisations.filter(({ name }) => /norrbotten/i.test(name))).toEqual([]);
  });

  test.each([HALLAND, UNNAMED])(
    'is no unit in %s, under any name or spelling, and no party of a decision',
    async (slug) => {
      const { units, matters } = await demo.of(slug)<{ units: { nodes: object[] }; matters: object }>(
        { at, standing: 'PROPOSED' },
        `units(first: 9, filter: { text: "norrbotten", includeIndeterminate: true }) { nodes { name } }
       matters(first: 9) { nodes { chain { body { name } to { name } recipients { name } } } }`,
      );
      expect(units.nodes).toEqual([]);
      expect(textsIn(matters).filter((text) => /norrbotten/i.test(text))).toEqual([]);
    },
  );

  test('is the author of a report that was read, and was not at hand', async () => {
    const { matter } = await demo.of(UNNAMED)<{ matter: { documents: { title: string }[] } }>(
      { at },
      'matter(number: "RS 1398-2021") { documents { title role atHand sha256 } }',
    );
    expect(matter.documents.filter(({ title }) => /norrbotten/i.test(title))).toEqual([
      { title: 'Slutrapport från Region Norrbotten', role: 'BACKGROUND', atHand: false, sha256: null },
    ]);
  });
});

describe('what is decided', () => {
  test.each([HALLAND, UNNAMED])('nothing of the structure in %s rests on a decision', async (slug) => {
    const { changes } = await demo.of(slug)<{ changes: { nodes: { standing: string }[] } }>(
      { at },
      'changes(first: 100, filter: { includePending: true }) { nodes { externalId standing } }',
    );
    const standings = new Set(changes.nodes.map(({ standing }) => standing));
    expect([...standings].sort()).toEqual(['ASSERTED', 'PROPOSED']);
  });

  test('all decisions that there are: a commission, a review by delegation, a plan of internal control', async () => {
    const { matters } = await demo.of(HALLAND)<{
      matters: {
        nodes: { chain: { act: string; isDecision: boolean; body: { name: string }; paragraph: string }[] }[];
      };
    }>({ at }, 'matters(first: 9) { nodes { chain { act isDecision body { name } paragraph } } }');
    const decisions = matters.nodes.flatMap(({ chain }) => chain).filter(({ isDecision }) => isDecision);
    expect(decisions.map(({ act, body, paragraph }) => [act, body.name, paragraph])).toEqual([
      ['COMMISSIONS', 'Regionstyrelsens arbetsutskott', null],
      ['DECIDES_BY_DELEGATION', 'Regionstyrelsens arbetsutskott', '§ 398'],
      ['DECIDES', 'Regionstyrelsen', null],
    ]);
  });

  test.each([HALLAND, UNNAMED])('conditional and in force are one and the same in %s', async (slug) => {
    for (const day of ['2021-06-30', '2022-01-01', '2023-12-31', at]) {
      const ask = (standing: 'IN_FORCE' | 'CONDITIONAL') =>
        demo.of(slug)<{ chart: object }>({ at: day, standing }, 'chart { id name parentId indeterminate }');
      expect(await ask('CONDITIONAL')).toEqual(await ask('IN_FORCE'));
    }
  });
});

describe('where it comes from', () => {
  test.each([
    [HALLAND, 'region-halland.ndjson'],
    [UNNAMED, 'region-rs-1398-2021.ndjson'],
  ])('every recorded line of %s names its document, its place and what it says', async (slug, file) => {
    const lines = readFileSync(new URL(`../../apps/api/demo/${file}`, import.meta.url), 'utf8')
      .trimEnd()
      .split('\n');
    const exported = await demo.kronika('export', '--organisation', slug);
    const recorded = exported
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { source?: { document?: string; place?: string; says?: string } });
    expect(recorded).toHaveLength(lines.length);
    for (const { source } of recorded) {
      expect(source).toEqual(
        expect.objectContaining({
          document: expect.any(String),
          place: expect.any(String),
          says: expect.any(String),
        }),
      );
    }
  });

  test('officials appear by their role; nobody is named', async () => {
    const { matters } = await demo.of(HALLAND)<{
      matters: { nodes: { chain: { body: { name: string; unit: object | null } }[] }[] };
    }>({ at }, 'matters(first: 9) { nodes { chain { body { name unit { id } } } } }');
    const people = matters.nodes
      .flatMap(({ chain }) => chain.map(({ body }) => body))
      .filter(({ unit }) => unit === null)
      .map(({ name }) => name);
    expect(new Set(people)).toEqual(new Set(['HR-direktören', 'Regiondirektören och IT-direktören']));
  });
});
