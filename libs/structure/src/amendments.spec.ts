import { describe, expect, it } from '@jest/globals';
import { parseDraft } from './draft.js';
import { State } from './state.js';
import { given, newUnit, type Given } from './testing/given.js';
import { day, establish, type Line } from './testing/recorded-history.js';
import { history as historyOf } from './reads/history.js';
import { unitState } from './reads/unit-state.js';

const reason = 'Felregistrerat';
const rename = (unit: string, name: string, on: string, more: Line = {}) => ({
  kind: 'rename',
  on,
  unit,
  name,
  ...more,
});
const correct = (change: string, content: Line, more: Line = {}) => ({
  kind: 'correct',
  change,
  with: content,
  reason,
  ...more,
});
const reschedule = (change: string, on: string, more: Line = {}) => ({
  kind: 'reschedule',
  change,
  on,
  reason,
  ...more,
});
const cancel = (change: string, more: Line = {}) => ({ kind: 'cancel', change, reason, ...more });

/** a and b under p merged into c; x stood under a. */
const merge = (more: Line = {}) => ({
  kind: 'merge',
  on: '2020-01-01',
  units: ['a', 'b'],
  into: newUnit('c', 'p'),
  ...more,
});
const merged = () =>
  given(
    establish('p', '2010-01-01'),
    { ...establish('a', '2010-01-01', 'p'), id: 'a-begins' },
    establish('b', '2010-01-01', 'p'),
    establish('d', '2010-01-01', 'p'),
    establish('x', '2010-01-01', 'a'),
    { ...merge(), id: 'merge' },
  );
function nameOn({ history }: Given, key: string, date: string, position?: number) {
  return unitState(history.on(date, position), history.unit(key)).name;
}
function inForce({ history }: Given, key: string, date: string) {
  return State.on(history.timeline, day(date)).inForce(history.unit(key));
}

describe('an amendment', () => {
  it('carries a reason', () => {
    for (const line of [
      correct('r1', rename('a', 'B', '2011-01-01'), { reason: undefined }),
      reschedule('r1', '2011-01-01', { reason: undefined }),
      cancel('r1', { reason: undefined }),
    ]) {
      expect(parseDraft(line)).toMatchObject({
        ok: false,
        rejections: [{ code: 'REASON_REQUIRED', field: 'reason' }],
      });
    }
    const { decision } = merged().when(reschedule('merge', '2021-01-01'));
    expect(decision.accepted && decision.events[0]!.reason).toBe(reason);
  });

  it('finds its change by the name its source gave it, by its id, and by the name of an amendment of it', () => {
    const world = merged();
    const { id } = world.history.timeline.changesByName.get('merge')!;
    world.history.record(reschedule('merge', '2021-01-01', { id: 'moved' }));
    world.history.record(reschedule(id, '2022-01-01'));
    world.history.record(reschedule('moved', '2023-01-01'));
    expect(inForce(world, 'a', '2022-12-31')).toBe(true);
    expect(inForce(world, 'a', '2023-01-01')).toBe(false);
  });

  it('leaves every earlier answer as it was', () => {
    const world = merged();
    const { history } = world;
    world.history.record(rename('d', 'Delta', '2015-01-01', { id: 'named' }));
    const before = history.position;
    const dates = ['2009-12-31', '2010-01-01', '2014-12-31', '2015-01-01', '2019-12-31', '2020-01-01'];
    const units = ['p', 'a', 'b', 'c', 'd', 'x'];
    const answers = () =>
      JSON.stringify(
        [
          dates.map((date) => units.map((key) => unitState(history.on(date, before), history.unit(key)))),
          units.map((key) => historyOf(history.timeline, history.unit(key), before)),
        ],
        (key, value: unknown) =>
          ['version', 'change'].includes(key) && typeof value === 'object' ? undefined : value,
      );
    const then = answers();
    history.record(correct('named', rename('d', 'Dilta', '2014-01-01')));
    history.record(reschedule('merge', '2020-06-01'));
    history.record(cancel('merge'));
    history.record(rename('a', 'Alfa', '2012-01-01'));
    expect(answers()).toBe(then);
    expect(nameOn(world, 'd', '2014-06-01')).toBe('Dilta');
    expect(nameOn(world, 'd', '2014-06-01', before)).toBe('D');
  });
});

