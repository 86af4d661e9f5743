import { describe, expect, it } from '@jest/globals';
import { parseDraft } from '../draft.js';
import { lineage } from '../reads/lineage.js';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const three = () =>
  given(
    establish('p', '2010-01-01'),
    establish('a', '2010-01-01', 'p'),
    establish('b', '2010-01-01', 'p'),
    establish('c', '2010-01-01', 'p'),
  );
const move = (more: object = {}) => ({
  kind: 'moveResponsibility',
  on: '2020-01-01',
  unit: 'a',
  to: [{ unit: 'b' }],
  what: 'Lönehantering',
  ...more,
});

describe('moving a responsibility', () => {
  it('connects units that all live on', () => {
    const told = three().when(move({ to: [{ unit: 'b', share: 0.4 }, { unit: 'c' }] }));
    expect(told.effects).toEqual(['a partMovedTo b 0.4', 'a partMovedTo c']);
    expect(told.sentence).toEqual({
      sv: 'Ansvaret för Lönehantering flyttades från A till B (40 %) och C',
      en: 'Responsibility for Lönehantering moved from A to B (40%) and C',
    });
  });

  it.each([
    ['function', 'Ansvaret för Lönehantering', 'Responsibility for Lönehantering'],
    ['staff', 'Personal för Lönehantering', 'Staff for Lönehantering'],
    ['budget', 'Budget för Lönehantering', 'Budget for Lönehantering'],
  ])('says that it is of a %s', (resource, sv, en) => {
    expect(three().when(move({ resource, to: [{ unit: 'b', share: 0.125 }] })).sentence).toEqual({
      sv: `${sv} flyttades från A till B (12,5 %)`,
      en: `${en} moved from A to B (12.5%)`,
    });
  });

  it('may go to a unit that begins before it in the same change set', () => {
    const told = three().when(
      { kind: 'establish', on: '2020-01-01', unit: newUnit('n', 'p') },
      move({ to: [{ unit: 'n', share: 1 }] }),
    );
    expect(told.effects.at(-1)).toBe('a partMovedTo n 1');
  });

  it('is followed by lineage from both ends, and back again', () => {
    const world = three();
    world.history.record(move());
    world.history.record(move({ on: '2021-01-01', unit: 'b', to: [{ unit: 'a' }] }));
    const steps = lineage(world.history.on('2022-01-01'), world.history.unit('a'));
    expect(steps.map(({ direction, from, to, written }) => [direction, from.name, to.name, written])).toEqual(
      [
        ['back', 'B', 'A', '2021-01-01'],
        ['back', 'A', 'B', '2020-01-01'],
        ['forward', 'A', 'B', '2020-01-01'],
        ['forward', 'B', 'A', '2021-01-01'],
      ],
    );
  });

  it('takes shares that come to the whole, and no more', () => {
    const shared = (...shares: number[]) =>
      three().when(move({ to: shares.map((share, i) => ({ unit: ['b', 'c', 'p'][i], share })) }));
    expect(shared(0.1, 0.2, 0.7).codes).toEqual([]);
    expect(shared(0.5, 0.6).refused).toMatchObject([
      { code: 'SHARES_EXCEED_ONE', field: 'to[1].share', units: ['A'] },
    ]);
  });

  it('is refused to itself and to one unit twice', () => {
    expect(three().when(move({ to: [{ unit: 'b' }, { unit: 'a' }] })).refused).toMatchObject([
      { code: 'ACTS_ON_ITSELF', field: 'to[1].unit', units: ['A'] },
    ]);
    expect(three().when(move({ to: [{ unit: 'b' }, { unit: 'b' }] })).refused).toMatchObject([
      { code: 'DUPLICATE_UNIT', field: 'to', units: ['B'] },
    ]);
  });

  it.each([
    ['from', 'a', 'A'],
    ['to', 'b', 'B'],
  ])('is refused %s a unit that is not in force', (_end, unit, name) => {
    const world = three();
    world.history.record({ kind: 'dissolve', on: '2019-01-01', unit, successors: 'none' });
    expect(world.when(move()).refused).toContainEqual(
      expect.objectContaining({ code: 'NOT_IN_FORCE', date: '2020-01-01', units: [name] }),
    );
  });

  it('keeps a unit from being ended before it by what is recorded later', () => {
    const world = three();
    world.history.record({ ...move(), id: 'moved' });
    const ended = world.when({ kind: 'dissolve', on: '2019-01-01', unit: 'b', successors: 'none' });
    expect(ended.refused).toContainEqual(
      expect.objectContaining({ code: 'NOT_IN_FORCE', units: ['B'], changes: ['moved'] }),
    );
  });

  it.each([
    ['to', { to: [] }],
    ['to[0].share', { to: [{ unit: 'b', share: 0 }] }],
    ['to[0].share', { to: [{ unit: 'b', share: 1.1 }] }],
    ['what', { what: ' ' }],
    ['resource', { resource: 'rooms' }],
  ])('is refused with a wrong %s', (field, more) => {
    expect(parseDraft(move(more))).toMatchObject({
      ok: false,
      rejections: [{ code: 'INVALID_FIELD', field }],
    });
  });
});
