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

const MERGED = ['REGION', 'AB < REGION', 'X < AB', 'Y < AB'];
const ABSORPTION = { absorb: { on: '2029-01-01', units: ['b'], into: 'a' } };

describe('a scenario is moved to a newer base', () => {
  test('with what became of each step', async () => {
    const id = await plans.plan(slug);
    await plans.step(id, move('y', 'b'));
    await plans.step(id, MERGER);
    await plans.step(id, { rename: { on: '2031-01-01', unit: 'x', name: 'Xi' } });
    await plans.record(slug, { establish: { on: '2027-01-01', unit: unit('z', 'a') } });
    await plans.record(slug, { rename: { on: '2031-01-01', unit: 'x', name: 'Xi' } });
    expect(await plans.ask(id, 'base behind rebase { from to steps { outcome } }')).toEqual({
      base: 6,
      behind: 2,
      rebase: { from: 6, to: 8, steps: ['CLEAN', 'CHANGED', 'DONE'].map((outcome) => ({ outcome })) },
    });
    const { rebase, version } = await plans.done('rebaseScenario', { scenario: id });
    expect(version).toBe(5);
    expect(rebase!.steps[1]).toMatchObject({
      sentences: [{ sv: 'A och B går samman till AB' }],
      differences: [{ is: 'ADDED', words: { sv: '”Z” ställs under ”AB”' } }],
      conflicts: [],
    });
    expect(await plans.ask(id, 'base behind steps { place }')).toEqual({
      base: 8,
      behind: 0,
      steps: [{ place: 1 }, { place: 2 }],
    });
    expect(await plans.chart(slug, id)).toEqual([...MERGED, 'Z < AB']);
    await plans.done('undoStep', { scenario: id });
    expect(await plans.ask(id, 'base undone { is }')).toEqual({ base: 6, undone: [{ is: 'REBASE' }] });
    expect(await plans.chart(slug, id)).toEqual(MERGED);
  });

  test('once what is in the way is settled, one by one', async () => {
    const id = await plans.plan(slug);
    await plans.step(id, move('x', 'b'));
    await plans.step(id, { establish: { on: '2030-02-01', unit: unit('n', 'x') } });
    await plans.record(slug, ABSORPTION);
    const refused = await plans.mutate('rebaseScenario', { scenario: id });
    expect(refused).toMatchObject({
      outcome: 'REFUSED',
      scenario: { version: 3 },
      userErrors: [{ code: 'REBASE_CONFLICT', index: 0, message: 'Steg 1: ”B” gick 2029-01-01 upp i A.' }],
    });
    const [step] = refused.rebase!.steps;
    expect(step).toMatchObject({
      outcome: 'CONFLICT',
      sentences: [{ sv: expect.stringContaining('X') }],
      conflicts: [
        {
          kind: 'ALREADY_MERGED',
          message: { sv: '”B” gick 2029-01-01 upp i A.' },
          because: [{ sentence: { sv: expect.stringContaining('B') }, on: '2029-01-01' }],
          resolutions: [
            { how: 'RETARGET', unit: { name: 'B' }, to: { name: 'A' } },
            { how: 'DROP', unit: null, to: null },
          ],
        },
      ],
    });
    const { unit: from, to } = step!.conflicts[0]!.resolutions[0]!;
    const settle = { scenario: id, step: step!.step };
    const retarget = { retarget: { unit: from!.id, to: to!.id } };
    await plans.done('resolveConflict', { ...settle, resolution: retarget });
    expect(
      await plans.ask(
        id,
        'resolutions { step resolution { how unit { name } to { name } } } rebase { steps { outcome } }',
      ),
    ).toEqual({
      resolutions: [
        { step: step!.step, resolution: { how: 'RETARGET', unit: { name: 'B' }, to: { name: 'A' } } },
      ],
      rebase: { steps: [{ outcome: 'CHANGED' }, { outcome: 'CLEAN' }] },
    });
    await plans.done('resolveConflict', { ...settle, resolution: null });
    expect(await plans.codes('rebaseScenario', { scenario: id })).toEqual(['REBASE_CONFLICT']);
    await plans.done('resolveConflict', { ...settle, resolution: { drop: true } });
    expect((await plans.done('rebaseScenario', { scenario: id })).rebase!.steps).toMatchObject([
      { outcome: 'DROPPED' },
      { outcome: 'CLEAN' },
    ]);
    expect(await plans.ask(id, 'resolutions { step }')).toEqual({ resolutions: [] });
  });

  test('and not by what settles nothing', async () => {
    const id = await plans.plan(slug);
    const { scenario } = await plans.step(id, move('x', 'b'));
    const { steps } = await plans.ask<{ steps: { id: string }[] }>(scenario!.id, 'steps { id }');
    const codes = (resolution: object, step = steps[0]!.id) =>
      plans.codes('resolveConflict', { scenario: id, step, resolution });
    expect(await codes({ drop: true }, 'none')).toEqual(['UNKNOWN_STEP']);
    expect(await codes({ retarget: { unit: 'x', to: 'y' } })).toEqual(['INVALID_RESOLUTION']);
    expect(await codes({ redate: 'soon' })).toEqual(['INVALID_RESOLUTION']);
    expect(await plans.codes('rebaseScenario', { scenario: id, to: 99 })).toEqual(['POSITION_NOT_REACHED']);
  });
});

