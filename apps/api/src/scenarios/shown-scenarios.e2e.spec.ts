import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MERGER, move, ServedPlans } from '../testing/served-plans.js';

let plans: ServedPlans;
let slug: string;
let id: string;
beforeAll(async () => {
  plans = await ServedPlans.start();
});
afterAll(() => plans.close());
beforeEach(async () => {
  slug = await plans.organisation();
  id = await plans.plan(slug);
});

/** What is asked of the organisation as the scenario shows it. */
const shown = async <T>(selection: string, axes = '') => {
  const data = await plans.api.data<{ organisation: T }>(
    `query ($slug: String!, $id: ID!) { organisation(slug: $slug, scenario: $id ${axes}) { ${selection} } }`,
    { slug, id },
  );
  return data.organisation;
};
const codes = async (query: string, variables: object = { slug, id }) =>
  (await plans.api.ask(query, variables)).errors.map(({ extensions }) => extensions.code);

describe('the organisation as a scenario shows it', () => {
  test('is answered like the one that is recorded', async () => {
    await plans.step(id, { merge: { ...MERGER.merge, reason: 'Ett område', basis: { matter: 'RS1' } } });
    const organisation = await shown<object>(
      `at position scenario { id version name }
       unit(key: "x") { status parent { name } path { name }
         history(fields: ["parent:line"]) { valueName knownFrom recorded { position actor reason recordedAt } }
         why { field change { kind standing pending } } pendingChanges { id } assignments { id } }
       ended: unit(key: "a") { status until lineage { to { name } } relatives { units { name } } }
       changes(last: 1) { nodes { kind standing standingReport { standing } pending matter { number } observations { says }
         log { actor reason position recording } scenario { id } } }
       changeDates { days } todo(first: 1) { totalCount } pendingChanges(first: 1) { totalCount }
       lineage(unit: "ab") { from { name } }`,
    );
    expect(organisation).toMatchObject({
      at: '2030-06-01',
      position: 6,
      scenario: { id, version: 2, name: 'Plan' },
      unit: {
        status: 'IN_FORCE',
        parent: { name: 'AB' },
        path: ['REGION', 'AB', 'X'].map((name) => ({ name })),
        history: [
          { valueName: 'A', knownFrom: 5 },
          { valueName: 'AB', knownFrom: 6, recorded: { position: 6, actor: 'local', reason: 'Ett område' } },
        ],
      },
      ended: { status: 'ENDED', until: '2030-01-01', lineage: [{ to: { name: 'AB' } }] },
      changes: {
        nodes: [
          {
            kind: 'MERGE',
            standing: null,
            standingReport: null,
            pending: false,
            matter: null,
            observations: [],
            log: [{ actor: 'local', reason: 'Ett område', position: 6, recording: 'RECORDED' }],
            scenario: null,
          },
        ],
      },
      changeDates: { days: ['2015-01-01', '2030-01-01'] },
      lineage: [{ from: { name: 'A' } }, { from: { name: 'B' } }],
    });
    const { unit: x } = organisation as { unit: { why: { field: string; change: object }[] } };
    expect(x.why.find(({ field }) => field === 'parent:line')).toEqual({
      field: 'parent:line',
      change: { kind: 'MERGE', standing: null, pending: false },
    });
    expect(await shown('chart { name since key }', 'at: "2029-12-31"')).toEqual(
      await plans.api
        .data<{ organisation: object }>(
          `query ($slug: String!) { organisation(slug: $slug, at: "2029-12-31") { chart { name since key } } }`,
          { slug },
        )
        .then(({ organisation: recorded }) => recorded),
    );
  });

  test('tells the standing of what is recorded, and none of what the scenario makes of it', async () => {
    await plans.record(slug, { rename: { on: '2040-01-01', unit: 'x', name: 'Xi', externalId: 'r' } });
    await plans.done('rebaseScenario', { scenario: id });
    const last = () => shown<object>('changes(last: 1) { nodes { kind standing cancelled on { written } } }');
    const rename = { kind: 'RENAME', cancelled: false, on: { written: '2040-01-01' } };
    expect(await last()).toEqual({ changes: { nodes: [{ ...rename, standing: 'ASSERTED' }] } });
    await plans.step(id, { reschedule: { change: 'r', on: '2041-01-01', reason: 'Senare' } });
    expect(await last()).toEqual({
      changes: { nodes: [{ ...rename, standing: null, on: { written: '2041-01-01' } }] },
    });
  });

  test('names the matter of what is planned, and tells what is to be handed over in it alone', async () => {
    await plans.record(
      slug,
      { matter: { number: 'RS1', title: 'Ett område' } },
      { assignment: { to: [{ unit: 'b' }], title: 'Utred', matter: 'RS1' } },
    );
    await plans.done('rebaseScenario', { scenario: id });
    await plans.step(id, { merge: { ...MERGER.merge, basis: { matter: 'RS1' } } });
    const selection = 'assignments(first: 1) { nodes { needsHandOver } } matter(number: "RS1") { title }';
    expect(await shown(`changes(last: 1) { nodes { matter { number } } } ${selection}`)).toEqual({
      changes: { nodes: [{ matter: { number: 'RS1' } }] },
      assignments: { nodes: [{ needsHandOver: true }] },
      matter: { title: 'Ett område' },
    });
    const recorded = await plans.api.data<{ organisation: object }>(
      `query ($slug: String!) { organisation(slug: $slug, at: "2030-06-01") { ${selection} } }`,
      { slug },
    );
    expect(recorded.organisation).toMatchObject({ assignments: { nodes: [{ needsHandOver: false }] } });
  });

  test('has what is anticipated in it as pending', async () => {
    await plans.step(id, {
      anticipate: { what: 'A och B blir ett', units: ['a', 'b'], into: { count: 1 }, on: '2031' },
    });
    const { changes } = await shown<{ changes: object }>(
      'changes(last: 1, filter: { includePending: true }) { nodes { kind pending standing anticipation { what } } }',
    );
    expect(
      await shown(
        'pendingChanges(first: 9) { nodes { kind } } unit(key: "a") { pendingChanges { kind } } changes(first: 1, filter: { standings: [PROPOSED] }) { totalCount }',
      ),
    ).toEqual({
      pendingChanges: { nodes: [{ kind: 'ANTICIPATE' }] },
      unit: { pendingChanges: [{ kind: 'ANTICIPATE' }] },
      changes: { totalCount: 0 },
    });
    expect(changes).toEqual({
      nodes: [
        { kind: 'ANTICIPATE', pending: true, standing: null, anticipation: { what: 'A och B blir ett' } },
      ],
    });
  });

  test('keeps to the version of the first page while the planner goes on', async () => {
    interface Page {
      readonly units: {
        readonly nodes: readonly { readonly name: string }[];
        readonly pageInfo: { readonly endCursor: string };
      };
    }
    const page = (args: string) =>
      shown<Page>(`scenario { version } units(${args}) { nodes { name } pageInfo { endCursor } }`);
    const { units } = await page('first: 2');
    expect(units.nodes).toEqual([{ name: 'A' }, { name: 'B' }]);
    await plans.step(id, MERGER);
    const next = await page(`first: 3, after: "${units.pageInfo.endCursor}"`);
    expect(next.units.nodes).toEqual([{ name: 'REGION' }, { name: 'X' }, { name: 'Y' }]);
    expect(
      await codes(
        `query ($slug: String!) { organisation(slug: $slug, at: "2030-06-01") {
          units(first: 2, after: "${units.pageInfo.endCursor}") { totalCount } } }`,
        { slug },
      ),
    ).toEqual(['INVALID_CURSOR']);
  });

  test('can be asked as it was planned before', async () => {
    await plans.step(id, MERGER);
    const { changedAt } = await plans.ask<{ changedAt: string }>(id, 'changedAt');
    await plans.step(id, move('x', 'region'));
    const then = await shown<object>(
      'scenario { version steps { place } } chart { name depth }',
      `knownAt: "${changedAt}"`,
    );
    expect(then).toMatchObject({
      scenario: { version: 2, steps: [{ place: 1 }] },
      chart: [
        { name: 'REGION', depth: 0 },
        { name: 'AB', depth: 1 },
        { name: 'X', depth: 2 },
        { name: 'Y', depth: 2 },
      ],
    });
  });

  test('differs from what the scenario found by its steps only', async () => {
    await plans.step(id, MERGER);
    await plans.record(slug, { rename: { on: '2029-01-01', unit: 'x', name: 'Xi' } });
    const difference =
      'from { position scenario } to { position scenario } begun { name } ended { name } renamed { name }';
    expect(await plans.ask(id, `difference { ${difference} }`)).toEqual({
      difference: {
        from: { position: 6, scenario: null },
        to: { position: 6, scenario: id },
        begun: [{ name: 'AB' }],
        ended: [{ name: 'A' }, { name: 'B' }],
        renamed: [],
      },
    });
    expect(await plans.ask(id, 'difference(at: "2029-01-01") { begun { name } }')).toEqual({
      difference: { begun: [] },
    });
    expect(await codes(`{ scenario(id: "${id}") { difference(at: "soon") { begun { name } } } }`)).toEqual([
      'INVALID_DATE',
    ]);
  });
});

