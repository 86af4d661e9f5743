import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { servedApi, type ServedApi } from './testing/served-api.js';

let api: ServedApi;
/** When all was recorded but the correction. */
let beforeCorrection: string;

const AT = 'at: "2022-06-01"';
const ask = <T>(selection: string, axes = AT) =>
  api
    .data<{ organisation: T }>(`{ organisation(slug: "region", ${axes}) { ${selection} } }`)
    .then(({ organisation }) => organisation);
const codes = async (query: string, variables?: object) =>
  (await api.ask(query, variables)).errors.map(({ extensions }) => extensions.code);

beforeAll(async () => {
  api = await servedApi();
  await api.data(
    `mutation { registerOrganisation(input: { slug: "region", name: "Regionen" }) { outcome } }`,
  );
  await api.data(`mutation { registerOrganisation(input: { slug: "annan", name: "Annan" }) { outcome } }`);
  const unit = (key: string, parent: string | null, more: object = {}) => ({
    key,
    name: key.toUpperCase(),
    type: 'avdelning',
    parent,
    ...more,
  });
  const data = await api.data<{ recordChanges: { recordedAt: string; userErrors: unknown[] } }>(
    `mutation ($input: RecordChangesInput!) { recordChanges(input: $input) { recordedAt userErrors { code message } } }`,
    {
      input: {
        organisation: 'region',
        reason: 'Uppstart',
        changes: [
          {
            establish: {
              on: '2000-01-01',
              unit: unit('top', null, { parents: [{ hierarchy: 'political', parent: null }] }),
            },
          },
          {
            establish: {
              on: '2000-01-01',
              unit: unit('a', 'top', { codes: [{ scheme: 'hsa', value: 'SE1' }] }),
            },
          },
          { establish: { on: '2000-01-01', unit: unit('b', 'top', { type: 'stab' }) } },
          { establish: { on: '2000-01-01', unit: unit('c', 'a') } },
          {
            rename: {
              on: '2010-01-01',
              unit: 'a',
              name: 'Åland',
              externalId: 'rename-a',
              source: { page: 3 },
            },
          },
          { merge: { on: '2021-01-01', units: ['a', 'b'], into: unit('ab', 'top') } },
          { transfer: { on: '2021-07-01', unit: 'c', to: 'top' } },
          { establish: { on: '2022', unit: unit('vague', 'ab') } },
        ],
      },
    },
  );
  expect(data.recordChanges.userErrors).toEqual([]);
  beforeCorrection = data.recordChanges.recordedAt;
  await api.data(
    `mutation { correctChange(input: { organisation: "region", change: "rename-a", reason: "Stavning",
      with: { rename: { on: "2010-01-01", unit: "a", name: "Ålund" } } }) { outcome } }`,
  );
});
afterAll(() => api.close());