describe('a scenario becomes real', () => {
  const grounds = () =>
    plans.record(
      slug,
      { matter: { externalId: 'm', number: 'RS1', title: 'Ett område' } },
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
  const ADOPTION = `adoption { first last actor shift matter { number } decision { externalId }
    changes { sentence { sv } scenario { id } standing } }`;

  test('in one change set, once, linked both ways', async () => {
    const id = await plans.plan(slug);
    await plans.step(id, MERGER);
    await plans.step(id, move('x', 'region'));
    const shown = await plans.chart(slug, id);
    const valid = await plans.mutate('adoptScenario', { scenario: id, validateOnly: true });
    expect(valid).toMatchObject({ outcome: 'VALID', scenario: { status: 'OPEN' } });
    const key = { scenario: id, idempotencyKey: `adopt ${slug}` };
    const adopted = await plans.done('adoptScenario', key);
    expect(adopted).toMatchObject({ scenario: { status: 'ADOPTED' }, changes: [{}, {}] });
    expect(await plans.chart(slug)).toEqual(shown);
    expect(await plans.ask(id, `status ${ADOPTION}`)).toEqual({
      status: 'ADOPTED',
      adoption: {
        first: 7,
        last: 8,
        actor: 'local',
        shift: null,
        matter: null,
        decision: null,
        changes: [
          { sentence: { sv: 'A och B gick samman till AB' }, scenario: { id }, standing: 'ASSERTED' },
          { sentence: { sv: expect.any(String) }, scenario: { id }, standing: 'ASSERTED' },
        ],
      },
    });
    expect(await plans.codes('adoptScenario', { scenario: id })).toEqual(['SCENARIO_ADOPTED']);
    expect(await plans.mutate('adoptScenario', key)).toMatchObject({ outcome: 'REPEATED' });
    expect(await plans.codes('simulate', { scenario: id, steps: [{ changes: [MERGER] }] })).toEqual([
      'SCENARIO_ADOPTED',
    ]);
  });

  test('on other dates, on a decision that does not carry it yet', async () => {
    await grounds();
    const id = await plans.plan(slug);
    await plans.step(id, MERGER);
    const codes = (more: object) => plans.codes('adoptScenario', { scenario: id, ...more });
    expect(await codes({ shift: 'soon' })).toEqual(['INVALID_SHIFT']);
    expect(await codes({ matter: 'RS9' })).toEqual(['UNKNOWN_RECORD']);
    expect(await codes({ decision: 'e' })).toEqual(['UNKNOWN_RECORD']);
    await plans.done('adoptScenario', { scenario: id, shift: 'P1Y', matter: 'RS1', decision: 'd' });
    expect(await plans.ask(id, ADOPTION)).toMatchObject({
      adoption: {
        shift: 'P1Y',
        matter: { number: 'RS1' },
        decision: { externalId: 'd' },
        changes: [{ scenario: { id }, standing: 'PROPOSED' }],
      },
    });
  });

  test('and is refused with the list where its base has moved', async () => {
    const id = await plans.plan(slug);
    await plans.step(id, move('x', 'b'));
    await plans.record(slug, { rename: { on: '2029-01-01', unit: 'y', name: 'Ypsilon' } });
    expect(await plans.mutate('adoptScenario', { scenario: id, validateOnly: true })).toMatchObject({
      outcome: 'VALID',
    });
    await plans.record(slug, { rename: { on: '2029-01-01', unit: 'b', name: 'Beta' } });
    const refused = await plans.mutate('adoptScenario', { scenario: id });
    expect(refused.userErrors).toMatchObject([
      { code: 'BASE_MOVED', message: expect.stringContaining('Beta') },
    ]);
    await plans.done('rebaseScenario', { scenario: id });
    await plans.done('adoptScenario', { scenario: id });
  });

  test('as the alternative of a matter that is selected', async () => {
    await grounds();
    const [first, second] = [await plans.plan(slug), await plans.plan(slug, { name: 'Ingen ändring' })];
    await plans.step(first, MERGER);
    expect(await plans.codes('proposeScenario', { scenario: first, matter: 'RS9' })).toEqual([
      'UNKNOWN_RECORD',
    ]);
    await plans.done('proposeScenario', { scenario: first, matter: 'RS1' });
    await plans.done('proposeScenario', { scenario: second, matter: 'm' });
    await plans.step(second, move('x', 'b'));
    expect(
      await plans.ask(second, 'visibility proposals { version changedSince matter { number } }'),
    ).toEqual({
      visibility: 'ORGANISATION',
      proposals: [{ version: 1, changedSince: true, matter: { number: 'RS1' } }],
    });
    await plans.done('adoptScenario', { scenario: first, decision: 'd' });
    const alternatives = async () => {
      const { organisation } = await plans.api.data<{ organisation: { matter: { alternatives: object[] } } }>(
        `query ($slug: String!) { organisation(slug: $slug) { matter(number: "RS1") {
          alternatives { version changedSince adopted selected scenario { name } } } } }`,
        { slug },
      );
      return organisation.matter.alternatives;
    };
    expect(await alternatives()).toEqual([
      { version: 2, changedSince: false, adopted: true, selected: true, scenario: { name: 'Plan' } },
      {
        version: 1,
        changedSince: true,
        adopted: false,
        selected: false,
        scenario: { name: 'Ingen ändring' },
      },
    ]);
    const proposed = await plans.api.data<{ scenarios: object }>(
      `query ($slug: String!) { scenarios(organisation: $slug, matter: "RS1", statuses: [OPEN], first: 5) {
        totalCount nodes { id } } }`,
      { slug },
    );
    expect(proposed.scenarios).toEqual({ totalCount: 1, nodes: [{ id: second }] });
    await plans.done('withdrawProposal', { scenario: second, matter: 'RS1' });
    expect(await plans.codes('withdrawProposal', { scenario: second, matter: 'RS1' })).toEqual([
      'NOT_PROPOSED',
    ]);
    expect(await alternatives()).toHaveLength(1);
  });
});
