import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from './testing/given.js';
import { establish, type Line } from './testing/recorded-history.js';
import { timelineSnapshot } from './testing/timeline-snapshot.js';

const rename = (unit: string, name: string, on: string, more: Line = {}) => ({
  kind: 'rename',
  on,
  unit,
  name,
  ...more,
});
const transfer = (unit: string, to: string | null, on: string, more: Line = {}) => ({
  kind: 'transfer',
  on,
  unit,
  to,
  ...more,
});

describe('a change set', () => {
  it('is recorded whole or not at all', () => {
    const world = given(establish('p', '2010-01-01'), establish('a', '2010-01-01', 'p'));
    const before = timelineSnapshot(world.history.timeline);
    const told = world.when(
      establish('n', '2015-01-01', 'p', { codes: { hsa: 'H1' } }),
      rename('a', 'Alfa', '2015-01-01', { id: 'named' }),
      { kind: 'merge', on: '2016-01-01', units: ['a', 'n'], into: newUnit('c', 'p') },
      transfer('p', 'c', '2016-01-01'),
    );
    expect(told.refused).toContainEqual(expect.objectContaining({ code: 'CYCLE' }));
    expect(timelineSnapshot(world.history.timeline)).toEqual(before);
    expect(world.when(rename('a', 'Alfa', '2015-01-01', { id: 'named' })).codes).toEqual([]);
    expect(world.when(establish('n', '2015-01-01', 'p', { codes: { hsa: 'H1' } })).codes).toEqual([]);
  });

  it('leaves everything as it was when an amendment is refused', () => {
    const world = given(
      { ...establish('p', '2010-01-01'), id: 'p-begins' },
      establish('a', '2012', 'p'),
      establish('b', '2012-06-01', 'a'),
    );
    const before = timelineSnapshot(world.history.timeline);
    const told = world.when(
      { kind: 'reschedule', change: 'p-begins', on: '2013-01-01', reason: 'Fel', id: 'moved' },
      rename('b', 'Beta', '2014-01-01'),
    );
    expect(told.codes).toContain('PARENT_NOT_IN_FORCE');
    expect(timelineSnapshot(world.history.timeline)).toEqual(before);
  });

  it('may name units that begin further down in it', () => {
    const told = given().when(
      establish('c', '2010-01-01', 'b'),
      establish('b', '2010-01-01', 'a'),
      establish('a', '2010-01-01'),
    );
    expect(told.effects).toEqual([
      'begin c "C" unit line:b import:c',
      'begin b "B" unit line:a import:b',
      'begin a "A" unit line:- import:a',
    ]);
  });

  it('resolves again what depends on a later change of it', () => {
    const world = given(establish('a', '2010-01-01'), establish('b', '2010-01-01'));
    expect(
      world.when(
        { kind: 'merge', on: '2020-01-01', units: ['a', 'b'], into: newUnit('c') },
        establish('x', '2015-01-01', 'a'),
      ).codes,
    ).toContain('RESOLVES_DIFFERENTLY');
    expect(
      world.when(establish('x', '2015-01-01', 'a'), {
        kind: 'merge',
        on: '2020-01-01',
        units: ['a', 'b'],
        into: newUnit('c'),
      }).codes,
    ).toEqual([]);
  });

  it('tells of everything that is wrong with its lines, and where', () => {
    expect(
      given(establish('a', '2010-01-01')).when(
        rename('nobody', 'B', '2015-01-01'),
        establish('a', '2015-01-01'),
        { kind: 'merge', on: '2015-01-01', units: ['a', 'none'], into: newUnit('c', 'nowhere') },
      ).refused,
    ).toEqual([
      { code: 'UNKNOWN_UNIT', field: 'unit', index: 0, units: [], changes: [] },
      { code: 'KEY_TAKEN', field: 'unit.key', index: 1, units: [], changes: [] },
      { code: 'UNKNOWN_UNIT', field: 'units[1]', index: 2, units: [], changes: [] },
      { code: 'UNKNOWN_UNIT', field: 'into.parent', index: 2, units: [], changes: [] },
    ]);
  });

  it('names the line that breaks a rule by its place in the set', () => {
    const world = given(establish('a', '2010-01-01'), rename('a', 'Alfa', '2030-01-01', { id: 'named' }));
    expect(
      world.when(
        { kind: 'cancel', change: 'named', reason: 'Fel' },
        rename('a', 'Beta', '2015-01-01'),
        rename('a', 'Gamma', '2009-01-01'),
      ).refused,
    ).toMatchObject([{ code: 'NOT_IN_FORCE', date: '2009-01-01', index: 2 }]);
  });

  it('may hold a change and its correction', () => {
    const told = given(establish('a', '2010-01-01')).when(rename('a', 'Beta', '2009-01-01', { id: 'r1' }), {
      kind: 'correct',
      change: 'r1',
      with: rename('a', 'Beta', '2011-01-01'),
      reason: 'Fel datum',
    });
    expect(told.codes).toEqual([]);
  });

  it('may begin and end a unit', () => {
    expect(
      given().when(establish('a', '2010-01-01'), rename('a', 'Alfa', '2011-01-01'), {
        kind: 'dissolve',
        on: '2012-01-01',
        unit: 'a',
        successors: 'unknown',
      }).codes,
    ).toEqual([]);
  });

  it('finds units by key, by scheme and code, and by id', () => {
    const world = given(establish('a', '2010-01-01', null, { codes: { hsa: 'H1' } }));
    for (const name of ['a', 'import:a', 'hsa:H1', world.history.unit('a').id]) {
      expect(world.when(rename(name, 'Alfa', '2011-01-01')).effects).toEqual(['a name Alfa']);
    }
    for (const name of ['b', 'hsa:H2', 'A', '00000000-0000-7000-8000-0000000fffff']) {
      expect(world.when(rename(name, 'Alfa', '2011-01-01')).codes).toEqual(['UNKNOWN_UNIT']);
    }
  });

  it('asks which unit is meant when a code has gone from hand to hand', () => {
    const world = given(
      establish('a', '2010-01-01', null, { codes: { hsa: 'H1' } }),
      { kind: 'recode', on: '2015-01-01', unit: 'a', codes: { hsa: null } },
      establish('b', '2015-01-01', null, { codes: { hsa: 'H1' } }),
    );
    expect(world.when(rename('hsa:H1', 'N', '2012-01-01')).effects).toEqual(['a name N']);
    expect(world.when(rename('hsa:H1', 'N', '2016-01-01')).effects).toEqual(['b name N']);
    expect(world.when(rename('hsa:H1', 'N', '2009-01-01')).refused).toMatchObject([
      { code: 'AMBIGUOUS_UNIT', field: 'unit' },
    ]);
  });
});