describe('an organisation', () => {
  test('says what the answer is about', async () => {
    expect(await ask('id slug name at position recordedAt')).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      slug: 'region',
      name: 'Regionen',
      at: '2022-06-01',
      position: 10,
      recordedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/),
    });
  });

  test('is among the organisations', async () => {
    expect(await api.data('{ organisations { slug position } }')).toEqual({
      organisations: [
        { slug: 'annan', position: 1 },
        { slug: 'region', position: 10 },
      ],
    });
  });

  test('has a chart on any date, of a part, to a depth, of a type and in a hierarchy', async () => {
    const chart = async (args: string, axes?: string) =>
      (
        await ask<{ chart: { name: string; depth: number }[] }>(`chart${args} { name depth }`, axes)
      ).chart.map(({ name, depth }) => '  '.repeat(depth) + name);
    expect(await chart('')).toEqual(['TOP', '  AB', '  C']);
    expect(await chart('', 'at: "2020-12-31"')).toEqual(['TOP', '  B', '  Ålund', '    C']);
    expect(await chart('', 'at: "1999-12-31"')).toEqual([]);
    expect(await chart('(depth: 0)')).toEqual(['TOP']);
    expect(await chart('(root: "ab")', 'at: "2023-01-01"')).toEqual(['AB', '  VAGUE']);
    expect(await chart('(type: "stab")', 'at: "2015-01-01"')).toEqual(['  B']);
    expect(await chart('(hierarchy: "political")')).toEqual(['TOP']);
  });

  test('gives the same boxes by fragments, directives and aliases as by plain fields', async () => {
    const fields =
      'id key name type depth parentId parentKey path codes { scheme value } since indeterminate';
    const { chart } = await ask<{ chart: object[] }>(`chart { ${fields} __typename }`);
    expect(chart).toHaveLength(3);
    const other = await ask<{ chart: object[] }>(
      `... on Organisation { chart @include(if: true) { ${fields} __typename } }`,
    );
    expect(other.chart).toEqual(chart);
    const aliased = await ask<{ boxes: { called: string; codes: object[] }[] }>(
      'boxes: chart(root: "c", keys: "hsa") { called: name key codes { value } }',
      'at: "2005-01-01"',
    );
    expect(aliased).toEqual({ boxes: [{ called: 'C', key: null, codes: [{ value: 'c' }] }] });
    expect(await ask('chart(root: "c", keys: "hsa") { parentKey }', 'at: "2005-01-01"')).toEqual({
      chart: [{ parentKey: 'SE1' }],
    });
  });

  test('finds units by what they must match, page by page', async () => {
    const names = async (args: string, axes?: string) =>
      (
        await ask<{ units: { nodes: { name: string }[] } }>(`units(${args}) { nodes { name } }`, axes)
      ).units.nodes.map(({ name }) => name);
    const then = 'at: "2015-01-01"';
    expect(await names('first: 10')).toEqual(['AB', 'C', 'TOP']);
    expect(await names('first: 10, filter: { includeIndeterminate: true }')).toEqual([
      'AB',
      'C',
      'TOP',
      'VAGUE',
    ]);
    expect(await names('first: 10, filter: { text: "alu" }', then)).toEqual(['Ålund']);
    expect(await names('first: 10, filter: { text: "se1" }', then)).toEqual(['Ålund']);
    expect(await names('first: 10, filter: { type: "stab" }', then)).toEqual(['B']);
    expect(await names('first: 10, filter: { code: "SE1", scheme: "hsa" }', then)).toEqual(['Ålund']);
    expect(await names('first: 10, filter: { parent: "a" }', then)).toEqual(['C']);
    expect(await names('first: 10, filter: { isRoot: true }', then)).toEqual(['TOP']);
    expect(await names('last: 2', then)).toEqual(['TOP', 'Ålund']);

    const page = (args: string) =>
      ask<{
        units: {
          edges: { cursor: string; node: { name: string } }[];
          pageInfo: { hasNextPage: boolean; hasPreviousPage: boolean; endCursor: string };
          totalCount: number;
        };
      }>(
        `units(${args}) { edges { cursor node { name } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } totalCount }`,
        then,
      );
    const first = (await page('first: 3')).units;
    expect(first).toMatchObject({
      edges: [{ node: { name: 'B' } }, { node: { name: 'C' } }, { node: { name: 'TOP' } }],
      pageInfo: { hasNextPage: true, hasPreviousPage: false },
      totalCount: 4,
    });
    const second = (await page(`first: 3, after: "${first.pageInfo.endCursor}"`)).units;
    expect(second).toMatchObject({
      edges: [{ node: { name: 'Ålund' } }],
      pageInfo: { hasNextPage: false, hasPreviousPage: true },
    });
    const back = (await page(`last: 2, before: "${second.edges[0]!.cursor}"`)).units;
    expect(back.edges.map(({ node }) => node.name)).toEqual(['C', 'TOP']);
  });

  test('keeps to the moment of the first page while others record', async () => {
    const slug = 'pages';
    await api.data(`mutation { registerOrganisation(input: { slug: "${slug}", name: "P" }) { outcome } }`);
    const establish = (name: string) =>
      api.data(
        `mutation { establishUnit(input: { organisation: "${slug}", on: "2020-01-01", unit: { name: "${name}", type: "x" } }) { outcome } }`,
      );
    for (const name of ['b', 'd', 'f']) await establish(name);
    const page = async (args: string) =>
      (
        await api.data<{
          organisation: { units: { nodes: { name: string }[]; pageInfo: { endCursor: string } } };
        }>(
          `{ organisation(slug: "${slug}", at: "2020-01-01") { units(${args}) { nodes { name } pageInfo { endCursor } } } }`,
        )
      ).organisation.units;
    const first = await page('first: 2');
    await establish('a');
    await establish('e');
    const second = await page(`first: 5, after: "${first.pageInfo.endCursor}"`);
    expect([...first.nodes, ...second.nodes].map(({ name }) => name)).toEqual(['b', 'd', 'f']);
  });

  test('tells its changes in both languages, with who recorded them, when and why', async () => {
    const { changes } = await ask<{ changes: { nodes: object[] } }>(
      `changes(first: 50, filter: { kinds: [RENAME, MERGE] }) { totalCount nodes { id kind externalId cancelled changeSet
        on { written earliest latest } sentence { sv en } units { name }
        log { position recording actor reason recordedAt knownAt source basis sentence { sv } } } }`,
    );
    expect(changes).toMatchObject({
      totalCount: 2,
      nodes: [
        {
          kind: 'RENAME',
          externalId: 'rename-a',
          on: { written: '2010-01-01', earliest: '2010-01-01', latest: '2010-01-01' },
          sentence: { sv: 'A bytte namn till Ålund', en: expect.stringContaining('Ålund') },
          units: [{ name: 'Ålund' }],
          log: [
            { position: 6, recording: 'RECORDED', actor: 'local', reason: 'Uppstart', source: { page: 3 } },
            { position: 10, recording: 'CORRECTED', reason: 'Stavning' },
          ],
        },
        {
          kind: 'MERGE',
          sentence: { sv: 'Ålund och B gick samman till AB', en: 'Ålund and B merged into AB' },
        },
      ],
    });
    const count = async (filter: string) =>
      (await ask<{ changes: { totalCount: number } }>(`changes(last: 1, filter: ${filter}) { totalCount }`))
        .changes.totalCount;
    expect(await count('{ from: "2021-01-01", to: "2021-12-31" }')).toBe(2);
    expect(await count('{ unit: "c" }')).toBe(3);
    expect(await count('{ text: "gick samman" }')).toBe(1);
  });

  test('tells one change by its name or id, as it was known', async () => {
    const change = (id: string, axes?: string) =>
      ask<{ change: { id: string; sentence: { sv: string } } | null }>(
        `change(id: "${id}") { id sentence { sv } }`,
        axes,
      ).then((answer) => answer.change);
    const found = await change('rename-a');
    expect(found?.sentence.sv).toBe('A bytte namn till Ålund');
    expect(await change(found!.id)).toEqual(found);
    expect((await change('rename-a', `${AT}, knownAt: "${beforeCorrection}"`))?.sentence.sv).toBe(
      'A bytte namn till Åland',
    );
    const { event } = await ask<{ event: { knownAt: string } }>('event(position: 1) { knownAt }');
    expect(await change('rename-a', `${AT}, knownAt: "${event.knownAt}"`)).toBeNull();
    expect(await change(found!.id, `${AT}, knownAt: "${event.knownAt}"`)).toBeNull();
    expect(await change('rename-z')).toBeNull();
  });

  test('says when it changes', async () => {
    expect(await ask('changeDates { days windows { written earliest latest } }')).toEqual({
      changeDates: {
        days: ['2000-01-01', '2010-01-01', '2021-01-01', '2021-07-01'],
        windows: [{ written: '2022', earliest: '2022-01-01', latest: '2022-12-31' }],
      },
    });
  });

  test('follows lineage', async () => {
    const { lineage } = await ask<{ lineage: object[] }>(
      'lineage(unit: "ab", direction: BACK, generations: 1) { direction generation relation share change from { name } to { name } on { written } }',
    );
    expect(lineage).toMatchObject([
      {
        direction: 'BACK',
        generation: 1,
        relation: 'MERGED_INTO',
        from: { name: 'Ålund' },
        to: { name: 'AB' },
      },
      { from: { name: 'B' }, on: { written: '2021-01-01' } },
    ]);
  });
});

