import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

/** p over a and b; x under b, and under b in the budget too. */
const two = () =>
  given(
    establish('p', '2010-01-01'),
    establish('a', '2010-01-01', 'p'),
    establish('b', '2010-01-01', 'p'),
    establish('x', '2010-01-01', 'b', { parents: { budget: 'b' } }),
  );
const absorb = (more: object) => ({ kind: 'absorb', on: '2020-01-01', units: ['b'], into: 'a', ...more });

describe('absorb', () => {
  it('ends its sources and gives their children to the unit that survives', () => {
    const told = two().when(absorb({}));
    expect(told.effects).toEqual(['x parent:line a', 'x parent:budget a', 'end b', 'b absorbedBy a']);
    expect(told.sentence).toEqual({ sv: 'B uppgick i A', en: 'B was absorbed by A' });
  });

  it('may rename the survivor', () => {
    const told = two().when(absorb({ units: ['b', 'x'], name: 'A och B' }));
    expect(told.effects).toEqual(['a name A och B', 'end b', 'end x', 'b absorbedBy a', 'x absorbedBy a']);
    expect(told.sentence).toEqual({
      sv: 'B och X uppgick i A, som bytte namn till A och B',
      en: 'B and X were absorbed by A, renamed A och B',
    });
  });

  it('gives mapped children to whom they are mapped, or leaves them', () => {
    expect(
      two()
        .when(absorb({ children: { x: 'p' } }))
        .effects.slice(0, 2),
    ).toEqual(['x parent:line p', 'x parent:budget p']);
    expect(two().when(absorb({ children: 'leave' })).codes).toContain('PARENT_NOT_IN_FORCE');
  });

  it('puts a survivor that stood under what ends in its place', () => {
    expect(two().when(absorb({ into: 'x' })).effects).toEqual([
      'x parent:line p',
      'x parent:budget -',
      'end b',
      'b absorbedBy x',
    ]);
  });

  it('is refused when the survivor would stand under what ends with its own parent, unless it is mapped', () => {
    const up = absorb({ units: ['b', 'p'], into: 'x' });
    expect(two().when(up).codes).toContain('PARENT_NOT_IN_FORCE');
  });

  it('is refused of a unit by itself', () => {
    expect(two().when(absorb({ units: ['a', 'b'] })).refused).toEqual([
      { code: 'ACTS_ON_ITSELF', field: 'into', index: 0, units: ['A'], changes: [] },
    ]);
  });

  it('is refused of one unit twice, and with a stranger among the children', () => {
    expect(two().when(absorb({ units: ['b', 'b'] })).codes).toEqual(['DUPLICATE_UNIT']);
    expect(two().when(absorb({ children: { p: 'a' } })).codes).toEqual(['NOT_A_CHILD']);
  });

  it('is refused by a unit that is not in force', () => {
    const world = two();
    world.history.record({ kind: 'dissolve', on: '2019-01-01', unit: 'a', successors: 'none' });
    expect(world.when(absorb({})).codes).toContain('NOT_IN_FORCE');
  });
});