describe('a correction', () => {
  it('gives new content in the place of the old', () => {
    const world = merged();
    world.history.record(rename('d', 'Detla', '2015-01-01', { id: 'named' }));
    expect(world.when(correct('named', rename('d', 'Delta', '2015-01-01'))).effects).toEqual([
      'd name Delta',
    ]);
    expect(nameOn(world, 'd', '2015-01-01')).toBe('Delta');
  });

  it('may change the date, the unit and the kind', () => {
    const world = merged();
    world.history.record(rename('d', 'Delta', '2015-01-01', { id: 'named' }));
    world.history.record(correct('named', rename('d', 'Delta', '2012-01-01')));
    expect([nameOn(world, 'd', '2011-12-31'), nameOn(world, 'd', '2012-01-01')]).toEqual(['D', 'Delta']);
    world.history.record(correct('named', rename('x', 'Delta', '2012-01-01')));
    expect([nameOn(world, 'd', '2016-01-01'), nameOn(world, 'x', '2012-01-01')]).toEqual(['D', 'Delta']);
    world.history.record(correct('named', { kind: 'reclassify', on: '2012-01-01', unit: 'x', type: 'stab' }));
    expect(nameOn(world, 'x', '2012-01-01')).toBe('X');
  });

  it('keeps its place among the changes of its date', () => {
    const world = given(
      establish('a', '2010-01-01'),
      rename('a', 'First', '2015-01-01', { id: 'r1' }),
      rename('a', 'Second', '2015-01-01'),
    );
    world.history.record(correct('r1', rename('a', 'First, corrected', '2015-01-01')));
    expect(nameOn(world, 'a', '2015-01-01')).toBe('Second');
  });

  it('may be corrected in turn, under the first name and under its own', () => {
    const world = given(establish('a', '2010-01-01'), rename('a', 'One', '2015-01-01', { id: 'r1' }));
    world.history.record(correct('r1', rename('a', 'Two', '2015-01-01'), { id: 'r1-again' }));
    world.history.record(correct('r1', rename('a', 'Three', '2015-01-01')));
    expect(nameOn(world, 'a', '2015-01-01')).toBe('Three');
    world.history.record(correct('r1-again', rename('a', 'Four', '2015-01-01')));
    expect(nameOn(world, 'a', '2015-01-01')).toBe('Four');
    expect(world.history.timeline.changesByName.get('r1')!.versions).toHaveLength(4);
  });

  it('keeps the unit that begins under the same key, and one without a key', () => {
    const world = merged();
    const c = world.history.unit('c');
    const told = world.when(
      correct('merge', merge({ into: newUnit('c', null, { name: 'Nya C' }), units: ['a', 'b', 'd'] })),
    );
    expect(told.effects).toEqual([
      'begin c "Nya C" unit line:- import:c',
      'x parent:line c',
      'end a',
      'end b',
      'end d',
      'a mergedInto c',
      'b mergedInto c',
      'd mergedInto c',
    ]);
    expect(world.history.unit('c')).toBe(c);

    const keyless = { kind: 'establish', on: '2010-01-01', unit: { name: 'A', type: 'unit' } };
    const bare = given({ ...keyless, id: 'r1' });
    const begun = [...bare.history.timeline.units.keys()];
    bare.history.record(correct('r1', { ...keyless, unit: { name: 'Alfa', type: 'stab' } }));
    expect([...bare.history.timeline.units.keys()]).toEqual(begun);
  });

  it('keeps units apart when there are several, by key', () => {
    const split = (...into: string[]) => ({
      kind: 'split',
      on: '2020-01-01',
      unit: 'a',
      into: into.map((key) => newUnit(key)),
    });
    const world = given(establish('a', '2010-01-01'), { ...split('m', 'n'), id: 'split' });
    const units = ['m', 'n'].map((key) => world.history.unit(key));
    world.history.record(correct('split', split('n', 'o', 'm')));
    expect(['m', 'n'].map((key) => world.history.unit(key))).toEqual(units);
  });

  it('of the beginning of a unit that merged later is refused if the merge comes to nothing', () => {
    const begins = (on: string) => correct('a-begins', establish('a', on, 'p'));
    expect(merged().when(begins('2011-01-01')).codes).toContain('PARENT_NOT_IN_FORCE');
    expect(merged().when(begins('2021-01-01')).codes).toContain('NOT_IN_FORCE');
    const early = merged();
    expect(early.when(correct('a-begins', establish('a', '2010-01-01', 'd'))).codes).toEqual([]);
    expect(early.when(begins('2010-01-01')).codes).toEqual([]);
  });

  it('is refused when a later change needs what it takes away, and names it', () => {
    expect(merged().when(correct('a-begins', rename('d', 'Delta', '2010-01-01'))).refused).toContainEqual(
      expect.objectContaining({ code: 'PARENT_NOT_IN_FORCE', date: '2010-01-01', units: ['X', 'A'] }),
    );
    const world = merged();
    world.history.record(rename('c', 'Ce', '2022-01-01', { id: 'c-named' }));
    expect(world.when(correct('merge', merge({ on: '2023-01-01' }))).refused).toContainEqual(
      expect.objectContaining({ code: 'NOT_IN_FORCE', date: '2022-01-01', changes: ['c-named'] }),
    );
  });

  it('is refused with what it names under "with"', () => {
    expect(merged().when(correct('merge', merge({ units: ['a', 'nobody'] }))).refused).toEqual([
      { code: 'UNKNOWN_UNIT', field: 'with.units[1]', index: 0, units: [], changes: [] },
    ]);
    expect(merged().when(correct('merge', merge({ into: newUnit('d', 'p') }))).refused).toMatchObject([
      { code: 'KEY_TAKEN', field: 'with.into.key' },
    ]);
  });

  it('that would make a recorded merge come to something else is refused and names it', () => {
    const world = given(
      establish('p', '2010-01-01'),
      establish('a', '2010-01-01', 'p'),
      establish('b', '2010-01-01', 'p'),
      { ...establish('x', '2010-01-01', 'p'), id: 'x-begins' },
      { ...merge(), id: 'merge' },
    );
    const told = world.when(correct('x-begins', establish('x', '2010-01-01', 'a')));
    expect(told.refused).toContainEqual({
      code: 'RESOLVES_DIFFERENTLY',
      date: '2020-01-01',
      index: 0,
      units: [],
      changes: ['merge'],
    });
  });
});