describe('a unit', () => {
  test('is found by id, key and code', async () => {
    const { unit } = await ask<{ unit: { id: string } }>('unit(id: "a") { id }');
    const found = { unit: { id: unit.id } };
    expect(await ask(`unit(id: "${unit.id}") { id }`)).toEqual(found);
    expect(await ask('unit(id: "hsa:SE1") { id }')).toEqual(found);
    expect(await ask('unit(key: "a") { id }')).toEqual(found);
    expect(await ask('unit(key: "SE1", scheme: "hsa") { id }')).toEqual(found);
    expect(await ask('unit(id: "nothing") { id }')).toEqual({ unit: null });
    expect(await codes('{ organisation(slug: "region") { unit { id } } }')).toEqual(['INVALID_FILTER']);
  });

  test('says all that is so on the date', async () => {
    const fields = `name type at position status since until codes { scheme value } existence { from to fromWritten toWritten }
      intervals { from to } indeterminate { field written value earliest latest change valueName } path { name }
      parent { name } placements { hierarchy parent { name } } children { name }`;
    expect(await ask(`unit(id: "a") { ${fields} }`, 'at: "2015-01-01"')).toEqual({
      unit: {
        name: 'Ålund',
        type: 'avdelning',
        at: '2015-01-01',
        position: 10,
        status: 'IN_FORCE',
        since: '2000-01-01',
        until: '2021-01-01',
        codes: [
          { scheme: 'hsa', value: 'SE1' },
          { scheme: 'import', value: 'a' },
        ],
        existence: {
          from: '2000-01-01',
          to: '2021-01-01',
          fromWritten: '2000-01-01',
          toWritten: '2021-01-01',
        },
        intervals: [{ from: '2000-01-01', to: '2021-01-01' }],
        indeterminate: [],
        path: [{ name: 'TOP' }, { name: 'Ålund' }],
        parent: { name: 'TOP' },
        placements: [{ hierarchy: 'line', parent: { name: 'TOP' } }],
        children: [{ name: 'C' }],
      },
    });
    const { unit } = await ask<{ unit: { indeterminate: { field: string; written: string }[] } }>(
      `unit(id: "vague") { ${fields} }`,
    );
    expect(unit).toMatchObject({ status: 'INDETERMINATE' });
    expect(unit.indeterminate[0]).toMatchObject({
      field: 'existence',
      written: '2022',
      earliest: '2022-01-01',
      latest: '2022-12-31',
      value: true,
    });
    expect(await ask('unit(id: "a") { status }', 'at: "1999-01-01"')).toEqual({
      unit: { status: 'NOT_YET' },
    });
    expect(await ask('unit(id: "a") { status }')).toEqual({ unit: { status: 'ENDED' } });
    expect(
      await ask(
        'unit(id: "top") { placements { hierarchy parent { id } } parent(hierarchy: "political") { id } }',
      ),
    ).toEqual({
      unit: {
        parent: null,
        placements: [
          { hierarchy: 'line', parent: null },
          { hierarchy: 'political', parent: null },
        ],
      },
    });
  });

  test('has a history in both times', async () => {
    const { unit } = await ask<{ unit: { history: object[] } }>(
      `unit(id: "a") { history(fields: ["name", "successor"]) { field value valueName relation validFrom { written }
        knownFrom knownUntil recorded { reason } takenBack { reason } } }`,
    );
    expect(unit.history).toMatchObject([
      { field: 'name', value: 'A', knownFrom: 3, knownUntil: null },
      { value: 'Åland', knownFrom: 6, knownUntil: 10, takenBack: { reason: 'Stavning' } },
      {
        value: 'Ålund',
        validFrom: { written: '2010-01-01' },
        knownFrom: 10,
        recorded: { reason: 'Stavning' },
      },
      { field: 'successor', valueName: 'AB', relation: 'MERGED_INTO' },
    ]);
  });

  test('has lineage, and relatives on other dates', async () => {
    const { unit } = await ask<{ unit: { lineage: object[]; relatives: object; now: object } }>(
      `unit(id: "ab") { lineage { direction from { name } } relatives(at: "2015-01-01", direction: BACK) {
         units { name direction generation } deadEnds { unit { name } } }
         now: relatives { units { name generation } } }`,
    );
    expect(unit).toMatchObject({
      lineage: [{ direction: 'BACK' }, { direction: 'BACK' }],
      relatives: {
        units: [
          { name: 'Ålund', direction: 'BACK', generation: 1 },
          { name: 'B', direction: 'BACK', generation: 1 },
        ],
        deadEnds: [],
      },
      now: { units: [{ name: 'AB', generation: 0 }] },
    });
  });

  test('says why it is as it is', async () => {
    const { unit } = await ask<{ unit: { why: object[] } }>(
      'unit(id: "c") { why { field value valueName certain change { kind sentence { sv } log { reason } } } }',
    );
    expect(unit.why).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ field: 'existence', value: true, certain: true }),
        expect.objectContaining({
          field: 'parent:line',
          valueName: 'TOP',
          change: expect.objectContaining({ kind: 'TRANSFER', log: [{ reason: 'Uppstart' }] }),
        }),
      ]),
    );
  });
});

