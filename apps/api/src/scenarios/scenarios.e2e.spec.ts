import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { MERGER, move, ServedPlans, unit } from '../testing/served-plans.js';

let plans: ServedPlans;
let slug: string;
beforeAll(async () => {
  plans = await ServedPlans.start();
});
afterAll(() => plans.close());
beforeEach(async () => {
  slug = await plans.organisation();
});

const TODAY = ['REGION', 'A < REGION', 'X < A', 'Y < A', 'B < REGION'];
const MERGED = ['REGION', 'AB < REGION', 'X < AB', 'Y < AB'];

describe('a scenario', () => {
  test('is begun with what it is about, and found again', async () => {
    const id = await plans.plan(slug, {
      name: 'Ett område',
      description: 'A och B blir ett',
      root: 'a',
      targets: [{ goal: 'COST_NEUTRAL' }, { goal: 'SPAN', least: 2, most: 10 }],
    });
    const found = await plans.ask<object>(
      id,
      `version name description owner visibility status at base behind root { name } from { scenario }
       steps { id } undone { is } proposals { version } adoption { first } resolutions { step }
       organisation { slug at chart { name } }`,
    );
    expect(found).toEqual({
      version: 1,
      name: 'Ett område',
      description: 'A och B blir ett',
      owner: 'local',
      visibility: 'OWNER',
      status: 'OPEN',
      at: '2030-06-01',
      base: 6,
      behind: 0,
      root: { name: 'A' },
      from: null,
      steps: [],
      undone: [],
      proposals: [],
      adoption: null,
      resolutions: [],
      organisation: {
        slug,
        at: '2030-06-01',
        chart: ['REGION', 'A', 'X', 'Y', 'B'].map((name) => ({ name })),
      },
    });
    const { node } = await plans.api.data<{ node: object }>(
      `query ($id: ID!) { node(id: $id) { __typename id ... on Scenario { name } } }`,
      { id },
    );
    expect(node).toEqual({ __typename: 'Scenario', id, name: 'Ett område' });
  });

  test('is not begun where it cannot be what is meant', async () => {
    const codes = (more: object) => plans.codes('createScenario', { organisation: slug, name: 'P', ...more });
    expect(await codes({ organisation: 'nowhere' })).toEqual(['UNKNOWN_ORGANISATION']);
    expect(await codes({ name: ' ' })).toEqual(['INVALID_SCENARIO']);
    expect(await codes({ root: 'q' })).toEqual(['UNKNOWN_UNIT']);
    expect(await codes({ at: 'soon' })).toEqual(['INVALID_DATE']);
    expect(await codes({ base: 99 })).toEqual(['POSITION_NOT_REACHED']);
    expect(await codes({ from: '00000000-0000-7000-8000-000000000000' })).toEqual(['UNKNOWN_SCENARIO']);
    const refused = await plans.mutate('createScenario', {
      organisation: slug,
      name: 'P',
      targets: [{ goal: 'COST_NEUTRAL', most: 3 }, { goal: 'MAX_LAYERS' }, { goal: 'SPAN', most: 0 }],
    });
    expect(refused.userErrors.map(({ code, field }) => `${code} ${field}`)).toEqual([
      'INVALID_FIELD targets[0].most',
      'INVALID_FIELD targets[1].most',
      'INVALID_FIELD targets[2].most',
    ]);
  });

  test('shows its steps on their dates, and nobody else sees them', async () => {
    const id = await plans.plan(slug);
    const other = await plans.plan(slug);
    const { changes, version } = await plans.step(id, MERGER);
    expect([version, changes]).toEqual([
      2,
      [{ id: expect.any(String), sentence: { sv: 'A och B går samman till AB' } }],
    ]);
    expect(await plans.chart(slug, id)).toEqual(MERGED);
    expect(await plans.chart(slug, id, '2029-12-31')).toEqual(TODAY);
    expect(await plans.chart(slug, other)).toEqual(TODAY);
    expect(await plans.chart(slug)).toEqual(TODAY);
  });

  test('takes several steps, all or none, with the place of what is wrong', async () => {
    const id = await plans.plan(slug);
    const refused = await plans.mutate('simulate', {
      scenario: id,
      steps: [{ changes: [MERGER] }, { changes: [move('x', 'region'), move('a', 'b')] }],
    });
    expect(refused).toMatchObject({ outcome: 'REFUSED', version: null, scenario: { version: 1 } });
    expect(refused.userErrors[0]).toMatchObject({ code: 'NOT_IN_FORCE', index: 2 });
    expect(await plans.chart(slug, id)).toEqual(TODAY);
    const unreadable = await plans.mutate('simulate', {
      scenario: id,
      steps: [{ changes: [MERGER] }, { changes: [move('x', 'b', 'soon')] }],
    });
    expect(unreadable.userErrors[0]).toMatchObject({ code: 'INVALID_DATE', index: 1 });
    const matter = { matter: { number: 'RS1', title: 'IT' } };
    expect(await plans.codes('simulate', { scenario: id, steps: [{ changes: [matter] }] })).toEqual([
      'NOT_IN_A_SCENARIO',
    ]);
    expect(await plans.codes('simulate', { scenario: id })).toEqual(['INVALID_FIELD']);
  });

  test('asks about what may be meant otherwise, until it is confirmed', async () => {
    const id = await plans.plan(slug);
    const twin = {
      scenario: id,
      steps: [{ changes: [{ establish: { on: '2030-01-01', unit: { ...unit('q', 'a'), name: 'X' } } }] }],
    };
    expect(await plans.codes('simulate', twin)).toEqual(['NAME_NOT_UNIQUE']);
    const taken = await plans.done('simulate', { ...twin, confirm: ['NAME_NOT_UNIQUE'] });
    expect(taken.warnings).toEqual([{ code: 'NAME_NOT_UNIQUE' }]);
  });

  test('is undone and redone step by step', async () => {
    const id = await plans.plan(slug);
    await plans.step(id, MERGER);
    await plans.step(id, move('x', 'region'), move('y', 'region'));
    await plans.done('undoStep', { scenario: id });
    expect(await plans.chart(slug, id)).toEqual(MERGED);
    expect(await plans.ask(id, 'undone { is changes actor }')).toEqual({
      undone: [{ is: 'STEP', changes: 2, actor: 'local' }],
    });
    await plans.done('undoStep', { scenario: id });
    expect(await plans.codes('undoStep', { scenario: id })).toEqual(['NOTHING_TO_UNDO']);
    await plans.done('redoStep', { scenario: id });
    await plans.done('redoStep', { scenario: id });
    expect(await plans.codes('redoStep', { scenario: id })).toEqual(['NOTHING_TO_REDO']);
    expect(await plans.chart(slug, id)).toEqual(['REGION', 'AB < REGION', 'X < REGION', 'Y < REGION']);
  });

  test('does once what has one key, and is refused at a stale version', async () => {
    const id = await plans.plan(slug);
    const revise = (more: object) => plans.mutate('reviseScenario', { scenario: id, ...more });
    expect(await revise({ name: 'Ett', idempotencyKey: `k ${slug}` })).toMatchObject({ outcome: 'RECORDED' });
    expect(await revise({ name: 'Ett', idempotencyKey: `k ${slug}` })).toMatchObject({
      outcome: 'REPEATED',
      version: 2,
    });
    expect(await revise({ name: 'Två', validateOnly: true })).toMatchObject({ outcome: 'VALID', version: 2 });
    const stale = { scenario: id, name: 'Tre', expectedVersion: 1 };
    expect(await plans.codes('reviseScenario', stale)).toEqual(['SCENARIO_MOVED']);
    const revision = { description: 'Om', visibility: 'ORGANISATION', at: '2031-01-01' };
    expect(await revise({ ...revision, targets: [] })).toMatchObject({ outcome: 'RECORDED' });
    expect(await plans.ask(id, 'name description visibility at')).toEqual({ name: 'Ett', ...revision });
  });

  test('is begun from another, and goes its own way', async () => {
    const first = await plans.plan(slug);
    await plans.step(first, MERGER);
    const second = await plans.plan(slug, { from: first });
    await plans.step(second, move('x', 'region'));
    expect(await plans.ask(second, 'from { scenario version } steps { place }')).toEqual({
      from: { scenario: first, version: 2 },
      steps: [{ place: 1 }, { place: 2 }],
    });
    expect(await plans.chart(slug, first)).toEqual(MERGED);
  });

  test('is archived and restored', async () => {
    const id = await plans.plan(slug);
    expect(await plans.done('archiveScenario', { scenario: id })).toMatchObject({
      scenario: { status: 'ARCHIVED' },
    });
    const step = { scenario: id, steps: [{ changes: [MERGER] }] };
    expect(await plans.codes('simulate', step)).toEqual(['SCENARIO_ARCHIVED']);
    await plans.done('restoreScenario', { scenario: id });
    expect(await plans.codes('restoreScenario', { scenario: id })).toEqual(['NOTHING_TO_RECORD']);
    await plans.done('simulate', step);
  });
});

