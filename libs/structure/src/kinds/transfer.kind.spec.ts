import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

/** rs ─ it ─ drift ─ tele, and rk beside. */
const region = () =>
  given(
    establish('top', '2010-01-01'),
    establish('rs', '2010-01-01', 'top'),
    establish('rk', '2010-01-01', 'top'),
    establish('it', '2010-01-01', 'rs'),
    establish('drift', '2010-01-01', 'it'),
    establish('tele', '2010-01-01', 'drift'),
  );
const toRk = (more: object) => ({ kind: 'transfer', on: '2021-01-01', unit: 'it', to: 'rk', ...more });

describe('transfer', () => {
  it('gives the unit another parent; what stands under it goes along', () => {
    const told = region().when(toRk({}));
    expect(told.effects).toEqual(['it parent:line rk']);
    expect(told.sentence).toEqual({
      sv: 'IT överfördes från RS till RK',
      en: 'IT was transferred from RS to RK',
    });
  });

  it('makes it a root', () => {
    const told = region().when(toRk({ to: null }));
    expect(told.effects).toEqual(['it parent:line -']);
    expect(told.sentence).toEqual({
      sv: 'IT överfördes från RS till toppnivån',
      en: 'IT was transferred from RS to the top level',
    });
  });

  it('leaves what is excepted with the old parent unless told otherwise', () => {
    const told = region().when(toRk({ except: ['tele'] }));
    expect(told.effects).toEqual(['tele parent:line rs', 'it parent:line rk']);
    expect(told.sentence).toEqual({
      sv: 'IT, utom TELE, överfördes från RS till RK',
      en: 'IT, except TELE, was transferred from RS to RK',
    });
    expect(region().when(toRk({ except: ['tele'], exceptTo: 'top' })).effects).toEqual([
      'tele parent:line top',
      'it parent:line rk',
    ]);
    expect(region().when(toRk({ except: ['tele'], exceptTo: null })).effects).toEqual([
      'tele parent:line -',
      'it parent:line rk',
    ]);
  });

  it('makes roots of what is excepted from a unit that is a root', () => {
    const told = region().when(
      {
        kind: 'transfer',
        on: '2021-01-01',
        unit: 'rs',
        to: null,
      },
      { kind: 'transfer', on: '2021-01-01', unit: 'rs', to: 'rk', except: ['it'] },
    );
    expect(told.effects).toEqual(['rs parent:line -', 'it parent:line -', 'rs parent:line rk']);
  });

  it('begins an excepted part that was no unit of its own', () => {
    const told = region().when(toRk({ except: [newUnit('funk')], exceptTo: 'top' }));
    expect(told.effects).toEqual(['begin funk "FUNK" unit line:top import:funk', 'it parent:line rk']);
    expect(told.sentence.sv).toBe('IT, utom FUNK, överfördes från RS till RK');
    expect(region().when(toRk({ except: [newUnit('funk')] })).effects[0]).toContain(' line:rs ');
  });

  it('moves in another hierarchy and leaves the line alone', () => {
    const told = region().when(
      { kind: 'transfer', on: '2020-01-01', unit: 'drift', to: 'it', hierarchy: 'budget' },
      toRk({ to: 'top', hierarchy: 'budget', except: ['drift'], exceptTo: 'rs' }),
    );
    expect(told.effects).toEqual([
      'drift parent:budget it',
      'drift parent:budget rs',
      'it parent:budget top',
    ]);
    expect(region().when(toRk({ hierarchy: 'budget' })).sentence).toEqual({
      sv: 'IT överfördes till RK (hierarkin budget)',
      en: 'IT was transferred to RK (hierarchy budget)',
    });
    expect(region().when(toRk({ hierarchy: 'political' })).sentence).toEqual({
      sv: 'IT överfördes till RK (politiskt)',
      en: 'IT was transferred to RK (politically)',
    });
  });

  it('is refused under itself or under what stands under it', () => {
    expect(region().when(toRk({ to: 'it' })).codes).toEqual(['CYCLE']);
    expect(region().when(toRk({ to: 'tele' })).refused).toMatchObject([
      { code: 'CYCLE', date: '2021-01-01', index: 0 },
    ]);
  });

  it('is refused under a unit that has ended', () => {
    const world = region();
    world.history.record({ kind: 'dissolve', on: '2020-01-01', unit: 'rk', successors: 'none' });
    expect(world.when(toRk({})).refused).toMatchObject([
      { code: 'PARENT_NOT_IN_FORCE', date: '2021-01-01', units: ['IT', 'RK'] },
    ]);
  });

  it('is refused when what is excepted does not stand under the unit', () => {
    for (const stranger of ['rk', 'it', 'rs']) {
      expect(region().when(toRk({ except: [stranger] })).refused).toEqual([
        {
          code: 'NOT_A_DESCENDANT',
          field: 'except',
          index: 0,
          units: [stranger.toUpperCase(), 'IT'],
          changes: [],
        },
      ]);
    }
    expect(region().when(toRk({ except: ['tele'], hierarchy: 'budget' })).codes).toEqual([
      'NOT_A_DESCENDANT',
    ]);
  });

  it('is refused when exceptions overlap', () => {
    expect(region().when(toRk({ except: ['tele', 'drift'] })).codes).toEqual(['EXCEPTIONS_OVERLAP']);
    expect(region().when(toRk({ except: ['tele', 'tele'] })).codes).toEqual(['EXCEPTIONS_OVERLAP']);
  });

  it('is refused of a part that begins with it', () => {
    expect(region().when(toRk({ unit: 'funk', except: [newUnit('funk')] })).codes).toEqual([
      'NOT_A_DESCENDANT',
    ]);
  });
});