describe('time', () => {
  test('an answer at a fixed date and knowledge time stays as it was', async () => {
    const query = `query ($known: Instant) { organisation(slug: "region", at: "2015-01-01", knownAt: $known) { position chart { name } } }`;
    const then = {
      organisation: {
        position: 9,
        chart: [{ name: 'TOP' }, { name: 'B' }, { name: 'Åland' }, { name: 'C' }],
      },
    };
    expect(await api.data(query, { known: beforeCorrection })).toEqual(then);
    await api.data(
      `mutation { renameUnit(input: { organisation: "annan", on: "2001-01-01", unit: "x", name: "y" }) { outcome } }`,
    );
    expect(await api.data(query, { known: beforeCorrection })).toEqual(then);
    expect(await ask('unit(id: "a") { name }', 'at: "2015-01-01"')).toEqual({ unit: { name: 'Ålund' } });
  });

  test('an answer is given anew when something has been recorded', async () => {
    await api.data(`mutation { registerOrganisation(input: { slug: "anew", name: "N" }) { outcome } }`);
    const query = '{ organisation(slug: "anew", at: "2020-01-01") { chart { name } } }';
    expect(await api.data(query)).toEqual({ organisation: { chart: [] } });
    await api.data(
      `mutation { establishUnit(input: { organisation: "anew", on: "2020-01-01", unit: { name: "X", type: "x" } }) { position } }`,
    );
    expect(await api.data(query)).toEqual({ organisation: { chart: [{ name: 'X' }] } });
  });

  test.each([
    ['at: "2021-02-29"', 'INVALID_DATE'],
    ['at: "0000-00-00"', 'INVALID_DATE'],
    ['at: "infinity"', 'INVALID_DATE'],
    ['at: "2021"', 'INVALID_DATE'],
    ['knownAt: "2999-01-01"', 'KNOWN_AT_IN_FUTURE'],
    ['knownAt: "2999-01-01T00:00:00Z"', 'KNOWN_AT_IN_FUTURE'],
    ['knownAt: "1999-01-01"', 'KNOWN_AT_BEFORE_FIRST_EVENT'],
    ['knownAt: "yesterday"', 'INVALID_TIME'],
    ['minPosition: 11', 'POSITION_NOT_REACHED'],
    ['minPosition: -1', 'INVALID_POSITION'],
    ['minPosition: 0.5', 'INVALID_POSITION'],
    ['at: 2021', 'BAD_USER_INPUT'],
  ])('%s is refused', async (axes, code) => {
    expect(await codes(`{ organisation(slug: "region", ${axes}) { name } }`)).toEqual([code]);
    if (!axes.startsWith('minPosition'))
      expect(
        await codes(`{ compare(organisation: "region", from: { ${axes} }, to: {}) { begun { id } } }`),
      ).toEqual([code]);
  });

  test('every standing counts what is asserted', async () => {
    for (const standing of ['IN_FORCE', 'CONDITIONAL', 'PROPOSED'])
      expect(await ask('unit(id: "ab") { status }', `${AT}, standing: ${standing}`)).toEqual({
        unit: { status: 'IN_FORCE' },
      });
  });
});

