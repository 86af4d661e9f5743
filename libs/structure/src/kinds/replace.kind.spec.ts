import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const one = () =>
  given(
    establish('p', '2010-01-01'),
    establish('a', '2010-01-01', 'p'),
    establish('x', '2010-01-01', 'a', { parents: { budget: 'a' } }),
    establish('y', '2010-01-01', 'a'),
  );
const replace = (more: object) => ({
  kind: 'replace',
  on: '2020-01-01',
  unit: 'a',
  by: newUnit('b', 'p'),
  ...more,
});

describe('replace', () => {
  it('ends one unit and begins another with its children', () => {
    const told = one().when(replace({}));
    expect(told.effects).toEqual([
      'begin b "B" unit line:p import:b',
      'x parent:line b',
      'y parent:line b',
      'x parent:budget b',
      'end a',
      'a replacedBy b',
    ]);
    expect(told.sentence).toEqual({ sv: 'A ersattes av B', en: 'A was replaced by B' });
  });

  it('gives mapped children to whom they are mapped, or leaves them', () => {
    expect(one().when(replace({ children: { y: 'p' } })).effects).toContain('y parent:line p');
    expect(one().when(replace({ children: 'leave' })).codes).toContain('PARENT_NOT_IN_FORCE');
  });

  it('may hand on the name and the codes of what ends', () => {
    const world = given(establish('a', '2010-01-01', null, { codes: { hsa: 'H1' } }));
    const told = world.whenWith(
      { confirmed: new Set() },
      replace({ by: newUnit('b', null, { name: 'A', codes: { hsa: 'H1' } }) }),
    );
    expect(told.codes).toEqual([]);
  });

  it('is refused with a stranger among the children', () => {
    expect(one().when(replace({ children: { p: 'b' } })).codes).toEqual(['NOT_A_CHILD']);
  });

  it('is refused of a unit by itself', () => {
    expect(one().when(replace({ unit: 'b' })).codes).toEqual(['ACTS_ON_ITSELF']);
    expect(one().when(replace({ by: newUnit('a', 'p') })).codes).toEqual(['KEY_TAKEN']);
  });

  it('is refused of a unit that is not in force', () => {
    expect(one().when(replace({ on: '2009-12-31' })).codes).toContain('NOT_IN_FORCE');
  });
});