describe('a rescheduling', () => {
  it('moves a change to a later or an earlier day and resolves it there', () => {
    const world = merged();
    expect(world.when(reschedule('merge', '2009-01-01')).codes).toContain('NOT_IN_FORCE');
    const told = world.when(establish('y', '2020-06-01', 'a'), reschedule('merge', '2021-01-01'));
    expect(told.effects.slice(1)).toEqual([
      'begin c "C" unit line:p import:c',
      'x parent:line c',
      'y parent:line c',
      'end a',
      'end b',
      'a mergedInto c',
      'b mergedInto c',
    ]);
    expect(inForce(world, 'a', '2020-12-31')).toBe(true);
    expect(inForce(world, 'c', '2020-12-31')).toBe(false);
    expect(world.when(reschedule('merge', '2020-05-01')).codes).toContain('PARENT_NOT_IN_FORCE');
  });

  it('settles an imprecise date', () => {
    const world = given(establish('a', '2010-01-01'), rename('a', 'Alfa', '2021', { id: 'named' }));
    world.history.record(reschedule('named', '2021-09-01'));
    expect(nameOn(world, 'a', '2021-08-31')).toBe('A');
    expect(nameOn(world, 'a', '2021-09-01')).toBe('Alfa');
    expect(unitState(world.history.on('2021-08-31'), world.history.unit('a')).indeterminate).toEqual([]);
  });

  it('is refused onto a day where it collides', () => {
    const world = given(establish('a', '2010-01-01'), rename('a', 'Alfa', '2015-01-01', { id: 'named' }), {
      kind: 'dissolve',
      on: '2020-01-01',
      unit: 'a',
      successors: 'none',
      id: 'end',
    });
    expect(world.when(reschedule('named', '2020-01-01')).codes).toEqual([]);
    expect(world.when(reschedule('named', '2020-01-02')).refused).toEqual([
      { code: 'NOT_IN_FORCE', date: '2020-01-02', index: 0, units: ['A'], changes: ['end'] },
    ]);
    expect(world.when(reschedule('named', '2009-12-31')).codes).toEqual(['NOT_IN_FORCE']);
  });

  it('is undone by another', () => {
    const world = merged();
    const state = () => unitState(world.history.on('2020-06-01'), world.history.unit('a'));
    const before = JSON.stringify(state());
    world.history.record(reschedule('merge', '2021-01-01'));
    expect(JSON.stringify(state())).not.toBe(before);
    world.history.record(reschedule('merge', '2020-01-01'));
    expect(JSON.stringify(state())).toBe(before);
  });
});