describe('cursors', () => {
  test('are refused where they do not come from', async () => {
    const cursorOf = async (question: string, list = 'units') =>
      (
        await ask<Record<string, { pageInfo: { endCursor: string } }>>(
          `${list}(${question}) { pageInfo { endCursor } }`,
        )
      )[list]!.pageInfo.endCursor;
    const cursor = await cursorOf('first: 1');
    const list = (slug: string, axes: string, args: string, name = 'units') =>
      codes(`{ organisation(slug: "${slug}", ${axes}) { ${name}(${args}) { totalCount } } }`);
    const after = `first: 1, after: "${cursor}"`;
    expect(await list('region', AT, after)).toEqual([]);
    expect(await list('annan', AT, after)).toEqual(['INVALID_CURSOR']);
    expect(await list('region', 'at: "2022-06-02"', after)).toEqual(['INVALID_CURSOR']);
    expect(await list('region', `${AT}, knownAt: "${beforeCorrection}"`, after)).toEqual(['INVALID_CURSOR']);
    expect(await list('region', AT, `${after}, filter: { type: "avdelning" }`)).toEqual(['INVALID_CURSOR']);
    expect(await list('region', AT, after, 'changes')).toEqual(['INVALID_CURSOR']);
    const [position, at, key, index, seal] = JSON.parse(
      Buffer.from(cursor, 'base64url').toString(),
    ) as unknown[];
    const forged = [
      [position, at, key, 2, seal],
      [position, at, 'other', index, seal],
      [1, at, key, index, seal],
      [1e9, at, key, index, seal],
      [position, 1e15, key, index, seal],
      [position, at, key, index],
      {},
      null,
    ].map((content) => Buffer.from(JSON.stringify(content)).toString('base64url'));
    for (const text of [...forged, '', 'x', '💥', 'a'.repeat(5000)])
      expect(await list('region', AT, `first: 1, after: "${text}"`)).toEqual(['INVALID_CURSOR']);
    expect(await list('region', AT, `last: 1, before: "${forged[0]}"`)).toEqual(['INVALID_CURSOR']);
    expect(await list('region', AT, `last: 1, after: "${cursor}"`)).toEqual(['INVALID_PAGE']);
  });
});