describe('steps as lines of the import format', () => {
  const ALL = `steps { place id actor changes { recording sentence { sv } on } lines }`;
  interface Steps {
    readonly steps: readonly { readonly changes: readonly object[]; readonly lines: readonly string[] }[];
  }

  test('are given for each step, and simulate the same in another scenario, once', async () => {
    const id = await plans.plan(slug);
    await plans.step(id, { merge: { ...MERGER.merge, externalId: 'm', reason: 'Ett område' } });
    await plans.step(
      id,
      move('x', 'region'),
      { reschedule: { change: 'm', on: '2029-07-01', reason: 'Tidigare' } },
      { establish: { on: '2030-02', unit: { ...unit('n', 'x'), key: undefined, name: 'Ny' } } },
    );
    const { steps } = await plans.ask<Steps>(id, ALL);
    expect(steps.map(({ changes }) => changes)).toEqual([
      [{ recording: 'RECORDED', sentence: { sv: 'A och B går samman till AB' }, on: '2030-01-01' }],
      [
        { recording: 'RECORDED', sentence: expect.anything(), on: '2030-01-01' },
        { recording: 'RESCHEDULED', sentence: expect.anything(), on: '2029-07-01' },
        { recording: 'RECORDED', sentence: expect.anything(), on: '2030-02' },
      ],
    ]);
    expect(JSON.parse(steps[0]!.lines[0]!)).toMatchObject({ kind: 'merge', units: ['a', 'b'], id: 'm' });
    const copy = await plans.plan(slug);
    const lines = { scenario: copy, lines: steps.flatMap((step) => step.lines) };
    await plans.done('simulate', lines);
    expect(await plans.chart(slug, copy)).toEqual(await plans.chart(slug, id));
    expect((await plans.ask<Steps>(copy, ALL)).steps.map((step) => step.lines.length)).toEqual([1, 3]);
    expect(await plans.mutate('simulate', lines)).toMatchObject({ outcome: 'REPEATED', version: 3 });
  });

  test('that cannot be read are refused with their places', async () => {
    const scenario = await plans.plan(slug);
    const good = JSON.stringify({ kind: 'rename', on: '2030-01-01', unit: 'x', name: 'Xi' });
    const refused = async (...lines: string[]) =>
      (await plans.mutate('simulate', { scenario, lines })).userErrors.map(
        ({ code, index, field }) => `${code} ${index} ${field}`,
      );
    expect(await refused(good, 'nonsense', '{"kind":"rename"}')).toEqual([
      'INVALID_FIELD 1 lines',
      'INVALID_FIELD 2 on',
    ]);
    expect(await refused(good, ' ')).toEqual(['INVALID_FIELD 1 lines']);
    expect(await refused(good, good.replace('"x"', '"q"'))).toEqual(['UNKNOWN_UNIT 1 unit']);
    expect(await refused()).toEqual(['NOTHING_TO_RECORD null null']);
  });
});
