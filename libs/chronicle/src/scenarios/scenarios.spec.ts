import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  AdoptScenario,
  ArchiveScenario,
  RebaseScenario,
  RedoStep,
  ReadOrganisation,
  ResolveConflict,
  RestoreScenario,
  ReviseScenario,
  SimulateChanges,
  UndoStep,
  type AnyDraft,
} from '../index.js';
import type { Resolution } from '#scenarios';
import { accepted, codesOf, draftOf, PlannedOrganisation, unit } from '../testing/planned-organisation.js';

const terms = { actor: 'local' };
const REGION = [
  unit('region', null),
  unit('a', 'region'),
  unit('b', 'region'),
  unit('x', 'a'),
  unit('y', 'a'),
];
const MERGER = {
  kind: 'merge',
  on: '2030-01-01',
  units: ['a', 'b'],
  into: { key: 'ab', name: 'AB', type: 'enhet', parent: 'region' },
};
const move = (key: string, to: string, on = '2030-01-01') => ({ kind: 'transfer', on, unit: key, to });
const at = '2030-06-01';

describe('scenarios', () => {
  let planned: PlannedOrganisation;
  beforeEach(async () => {
    planned = await PlannedOrganisation.of(...REGION);
  });
  afterEach(() => planned.close());

  const today = ['REGION', 'A < REGION', 'X < A', 'Y < A', 'B < REGION'];
  const merged = ['REGION', 'AB < REGION', 'X < AB', 'Y < AB'];

  test('a step shows in its scenario on its date, and nowhere else', async () => {
    const plan = await planned.plan();
    const other = await planned.plan();
    await planned.step(plan, MERGER);
    expect(await planned.chart({ scenario: plan, at })).toEqual(merged);
    expect(await planned.chart({ scenario: plan, at: '2029-12-31' })).toEqual(today);
    expect(await planned.chart({ scenario: other, at })).toEqual(today);
    expect(await planned.chart({ at })).toEqual(today);
  });

  test('what is undone comes back as it was, also in another process', async () => {
    const plan = await planned.plan();
    await planned.step(plan, MERGER);
    await planned.step(plan, move('x', 'region'));
    const ids = async () => (await planned.reading({ scenario: plan, at })).timeline.units.size;
    const before = [await planned.chart({ scenario: plan, at }), await ids()];
    accepted(await planned.commands.execute(new UndoStep(plan, terms)));
    expect(await planned.chart({ scenario: plan, at })).toEqual(merged);
    accepted(await planned.commands.execute(new UndoStep(plan, terms)));
    expect(await planned.chart({ scenario: plan, at })).toEqual(today);
    const elsewhere = await planned.elsewhere();
    expect(codesOf(await elsewhere.commands.execute(new UndoStep(plan, terms)))).toEqual(['NOTHING_TO_UNDO']);
    accepted(await elsewhere.commands.execute(new RedoStep(plan, terms)));
    accepted(await elsewhere.commands.execute(new RedoStep(plan, terms)));
    expect(await elsewhere.chart({ scenario: plan, at })).toEqual(before[0]);
    await elsewhere.close();
    expect([await planned.chart({ scenario: plan, at }), await ids()]).toEqual(before);
    expect(codesOf(await planned.commands.execute(new RedoStep(plan, terms)))).toEqual(['NOTHING_TO_REDO']);
  });

  test('a step that breaks a rule is refused whole, with the place, and nothing is kept', async () => {
    const plan = await planned.plan();
    const refused = await planned.simulate(plan, [MERGER], [move('x', 'region'), move('a', 'b')]);
    expect(refused).toMatchObject({ outcome: 'refused', refusals: [{ code: 'NOT_IN_FORCE', index: 2 }] });
    expect(await planned.chart({ scenario: plan, at })).toEqual(today);
    const record = { kind: 'matter', id: 'm', number: 'RS1', title: 'IT' };
    expect(codesOf(await planned.simulate(plan, [record]))).toEqual(['NOT_IN_A_SCENARIO']);
  });

  test('as it was planned at an earlier time', async () => {
    const plan = await planned.plan();
    await planned.step(plan, MERGER);
    const { changedAt } = (await planned.reading({ scenario: plan })).scenario!.state;
    await planned.step(plan, move('x', 'region'));
    expect(await planned.chart({ scenario: plan, at, knownAt: changedAt })).toEqual(merged);
  });

  test('can be read while it is changed', async () => {
    const plan = await planned.plan();
    const steps = Array.from({ length: 20 }, (_, n) => [unit(`n${n}`, 'a', '2030-01-01')]);
    const changed = steps.map((lines) => planned.simulate(plan, lines));
    const read = steps.map(() => planned.chart({ scenario: plan, at }));
    await Promise.all([...changed, ...read]);
    const shown = await planned.chart({ scenario: plan, at });
    expect(shown).toHaveLength(today.length + steps.length);
    const elsewhere = await planned.elsewhere();
    expect(await elsewhere.chart({ scenario: plan, at })).toEqual(shown);
    await elsewhere.close();
  });

  test('begun from another it has its steps, and goes its own way', async () => {
    const first = await planned.plan({ at });
    await planned.step(first, MERGER);
    const second = await planned.plan({ from: first });
    await planned.step(second, move('x', 'region'));
    expect(await planned.chart({ scenario: first })).toEqual(merged);
    expect(await planned.chart({ scenario: second })).toEqual([
      'REGION',
      'AB < REGION',
      'Y < AB',
      'X < REGION',
    ]);
  });

  test('a refusal is told by its place also where lines of its step have been taken in before', async () => {
    const plan = await planned.plan();
    const [known, moved, missing] = [unit('n', 'a'), move('x', 'b'), move('nobody', 'b')];
    const digest = (line: object, text: string) => ({ ...draftOf(line), digest: text });
    const terms = { actor: 'local', confirmed: 'all' } as const;
    const simulate = (...drafts: AnyDraft[]) =>
      planned.commands.execute(new SimulateChanges(plan, [drafts], terms));
    accepted(await simulate(digest(moved, '2')));
    const refused = await simulate(digest(known, '1'), digest(moved, '2'), digest(missing, '3'));
    expect(refused).toMatchObject({ outcome: 'refused', refusals: [{ code: 'UNKNOWN_UNIT', index: 2 }] });
  });

  test('of a subtree it reaches nothing outside', async () => {
    const plan = await planned.plan({ root: 'a' });
    await planned.step(plan, unit('z', 'a', '2030-01-01'));
    await planned.step(plan, move('x', 'y'));
    const refused = await planned.simulate(plan, [move('b', 'a')]);
    expect(refused).toMatchObject({
      outcome: 'refused',
      refusals: [{ code: 'OUTSIDE_SUBTREE', units: [{ name: 'B' }] }],
    });
    expect(codesOf(await planned.simulate(plan, [move('x', 'region')]))).toEqual(['OUTSIDE_SUBTREE']);
  });

  test('what it anticipates takes effect when its form is told', async () => {
    const plan = await planned.plan();
    await planned.step(plan, {
      kind: 'anticipate',
      id: 'n',
      what: 'A och B blir ett',
      units: ['a', 'b'],
      into: { count: 1 },
    });
    expect(await planned.chart({ scenario: plan, at })).toEqual(today);
    await planned.step(plan, { kind: 'correct', change: 'n', with: MERGER, reason: 'Formen är klar' });
    expect(await planned.chart({ scenario: plan, at })).toEqual(merged);
  });

  test('what the organisation anticipates takes effect where its form is told, and adopted it is so', async () => {
    await planned.record({ kind: 'anticipate', id: 'n', what: 'A och B blir ett', units: ['a', 'b'] });
    const plan = await planned.plan();
    await planned.step(plan, { kind: 'correct', change: 'n', with: MERGER, reason: 'Formen är klar' });
    await planned.step(plan, move('x', 'region'));
    await planned.step(plan, unit('z', 'ab', '2030-01-01'));
    const shown = await planned.chart({ scenario: plan, at });
    expect(shown).toEqual(['REGION', 'AB < REGION', 'Y < AB', 'Z < AB', 'X < REGION']);
    expect(await planned.chart({ at })).toEqual(today);
    accepted(await planned.commands.execute(new AdoptScenario(plan, {}, terms)));
    expect(await planned.chart({ at })).toEqual(shown);
  });

  test('another’s is not there; the same key does it once; a stale version is refused', async () => {
    const plan = await planned.plan();
    await expect(
      planned.queries.execute(new ReadOrganisation('test', { scenario: plan, actor: 'someone' })),
    ).rejects.toMatchObject({ code: 'UNKNOWN_SCENARIO' });
    const revise = (name: string, more: object) =>
      planned.commands.execute(new ReviseScenario(plan, { name }, { ...terms, ...more }));
    expect(await revise('Ett', { idempotencyKey: 'k' })).toMatchObject({ outcome: 'recorded', version: 2 });
    expect(await revise('Ett', { idempotencyKey: 'k' })).toMatchObject({ outcome: 'repeated', version: 2 });
    expect(codesOf(await revise('Två', { idempotencyKey: 'k' }))).toEqual(['IDEMPOTENCY_KEY_REUSED']);
    expect(codesOf(await revise('Två', { expectedVersion: 1 }))).toEqual(['SCENARIO_MOVED']);
    expect(await revise('Två', { validateOnly: true })).toMatchObject({ outcome: 'valid', version: 2 });
  });

  test('archived it can be read and not changed', async () => {
    const plan = await planned.plan();
    await planned.step(plan, MERGER);
    accepted(await planned.commands.execute(new ArchiveScenario(plan, terms)));
    expect(await planned.chart({ scenario: plan, at })).toEqual(merged);
    expect(codesOf(await planned.simulate(plan, [move('x', 'region')]))).toEqual(['SCENARIO_ARCHIVED']);
    accepted(await planned.commands.execute(new RestoreScenario(plan, terms)));
    await planned.step(plan, move('x', 'region'));
  });

  describe('rebased', () => {
    const rebase = (plan: string, validateOnly = false) =>
      planned.commands.execute(new RebaseScenario(plan, { ...terms, validateOnly }));
    const outcomes = (outcome: Awaited<ReturnType<typeof rebase>>) =>
      outcome.rebase?.steps.map((step) => step.outcome);

    test('takes over what the organisation has done: moved units, new children, and what is done already', async () => {
      const plan = await planned.plan();
      await planned.step(plan, move('y', 'b'));
      await planned.step(plan, MERGER);
      await planned.step(plan, { kind: 'rename', on: '2031-01-01', unit: 'x', name: 'EX' });
      await planned.record(move('x', 'b', '2028-01-01'));
      await planned.record(unit('z', 'a', '2027-01-01'));
      await planned.record({ kind: 'rename', on: '2031-01-01', unit: 'x', name: 'EX' });
      expect(await planned.chart({ scenario: plan, at })).toEqual(merged);
      const outcome = accepted(await rebase(plan));
      expect(outcomes(outcome)).toEqual(['clean', 'changed', 'done']);
      expect(outcome.rebase!.steps[1]).toMatchObject({
        differences: [{ is: 'added', words: { sv: '”Z” ställs under ”AB”' } }],
      });
      expect(await planned.chart({ scenario: plan, at })).toEqual([
        'REGION',
        'AB < REGION',
        'X < AB',
        'Y < AB',
        'Z < AB',
      ]);
      accepted(await planned.commands.execute(new UndoStep(plan, terms)));
      expect(await planned.chart({ scenario: plan, at })).toEqual(merged);
    });

    test('tells what is in the way in words, and takes the planner’s word for it', async () => {
      const plan = await planned.plan();
      await planned.step(plan, move('x', 'b'));
      await planned.step(plan, unit('n', 'x', '2030-02-01'));
      await planned.record({ kind: 'absorb', on: '2029-01-01', units: ['b'], into: 'a' });
      const version = (await planned.reading({ scenario: plan })).scenario!.state.version;
      const refused = await rebase(plan);
      expect(codesOf(refused)).toEqual(['REBASE_CONFLICT']);
      expect(outcomes(refused)).toEqual(['conflict', 'clean']);
      const [step] = refused.rebase!.steps;
      expect(step).toMatchObject({
        conflicts: [
          {
            kind: 'alreadyMerged',
            message: { sv: '”B” gick 2029-01-01 upp i A.' },
            because: [{ sentence: { sv: 'B uppgick i A' } }],
            resolutions: [{ how: 'retarget' }, { how: 'drop' }],
          },
        ],
      });
      expect((await planned.reading({ scenario: plan })).scenario!.state.version).toBe(version);
      const [resolution] = step!.outcome === 'conflict' ? step!.conflicts[0]!.resolutions : [];
      accepted(await planned.commands.execute(new ResolveConflict(plan, step!.step.id, resolution!, terms)));
      expect(outcomes(accepted(await rebase(plan, true)))).toEqual(
        ['clean', 'clean'].map((_, i) => (i === 0 ? 'changed' : 'clean')),
      );
      accepted(await rebase(plan));
      expect(await planned.chart({ scenario: plan, at })).toEqual([
        'REGION',
        'A < REGION',
        'X < A',
        'N < X',
        'Y < A',
      ]);
    });

    const conflictsOf = (outcome: Awaited<ReturnType<typeof rebase>>) =>
      outcome.rebase!.steps.flatMap((step) => (step.outcome === 'conflict' ? step.conflicts : []));
    const settle = async (plan: string, step: string, resolution: Resolution) =>
      accepted(await planned.commands.execute(new ResolveConflict(plan, step, resolution, terms)));

    test('two units of one step that have ended can both be named otherwise', async () => {
      const plan = await planned.plan();
      await planned.step(plan, move('x', 'b'), move('y', 'b'));
      await planned.record(unit('c', 'region'), unit('z', 'region'));
      await planned.record({ kind: 'absorb', on: '2029-01-01', units: ['b'], into: 'c' });
      await planned.record({ kind: 'absorb', on: '2029-01-01', units: ['y'], into: 'z' });
      const refused = await rebase(plan);
      const step = refused.rebase!.steps[0]!.step.id;
      const offered = conflictsOf(refused).flatMap(({ resolutions }) => resolutions);
      for (const resolution of offered)
        if (resolution.how === 'retarget') await settle(plan, step, resolution);
      accepted(await rebase(plan));
      expect(await planned.chart({ scenario: plan, at })).toEqual([
        'REGION',
        'A < REGION',
        'C < REGION',
        'X < C',
        'Z < C',
      ]);
    });

    test('a code that another unit has got can be done without; a cycle can only be dropped', async () => {
      const plan = await planned.plan();
      await planned.step(plan, unit('n', 'a', '2030-01-01', { codes: { kst: '7' } }));
      await planned.step(plan, move('a', 'b'));
      await planned.record({ kind: 'recode', on: '2029-01-01', unit: 'y', codes: { kst: '7' } });
      await planned.record(move('b', 'x', '2029-01-01'));
      const refused = await rebase(plan);
      const drop = { how: 'drop' };
      expect(conflictsOf(refused)).toMatchObject([
        { kind: 'codeTaken', resolutions: [{ how: 'recode', scheme: 'kst', code: '7', to: null }, drop] },
        { kind: 'cycle', resolutions: [drop] },
      ]);
      const [first, second] = refused.rebase!.steps;
      await settle(plan, first!.step.id, conflictsOf(refused)[0]!.resolutions[0]!);
      await settle(plan, second!.step.id, { how: 'drop' });
      expect(outcomes(accepted(await rebase(plan)))).toEqual(['changed', 'dropped']);
      expect(await planned.chart({ scenario: plan, at })).toContain('N < A');
    });

    test('before a unit’s first day another date can be chosen', async () => {
      const plan = await planned.plan();
      await planned.step(plan, move('x', 'b'));
      await planned.record({
        kind: 'correct',
        change: (await planned.unitCalled('b')).touchedBy[0]!.change.id,
        with: unit('b', 'region', '2031-01-01'),
        reason: 'Inrättas senare',
      });
      const refused = await rebase(plan);
      expect(conflictsOf(refused)).toMatchObject([
        { kind: 'beforeBirth', resolutions: [{ how: 'redate', on: '2031-01-01' }, { how: 'drop' }] },
      ]);
      await settle(plan, refused.rebase!.steps[0]!.step.id, { how: 'redate', on: '2031-01-01' });
      accepted(await rebase(plan));
      expect(await planned.chart({ scenario: plan, at: '2031-01-01' })).toContain('X < B');
      expect(await planned.chart({ scenario: plan, at })).toContain('X < A');
    });

    test('a step that builds on one that is left out says so', async () => {
      const plan = await planned.plan();
      await planned.step(plan, unit('n', 'b', '2030-02-01'));
      await planned.step(plan, move('x', 'n', '2030-03-01'));
      await planned.record({ kind: 'dissolve', on: '2029-01-01', unit: 'b', successors: 'none' });
      const refused = await rebase(plan);
      const kinds = refused.rebase!.steps.map(
        (step) => step.outcome === 'conflict' && step.conflicts[0]!.kind,
      );
      expect(kinds).toEqual(['parentEnded', 'dependsOnStep']);
      for (const { step } of refused.rebase!.steps) {
        accepted(await planned.commands.execute(new ResolveConflict(plan, step.id, { how: 'drop' }, terms)));
      }
      expect(outcomes(accepted(await rebase(plan)))).toEqual(['dropped', 'dropped']);
    });

    test('an amendment of a planned change that does not fit builds on its step', async () => {
      const plan = await planned.plan();
      await planned.step(plan, { ...MERGER, id: 'm' });
      await planned.step(plan, { kind: 'reschedule', change: 'm', on: '2031-01-01', reason: 'Senare' });
      await planned.record({ kind: 'absorb', on: '2029-01-01', units: ['b'], into: 'a' });
      const refused = await rebase(plan);
      const kinds = refused.rebase!.steps.map(
        (step) => step.outcome === 'conflict' && step.conflicts[0]!.kind,
      );
      expect(kinds).toEqual(['alreadyMerged', 'dependsOnStep']);
    });
  });

  describe('adopted', () => {
    const adopt = (plan: string, wanted: object = {}, more: object = {}) =>
      planned.commands.execute(new AdoptScenario(plan, wanted, { ...terms, ...more }));

    test('becomes what it showed, in one change set, once; and is frozen and linked both ways', async () => {
      const plan = await planned.plan();
      await planned.step(plan, { ...MERGER, id: 'm' });
      await planned.step(plan, move('x', 'region'));
      await planned.step(plan, { kind: 'reschedule', change: 'm', on: '2029-07-01', reason: 'Tidigare' });
      const shown = await planned.chart({ scenario: plan, at });
      const unitIds = [...(await planned.reading({ scenario: plan })).timeline.units.keys()].sort();
      const outcome = accepted(await adopt(plan, {}, { idempotencyKey: 'adopt' }));
      expect(outcome).toMatchObject({
        outcome: 'recorded',
        changes: [{ recording: 'recorded' }, { recording: 'recorded' }],
      });
      expect(await planned.chart({ at })).toEqual(shown);
      const real = await planned.reading();
      expect([...real.timeline.units.keys()].sort()).toEqual(unitIds);
      const log = real.timeline.log.slice(-2);
      expect(log.map(({ scenario }) => scenario)).toEqual([plan, plan]);
      const { state } = (await planned.reading({ scenario: plan })).scenario!;
      expect(state).toMatchObject({
        status: 'adopted',
        adoption: { first: real.ledgerPosition - 1, last: real.ledgerPosition },
      });
      expect(codesOf(await adopt(plan))).toEqual(['SCENARIO_ADOPTED']);
      expect(await adopt(plan, {}, { idempotencyKey: 'adopt' })).toMatchObject({ outcome: 'repeated' });
      expect(codesOf(await planned.simulate(plan, [move('y', 'region')]))).toEqual(['SCENARIO_ADOPTED']);
      expect(await planned.chart({ scenario: plan, at })).toEqual(shown);
    });

    test('is refused with the list if the base moved in what it read, and not for anything else', async () => {
      const plan = await planned.plan();
      await planned.step(plan, move('x', 'b'));
      await planned.record({ kind: 'rename', on: '2029-01-01', unit: 'y', name: 'Ypsilon' });
      const valid = await adopt(plan, {}, { validateOnly: true });
      expect(valid).toMatchObject({ outcome: 'valid' });
      await planned.record({ kind: 'rename', on: '2029-01-01', unit: 'b', name: 'Beta' });
      const refused = await adopt(plan);
      expect(codesOf(refused)).toEqual(['BASE_MOVED']);
      expect(refused).toMatchObject({ refusals: [{ message: { sv: expect.stringContaining('Beta') } }] });
      accepted(await planned.commands.execute(new RebaseScenario(plan, terms)));
      accepted(await adopt(plan));
    });

    test('with other dates', async () => {
      const plan = await planned.plan();
      await planned.step(plan, MERGER);
      await planned.step(plan, { kind: 'rename', on: '2030-02', unit: 'x', name: 'Xi' });
      expect(codesOf(await adopt(plan, { shift: 'P14D' }))).toEqual(['SHIFT_DOES_NOT_FIT']);
      expect(codesOf(await adopt(plan, { shift: 'soon' }))).toEqual(['INVALID_SHIFT']);
      accepted(await adopt(plan, { shift: 'P1Y' }));
      expect(await planned.chart({ at: '2030-12-31' })).toEqual(today);
      expect(await planned.chart({ at: '2031-01-01' })).toEqual(merged);
    });

    test('on a decision that does not carry it, it is proposed', async () => {
      await planned.record(
        { kind: 'matter', id: 'm', number: 'RS1', title: 'Sammanslagning' },
        { kind: 'decision', id: 'd', matter: 'RS1', body: 'region', act: 'proposes', to: 'region' },
      );
      const plan = await planned.plan();
      await planned.step(plan, MERGER);
      expect(codesOf(await adopt(plan, { matter: 'RS9' }))).toEqual(['UNKNOWN_RECORD']);
      expect(codesOf(await adopt(plan, { matter: 'RS1', decision: 'e' }))).toEqual(['UNKNOWN_RECORD']);
      expect(accepted(await adopt(plan, { matter: 'RS1', decision: 'd' }))).toMatchObject({
        changes: [{ recording: 'proposed' }],
      });
      expect(await planned.chart({ at })).toEqual(today);
      expect(await planned.chart({ at, standing: 'PROPOSED' })).toEqual(merged);
    });

    test('under a key that can be kept', async () => {
      const plan = await planned.plan();
      await planned.step(plan, MERGER);
      expect(codesOf(await adopt(plan, {}, { idempotencyKey: 'a\u0000' }))).toEqual([
        'INVALID_IDEMPOTENCY_KEY',
      ]);
    });

    test('by two at once, once', async () => {
      const plan = await planned.plan();
      await planned.step(plan, MERGER);
      const elsewhere = await planned.elsewhere();
      const both = await Promise.all([
        adopt(plan),
        elsewhere.commands.execute(new AdoptScenario(plan, {}, terms)),
      ]);
      expect(both.map(({ outcome }) => outcome).sort()).toEqual(['recorded', 'refused']);
      expect(both.flatMap(codesOf)).toEqual(['SCENARIO_ADOPTED']);
      await elsewhere.close();
      expect(await planned.chart({ at })).toEqual(merged);
    });

    test('while somebody changes it, one of the two is refused', async () => {
      const plan = await planned.plan();
      await planned.step(plan, MERGER);
      const elsewhere = await planned.elsewhere();
      await elsewhere.chart({ scenario: plan });
      const [adopted, changed] = await Promise.all([
        adopt(plan),
        elsewhere.simulate(plan, [move('x', 'region')]),
      ]);
      await elsewhere.close();
      const refused = [adopted, changed].filter(({ outcome }) => outcome === 'refused');
      expect(refused).toHaveLength(1);
      expect(['SCENARIO_ADOPTED', 'SCENARIO_MOVED']).toContain(codesOf(refused[0]!)[0]);
    });
  });
});
