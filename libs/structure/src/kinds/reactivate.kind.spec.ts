import { describe, expect, it } from '@jest/globals';
import { State } from '../state.js';
import { given } from '../testing/given.js';
import { day, establish } from '../testing/recorded-history.js';

/** a under p, with a code, was dissolved. */
const ended = () =>
  given(
    establish('p', '2010-01-01'),
    establish('q', '2010-01-01'),
    establish('a', '2010-01-01', 'p', { parents: { budget: 'q' }, codes: { hsa: 'H1' } }),
    { kind: 'rename', on: '2011-01-01', unit: 'a', name: 'Alfa' },
    { kind: 'dissolve', on: '2015-01-01', unit: 'a', successors: 'none' },
  );
const reactivate = (more: object) => ({ kind: 'reactivate', on: '2020-01-01', unit: 'a', ...more });

describe('reactivate', () => {
  it('begins a unit again as it last was, under its own id', () => {
    const told = ended().when(reactivate({}));
    expect(told.effects).toEqual(['begin a "Alfa" unit line:p budget:q hsa:H1 import:a']);
    expect(told.sentence).toEqual({ sv: 'Alfa inrättades på nytt', en: 'Alfa was established again' });
  });

  it('begins it otherwise where told so', () => {
    const told = ended().when(
      reactivate({
        name: 'Beta',
        type: 'stab',
        parent: null,
        parents: { budget: 'p' },
        codes: { hsa: 'H2' },
      }),
    );
    expect(told.effects).toEqual(['begin a "Beta" stab line:- budget:p hsa:H2 import:a']);
  });

  it('leaves the gap', () => {
    const { history } = ended().when(reactivate({}));
    const inForce = (date: string) => State.on(history.timeline, day(date)).inForce(history.unit('a'));
    expect(
      ['2009-12-31', '2010-01-01', '2014-12-31', '2015-01-01', '2019-12-31', '2020-01-01'].map(inForce),
    ).toEqual([false, true, true, false, false, true]);
  });

  it('is refused of a unit that is in force, or never was', () => {
    expect(ended().when(reactivate({ on: '2012-01-01' })).codes).toContain('ALREADY_IN_FORCE');
    expect(ended().when(reactivate({ on: '2009-01-01' })).refused).toMatchObject([
      { code: 'NEVER_IN_FORCE', field: 'unit', index: 0 },
    ]);
  });

  it('is refused where it stood when that has ended, and with a code that was given away', () => {
    const world = ended();
    world.history.record({ kind: 'dissolve', on: '2018-01-01', unit: 'p', successors: 'none' });
    expect(world.when(reactivate({})).refused).toMatchObject([
      { code: 'PARENT_NOT_IN_FORCE', date: '2020-01-01', units: ['Alfa', 'P'] },
    ]);
    world.history.record(establish('b', '2018-01-01', null, { codes: { hsa: 'H1' } }));
    expect(world.when(reactivate({ parent: null })).codes).toEqual(['CODE_TAKEN']);
    expect(world.when(reactivate({ parent: null, codes: { hsa: 'H3' } })).codes).toEqual([]);
  });
});
