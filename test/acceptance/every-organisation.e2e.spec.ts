/** What can be asked of every organisation: here of the two regions and of a whole country's register. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import {
  HALLAND,
  IMPORT_TIMEOUT,
  importedDemo,
  SWITZERLAND,
  type AskedOrganisation,
  type Axes,
  type ImportedDemo,
} from './imported-demo.js';
import { ORGANISATIONS } from './asked-organisations.js';

jest.setTimeout(120_000);

let demo: ImportedDemo;
beforeAll(async () => {
  demo = await importedDemo();
}, IMPORT_TIMEOUT);
afterAll(() => demo.close());

interface Box {
  readonly id: string;
  readonly name: string;
  readonly depth: number;
}

describe.each(ORGANISATIONS)('$slug', ({ slug, at, top, below, from, begun, unit, source }) => {
  const org = ['--organisation', slug];
  let ask: AskedOrganisation;
  beforeAll(() => {
    ask = demo.of(slug);
  });
  const boxesOf = async (axes: Axes, args = ''): Promise<readonly Box[]> => {
    const { chart } = await ask<{ chart: readonly Box[] }>(axes, `chart${args} { id name depth }`);
    return chart;
  };

  describe('29. the chart', () => {
    test('of a subtree, to a depth', async () => {
      const whole = await boxesOf({ at });
      const subtree = await boxesOf({ at }, `(root: "${top}")`);
      const names = subtree.map(({ name }) => name);
      expect(names).toContain(below);
      expect(whole.length).toBeGreaterThanOrEqual(subtree.length);
      expect(await boxesOf({ at }, `(root: "${top}", depth: 0)`)).toEqual([subtree[0]]);
      expect((await boxesOf({ at }, '(depth: 1)')).every(({ depth }) => depth <= 1)).toBe(true);
    });

    test('as tree, JSON, lines and CSV, by command line and over HTTP, with the same units in the same order', async () => {
      const ids = (await boxesOf({ at }, `(root: "${top}")`)).map(({ id }) => id);
      const asked = ['chart', ...org, '--at', at, '--root', top, '--format'];
      const json = JSON.parse(await demo.kronika(...asked, 'json')) as { id: string }[];
      expect(json.map(({ id }) => id)).toEqual(ids);
      const csv = await demo.kronika(...asked, 'csv');
      expect(idsInCsv(csv)).toEqual(ids);
      const tree = await demo.kronika(...asked, 'tree');
      expect(tree.trimEnd().split('\n')).toHaveLength(ids.length);
      for (const format of ['json', 'ndjson', 'csv']) {
        const query = new URLSearchParams({ at, root: top, format });
        const response = await fetch(`${demo.url}/export/${slug}/chart?${query}`);
        const text = await response.text();
        expect([format, response.status]).toEqual([format, 200]);
        const found =
          format === 'csv'
            ? idsInCsv(text)
            : format === 'json'
              ? (JSON.parse(text) as { id: string }[]).map(({ id }) => id)
              : text
                  .trimEnd()
                  .split('\n')
                  .map((line) => (JSON.parse(line) as { id: string }).id);
        expect(found).toEqual(ids);
      }
    });

    test('as a picture, with the name of each of its units', async () => {
      const names = (await boxesOf({ at }, `(root: "${top}", depth: 1)`)).map(({ name }) => name);
      const query = new URLSearchParams({ at, root: top, depth: '1', format: 'svg' });
      const response = await fetch(`${demo.url}/export/${slug}/chart?${query}`);
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        expect.stringContaining('image/svg+xml'),
      ]);
      const picture = await response.text();
      expect(picture).toMatch(/^(<\?xml[^>]*>\s*)?<svg /);
      for (const name of names) expect(picture).toContain(name.split(' ')[0]!.replaceAll('&', '&amp;'));
      const asked = ['chart', ...org, '--at', at, '--root', top, '--depth', '1', '--format', 'svg'];
      expect(await demo.kronika(...asked)).toMatch(/<svg /);
    });

    test('as known at another date: a unit that was not recorded yet is not there', async () => {
      const { changes } = await ask<{ changes: { nodes: { log: { recordedAt: string }[] }[] } }>(
        { at },
        'changes(first: 1) { nodes { log { recordedAt } } }',
      );
      const knownAt = changes.nodes[0]!.log[0]!.recordedAt;
      const [then, now] = [await boxesOf({ at, knownAt }), await boxesOf({ at })];
      expect(then.length).toBeGreaterThan(0);
      expect(then.length).toBeLessThan(now.length);
    });

    test('with or without what is pending', async () => {
      const [without, proposed] = [await boxesOf({ at }), await boxesOf({ at, standing: 'PROPOSED' })];
      const added = proposed
        .map(({ name }) => name)
        .filter((name) => !without.some((box) => box.name === name));
      expect(added).toEqual(slug === HALLAND ? ['Regiongemensam IT- och digitaliseringsfunktion'] : []);
    });
  });

  describe('30. what changed', () => {
    test('between two dates, by GraphQL and on the command line', async () => {
      const { compare } = await demo.data<{ compare: Record<string, { name: string; certain: boolean }[]> }>(
        `query ($organisation: String!, $from: ReadingInput!, $to: ReadingInput!) {
          compare(organisation: $organisation, from: $from, to: $to) { begun { name certain } ended { name }
            renamed { name: after } moved { name } reclassified { name: after } recoded { name }
            merged { unit: change } split { unit: change } } }`,
        { organisation: slug, from: { at: from }, to: { at } },
      );
      // The regions' documents do not say when a unit began: it may have been there on the first date already.
      const found = compare['begun']!.find(({ name }) => name === begun);
      expect(found).toEqual({ name: begun, certain: slug === SWITZERLAND });
      const lines = await demo.lines<{ difference: string; name?: string }>(
        'diff',
        ...org,
        '--from',
        from,
        '--to',
        at,
      );
      for (const kind of ['begun', 'ended', 'renamed', 'moved', 'recoded', 'merged', 'split']) {
        expect([kind, lines.filter(({ difference }) => difference === kind).length]).toEqual([
          kind,
          compare[kind]!.length,
        ]);
      }
    });

    test('in what was known of one and the same date: what was learned in between', async () => {
      const { changes, recordedAt } = await ask<{
        changes: { nodes: { log: { recordedAt: string }[] }[] };
        recordedAt: string;
      }>({ at }, 'recordedAt changes(first: 1) { nodes { log { recordedAt } } }');
      const { compare } = await demo.data<{ compare: { begun: { name: string }[]; ended: object[] } }>(
        `query ($organisation: String!, $from: ReadingInput!, $to: ReadingInput!) {
          compare(organisation: $organisation, from: $from, to: $to) { begun { name } ended { name } } }`,
        {
          organisation: slug,
          from: { at, knownAt: changes.nodes[0]!.log[0]!.recordedAt },
          to: { at, knownAt: recordedAt },
        },
      );
      expect(compare.begun.map(({ name }) => name)).toContain(below);
    });
  });

  test('31. where a unit came from and where it went, both ways', async () => {
    const both = async (key: string) => {
      const { unit: found } = await ask<{ unit: Record<'back' | 'forward' | 'inferred', object[]> }>(
        { at },
        `unit(id: "${key}") { back: lineage(direction: BACK) { from { name } } forward: lineage(direction: FORWARD) { to { name } }
          inferred: inferredLineage { direction to { name } } }`,
      );
      return found;
    };
    const found = await both(unit);
    const text = await demo.kronika('lineage', ...org, '--unit', unit, '--lang', 'sv');
    if (slug === SWITZERLAND) {
      const of = (names: readonly string[]) => names.map((name) => ({ from: { name } }));
      expect(found.back).toEqual(
        expect.arrayContaining(
          of([
            'Bilten',
            'Filzbach',
            'Mollis',
            'Mühlehorn',
            'Näfels',
            'Niederurnen',
            'Oberurnen',
            'Obstalden',
          ]),
        ),
      );
      expect(text).toContain('Niederurnen');
    } else if (slug === HALLAND) {
      const step = { direction: 'FORWARD', to: { name: 'IT & Digitalisering' } };
      expect(found).toEqual({ back: [], forward: [], inferred: [step] });
    } else {
      expect([found, text]).toEqual([{ back: [], forward: [], inferred: [] }, '']);
    }
  });

  test('32. why it is so: every box, name and placement leads to a change and its source, and in a region to the matter and its documents', async () => {
    const names = (await boxesOf({ at }, `(root: "${top}")`)).map(({ id }) => id).slice(0, 20);
    for (const id of names) {
      const { unit: box } = await ask<{
        unit: {
          why: {
            field: string;
            change: {
              sentence: { sv: string };
              log: { source: object | null; actor: string }[];
              matter: Matter | null;
            };
          }[];
        };
      }>(
        { at },
        `unit(id: "${id}") { why { field change { sentence { sv } log { source actor }
          matter { number title documents { title source } } } } }`,
      );
      const fields = box.why.map(({ field }) => field);
      expect(fields).toEqual(expect.arrayContaining(['existence', 'name', 'type', 'parent:line']));
      for (const { change } of box.why) {
        expect(change.log[0]!.source).not.toBeNull();
        if (slug !== SWITZERLAND) expect(change.matter!.documents.length).toBeGreaterThan(0);
      }
    }
    const why = await demo.kronika(
      'why',
      ...org,
      '--unit',
      unit,
      '--at',
      at,
      '--field',
      'name',
      '--lang',
      'en',
    );
    expect(why).toContain(source);
  });

  test('33. everything that happened to a unit, in both times', async () => {
    const { unit: found } = await ask<{
      unit: { history: { field: string; knownFrom: number; knownUntil: number | null; validFrom: object }[] };
    }>(
      { at },
      `unit(id: "${unit}") { history { field value knownFrom knownUntil validFrom { written }
        recorded { recordedAt actor recording } takenBack { reason } } }`,
    );
    expect(found.history.map(({ field }) => field)).toEqual(
      expect.arrayContaining(['existence', 'name', 'type', 'parent:line']),
    );
    const lines = await demo.lines<{ field?: string }>('history', ...org, '--unit', unit);
    expect(lines.filter(({ field }) => field !== undefined).length).toBeGreaterThanOrEqual(
      found.history.length,
    );
  });

  test('34. who recorded what, when and why; and nobody has touched the log', async () => {
    const { changes } = await ask<{
      changes: {
        totalCount: number;
        nodes: { log: { actor: string; recordedAt: string; position: number }[] }[];
      };
    }>(
      { at },
      'changes(first: 100, filter: { includePending: true }) { totalCount nodes { log { actor recordedAt position reason basis source } } }',
    );
    for (const { log } of changes.nodes) {
      expect(log[0]).toMatchObject({
        actor: 'kronika-demo',
        recordedAt: expect.stringMatching(/^\d{4}-.*Z$/),
      });
    }
    expect(await demo.kronika('verify', ...org)).toMatch(
      new RegExp(`^ok ${slug} position \\d+ hash [0-9a-f]{64}\\n$`),
    );
  });
});

test('34. whoever touches the log is found, with the place', async () => {
  await demo.tamper(
    `update ledger.event set envelope = replace(envelope, '§ 8', '§ 9') where envelope like '%rh-rs200432-rs-8%'`,
  );
  await expect(demo.kronika('verify', '--organisation', HALLAND)).rejects.toThrow(/ended with 1/);
});

interface Matter {
  readonly documents: readonly object[];
}

function idsInCsv(csv: string): string[] {
  return csv
    .trimEnd()
    .split('\r\n')
    .slice(1)
    .map((line) => line.split(',')[0]!);
}