describe('the name of a change', () => {
  const world = () => given(establish('a', '2010-01-01'), rename('a', 'Alfa', '2011-01-01', { id: 'r1' }));

  it('is taken once, by a change or by an amendment', () => {
    const taken = [{ code: 'CHANGE_ID_TAKEN', field: 'id', index: 0, units: [], changes: [] }];
    const told = world();
    expect(told.when(rename('a', 'Beta', '2012-01-01', { id: 'r1' })).refused).toEqual(taken);
    told.history.record({ kind: 'reschedule', change: 'r1', on: '2011-02-01', reason: 'Fel', id: 'r2' });
    expect(told.when(rename('a', 'Beta', '2012-01-01', { id: 'r2' })).refused).toEqual(taken);
    expect(
      told.when(rename('a', 'B', '2012-01-01', { id: 'r3' }), rename('a', 'C', '2013-01-01', { id: 'r3' }))
        .refused,
    ).toEqual([{ ...taken[0], index: 1 }]);
  });

  it('is its id where it has the form of one', () => {
    const id = '0190a000-0000-7000-8000-000000000001';
    const told = world();
    const { decision } = told.when(rename('a', 'Beta', '2012-01-01', { id }));
    expect(decision.accepted && decision.events[0]!.data.change).toBe(id);
    expect(told.when(rename('a', 'Gamma', '2013-01-01', { id })).codes).toEqual(['CHANGE_ID_TAKEN']);
    expect(told.when({ kind: 'cancel', change: id, reason: 'Fel' }).codes).toEqual([]);
  });

  it('is needed of a change that is amended', () => {
    expect(world().when({ kind: 'cancel', change: 'r9', reason: 'Fel' }).refused).toEqual([
      { code: 'UNKNOWN_CHANGE', field: 'change', index: 0, units: [], changes: [] },
    ]);
  });
});