describe('what is asked for in vain', () => {
  test.each([
    ['{ organisation(slug: "nowhere") { name } }', 'UNKNOWN_ORGANISATION', 'slug'],
    [`{ organisation(slug: "a\\u0000b") { name } }`, 'UNKNOWN_ORGANISATION', 'slug'],
    [`{ organisation(slug: "' or 1=1 --") { name } }`, 'UNKNOWN_ORGANISATION', 'slug'],
    ['{ organisation(slug: "region") { chart(root: "nothing") { id } } }', 'UNKNOWN_UNIT', 'root'],
    ['{ organisation(slug: "region") { chart(depth: -1) { id } } }', 'INVALID_DEPTH', 'depth'],
    ['{ organisation(slug: "region") { lineage(unit: "nothing") { change } } }', 'UNKNOWN_UNIT', 'unit'],
    [
      '{ organisation(slug: "region") { lineage(unit: "a", generations: 0) { change } } }',
      'INVALID_DEPTH',
      'generations',
    ],
    [
      '{ organisation(slug: "region") { units(first: 1, filter: { parent: "nothing" }) { totalCount } } }',
      'UNKNOWN_UNIT',
      'filter.parent',
    ],
    [
      '{ organisation(slug: "region") { units(first: 1, filter: { parent: "a", isRoot: true }) { totalCount } } }',
      'INVALID_FILTER',
      'filter.isRoot',
    ],
    [
      '{ organisation(slug: "region") { changes(first: 1, filter: { from: "2021-02-30" }) { totalCount } } }',
      'INVALID_DATE',
      'filter.from',
    ],
    [
      '{ organisation(slug: "region") { unit(id: "a") { relatives(at: "x") { units { id } } } } }',
      'INVALID_DATE',
      'at',
    ],
    [
      '{ compare(organisation: "nowhere", from: {}, to: {}) { begun { id } } }',
      'UNKNOWN_ORGANISATION',
      'slug',
    ],
  ])('%s', async (query, code, field) => {
    const { errors } = await api.ask(query);
    expect(errors.map(({ extensions }) => [extensions.code, extensions.field])).toEqual([[code, field]]);
    expect(errors[0]!.message).toBe(errors[0]!.extensions.messages.sv);
    expect(errors[0]!.extensions.messages.en).not.toBe(errors[0]!.extensions.messages.sv);
  });
});