describe('a cancellation', () => {
  const future = () =>
    given(establish('a', '2010-01-01'), rename('a', 'Alfa', '2030-01-01', { id: 'named' }));

  it('takes back a change before it takes effect, and not from that day on', () => {
    const today = (date: string) => future().whenWith({ today: date }, cancel('named'));
    expect(today('2029-12-31').codes).toEqual([]);
    const effect = [{ code: 'ALREADY_IN_EFFECT', field: 'change', index: 0, units: [], changes: [] }];
    expect(today('2030-01-01').refused).toEqual(effect);
    expect(today('2031-01-01').refused).toEqual(effect);
  });

  it('takes back an imprecise change while it may not yet have happened', () => {
    const world = () => given(establish('a', '2010-01-01'), rename('a', 'Alfa', '2030', { id: 'named' }));
    expect(world().whenWith({ today: '2030-06-01' }, cancel('named')).codes).toEqual([]);
    expect(world().whenWith({ today: '2030-12-31' }, cancel('named')).codes).toEqual(['ALREADY_IN_EFFECT']);
  });

  it('restores the answer of before on every date', () => {
    const world = future();
    world.history.record(cancel('named'));
    expect(nameOn(world, 'a', '2030-01-01')).toBe('A');
    expect(nameOn(world, 'a', '2030-01-01', 2)).toBe('Alfa');
  });

  it('is final: nothing more is done to the change', () => {
    const world = future();
    world.history.record(cancel('named', { id: 'named-not' }));
    for (const line of [
      cancel('named'),
      cancel('named-not'),
      reschedule('named', '2031-01-01'),
      correct('named', rename('a', 'Beta', '2031-01-01')),
    ]) {
      expect(world.when(line).refused).toEqual([
        { code: 'CHANGE_CANCELLED', field: 'change', index: 0, units: [], changes: [] },
      ]);
    }
  });

  it('is refused when a later change needs it', () => {
    const world = given(
      { ...establish('p', '2030-01-01'), id: 'p-begins' },
      { ...establish('a', '2031-01-01', 'p'), id: 'a-begins' },
    );
    expect(world.when(cancel('p-begins')).refused).toEqual([
      {
        code: 'PARENT_NOT_IN_FORCE',
        date: '2031-01-01',
        index: 0,
        units: ['A', 'P'],
        changes: ['a-begins'],
      },
    ]);
    expect(world.when(cancel('p-begins'), cancel('a-begins')).codes).toEqual([]);
  });
});