describe('what waits in the organisation', () => {
  const pending = 'changes(last: 9, filter: { standings: [PROPOSED] }) { nodes { kind standing pending } }';
  const proposed = { nodes: [{ kind: 'TRANSFER', standing: 'PROPOSED', pending: true }] };

  beforeEach(async () => {
    await plans.record(
      slug,
      { matter: { number: 'RS1', title: 'Flytt' } },
      {
        decision: {
          externalId: 'd',
          matter: 'RS1',
          body: { unit: 'region' },
          act: 'PROPOSES',
          to: { unit: 'region' },
        },
      },
    );
    await plans.record(slug, { transfer: { ...move('x', 'b').transfer, basis: { decision: 'd' } } });
    await plans.done('rebaseScenario', { scenario: id });
  });

  test('counts beside the scenario when it is asked for', async () => {
    await plans.step(id, move('y', 'b'));
    const chart = async (axes: string) => {
      const { chart: boxes } = await shown<{ chart: { name: string; depth: number }[] }>(
        'chart { name depth }',
        axes,
      );
      return boxes.map(({ name, depth }) => `${depth} ${name}`);
    };
    expect(await chart('')).toEqual(['0 REGION', '1 A', '2 X', '1 B', '2 Y']);
    expect(await chart(', standing: PROPOSED')).toEqual(['0 REGION', '1 A', '1 B', '2 X', '2 Y']);
    expect(await shown(pending, 'standing: PROPOSED')).toEqual({ changes: proposed });
    expect(await shown('pendingChanges(first: 9) { nodes { kind standing matter { number } } }')).toEqual({
      pendingChanges: { nodes: [{ kind: 'TRANSFER', standing: 'PROPOSED', matter: { number: 'RS1' } }] },
    });
  });

  test('is told apart where it does not fit what is planned', async () => {
    await plans.step(id, MERGER);
    expect(
      await shown(
        'leftOut { changes { kind standing } reasons { code units { name } } }',
        'standing: PROPOSED',
      ),
    ).toMatchObject({
      leftOut: [
        {
          changes: [{ kind: 'TRANSFER', standing: 'PROPOSED' }],
          reasons: [{ units: [{ name: 'X' }, { name: 'B' }] }],
        },
      ],
    });
  });

  test('is planned otherwise in the scenario alone', async () => {
    const { pendingChanges } = await shown<{ pendingChanges: { nodes: { id: string }[] } }>(
      'pendingChanges(first: 9) { nodes { id } }',
    );
    await plans.step(id, { cancel: { change: pendingChanges.nodes[0]!.id, reason: 'Ställs in' } });
    expect(await shown('pendingChanges(first: 9) { totalCount }')).toEqual({
      pendingChanges: { totalCount: 0 },
    });
    const { organisation } = await plans.api.data<{ organisation: object }>(
      `query ($slug: String!) { organisation(slug: $slug) { pendingChanges(first: 9) { totalCount } } }`,
      { slug },
    );
    expect(organisation).toEqual({ pendingChanges: { totalCount: 1 } });
  });
});

test('a unit that only the scenario has can be asked everything that a unit is asked', async () => {
  await plans.record(slug, {
    indicator: { name: 'Personal', unitOfMeasure: 'årsarbetare', polarity: 'NEUTRAL', parts: 'SUM' },
  });
  await plans.done('rebaseScenario', { scenario: id });
  await plans.step(id, MERGER);
  expect(
    await shown(
      `unit(key: "ab") { status since until existence { from } intervals { from } codes { scheme value }
        indeterminate { field } placements { hierarchy parent { name } } children { name } spellings { written }
        inferredLineage { from { name } } observations { says } assignments { title } targets { __typename }
        figures { value } series(indicator: "Personal") { points { period { written } } } }`,
    ),
  ).toMatchObject({
    unit: {
      status: 'IN_FORCE',
      since: '2030-01-01',
      until: null,
      codes: [{ scheme: 'import', value: 'ab' }],
      placements: [{ hierarchy: 'line', parent: { name: 'REGION' } }],
      children: [{ name: 'X' }, { name: 'Y' }],
      spellings: [],
      figures: [],
    },
  });
});