test('two dates, and two times of knowledge, are compared', async () => {
  const lists = `begun { name type parent { name } predecessors { name } } ended { name successors { name } succession }
    renamed { before after } reclassified { id } moved { name hierarchy before { takesPart parent { name } } after { parent { name } } }
    recoded { id } merged { sources { name } into { name } relations on { written } } split { source { name } }`;
  const compare = async (sides: string) =>
    (
      await api.data<{ compare: object }>(
        `{ compare(organisation: "region", ${sides}) { from { at position } to { at recordedAt } ${lists} } }`,
      )
    ).compare;
  expect(await compare('from: { at: "2009-01-01" }, to: { at: "2021-12-31" }')).toMatchObject({
    from: { at: '2009-01-01', position: 10 },
    begun: [{ name: 'AB', parent: { name: 'TOP' }, predecessors: [{ name: 'A' }, { name: 'B' }] }],
    ended: [{ name: 'A', successors: [{ name: 'AB' }] }, { name: 'B' }],
    moved: [
      { name: 'C', hierarchy: 'line', before: { parent: { name: 'A' } }, after: { parent: { name: 'TOP' } } },
    ],
    merged: [{ into: { name: 'AB' }, relations: ['MERGED_INTO'], on: { written: '2021-01-01' } }],
    split: [],
  });
  const at = 'at: "2015-01-01"';
  expect(await compare(`from: { ${at}, knownAt: "${beforeCorrection}" }, to: { ${at} }`)).toMatchObject({
    begun: [],
    renamed: [{ before: 'Åland', after: 'Ålund' }],
  });
});

test('what has an id is found again by it', async () => {
  const { id, unit, changes } = await ask<{
    id: string;
    unit: { id: string };
    changes: { nodes: { id: string }[] };
  }>('id unit(id: "a") { id } changes(first: 1, filter: { kinds: [MERGE] }) { nodes { id } }');
  const node = (of: string, axes = '') =>
    api.data(
      `{ node(id: "${of}"${axes}) { __typename id ... on Organisation { slug at } ... on Unit { name status } ... on Change { kind } } }`,
    );
  expect(await node(id, ', at: "2001-01-01"')).toEqual({
    node: { __typename: 'Organisation', id, slug: 'region', at: '2001-01-01' },
  });
  expect(await node(unit.id)).toEqual({
    node: { __typename: 'Unit', id: unit.id, name: 'Ålund', status: 'ENDED' },
  });
  expect(
    await node(unit.id, `, at: "2005-01-01", knownAt: "${beforeCorrection}", organisation: "region"`),
  ).toEqual({
    node: { __typename: 'Unit', id: unit.id, name: 'A', status: 'IN_FORCE' },
  });
  expect(await node(unit.id, ', organisation: "annan"')).toEqual({ node: null });
  expect(await node(changes.nodes[0]!.id)).toMatchObject({ node: { __typename: 'Change', kind: 'MERGE' } });
  expect(await node('nothing')).toEqual({ node: null });
  expect(await node('00000000-0000-7000-8000-000000000000')).toEqual({ node: null });
});