describe('a warning', () => {
  const twins = () => given(establish('p', '2010-01-01'), establish('a', '2010-01-01', 'p'));
  const same = establish('b', '2012-01-01', 'p', { name: 'A' });

  it('is asked about first and recorded when it is confirmed', () => {
    const world = twins();
    const before = timelineSnapshot(world.history.timeline);
    const { decision } = world.whenWith({ confirmed: new Set() }, same);
    expect(decision).toMatchObject({
      accepted: false,
      rejections: [],
      warnings: [
        {
          code: 'NAME_NOT_UNIQUE',
          index: 0,
          date: '2012-01-01',
          message: {
            sv: 'En annan enhet under samma överordnade heter redan ”A”.',
            en: 'Another unit under the same parent is already called "A".',
          },
          units: [{ name: 'A' }, { name: 'A' }],
        },
      ],
    });
    expect(timelineSnapshot(world.history.timeline)).toEqual(before);
    expect(world.whenWith({ confirmed: new Set(['NOTHING_CHANGES']) }, same).codes).toEqual([
      'NAME_NOT_UNIQUE',
    ]);
    const confirmed = world.whenWith({ confirmed: new Set(['NAME_NOT_UNIQUE']) }, same).decision;
    expect(confirmed).toMatchObject({ accepted: true, warnings: [{ code: 'NAME_NOT_UNIQUE' }] });
  });

  it('comes of a rename and of a move too, not under another parent or at another time', () => {
    const ask = { confirmed: new Set<never>() };
    const world = twins();
    world.history.record(establish('q', '2010-01-01'), establish('c', '2010-01-01', 'q', { name: 'A' }));
    expect(world.whenWith(ask, transfer('c', 'p', '2012-01-01')).codes).toEqual(['NAME_NOT_UNIQUE']);
    world.history.record(establish('d', '2010-01-01', 'p'));
    expect(world.whenWith(ask, rename('d', 'A', '2012-01-01')).codes).toEqual(['NAME_NOT_UNIQUE']);
    world.history.record(rename('a', 'Alfa', '2012-01-01'));
    expect(world.whenWith(ask, rename('d', 'A', '2011-12-31')).codes).toEqual(['NAME_NOT_UNIQUE']);
    expect(world.whenWith(ask, rename('d', 'A', '2012-01-01')).codes).toEqual([]);
  });

  it('points at the line that it is about', () => {
    const world = given(
      establish('p', '2010-01-01'),
      establish('a', '2010-01-01', 'p'),
      rename('p', 'Pe', '2030-01-01', { id: 'named' }),
    );
    const { decision } = world.whenWith(
      { confirmed: new Set() },
      { kind: 'cancel', change: 'named', reason: 'Fel' },
      same,
    );
    expect(decision.warnings).toMatchObject([{ code: 'NAME_NOT_UNIQUE', index: 1 }]);
  });

  it('comes of a change that changes nothing', () => {
    const ask = { confirmed: new Set<never>() };
    const nothing: Line[] = [
      rename('a', 'A', '2012-01-01'),
      { kind: 'reclassify', on: '2012-01-01', unit: 'a', type: 'unit' },
      { kind: 'recode', on: '2012-01-01', unit: 'a', codes: { import: 'a', hsa: null } },
      transfer('a', 'p', '2012-01-01'),
    ];
    for (const line of nothing) expect(twins().whenWith(ask, line).codes).toEqual(['NOTHING_CHANGES']);
    expect(twins().whenWith(ask, transfer('a', null, '2012-01-01')).codes).toEqual([]);
    expect(twins().whenWith(ask, transfer('a', 'p', '2012-01-01', { hierarchy: 'budget' })).codes).toEqual(
      [],
    );
  });
});

describe('a notice', () => {
  it('tells of a change recorded for a later day that will end what is set', () => {
    const world = given(
      establish('a', '2010-01-01'),
      establish('p', '2010-01-01'),
      rename('a', 'Alfa', '2020-01-01', { id: 'later' }),
    );
    expect(world.when(rename('a', 'Beta', '2015-01-01')).notices).toEqual(['a name 2020-01-01 later']);
    expect(world.when(transfer('a', 'p', '2015-01-01')).notices).toEqual([]);
    expect(world.when(rename('a', 'Gamma', '2021-01-01')).notices).toEqual([]);
    expect(world.when(rename('p', 'Pe', '2015-01-01'), rename('p', 'Pi', '2016-01-01')).notices).toEqual([]);
  });
});
