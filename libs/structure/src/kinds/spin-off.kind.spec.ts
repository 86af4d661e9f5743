import { describe, expect, it } from '@jest/globals';
import { given, newUnit } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const one = () =>
  given(
    establish('p', '2010-01-01'),
    establish('a', '2010-01-01', 'p'),
    establish('x', '2010-01-01', 'a'),
    establish('y', '2010-01-01', 'a'),
  );
const spinOff = (more: object) => ({
  kind: 'spinOff',
  on: '2020-01-01',
  unit: 'a',
  into: [newUnit('n', 'p')],
  ...more,
});

describe('spin-off', () => {
  it('begins a unit from a part of one that lives on; the children named go along', () => {
    const told = one().when(spinOff({ children: { x: 'n' } }));
    expect(told.effects).toEqual(['begin n "N" unit line:p import:n', 'x parent:line n', 'a spunOffFrom n']);
    expect(told.sentence).toEqual({ sv: 'N bröts ut ur A', en: 'N was spun off from A' });
  });

  it('names several parts in its sentence', () => {
    expect(one().when(spinOff({ into: [newUnit('n'), newUnit('m')] })).sentence).toEqual({
      sv: 'N och M bröts ut ur A',
      en: 'N and M were spun off from A',
    });
  });

  it('is refused with one part twice and with a stranger among the children', () => {
    expect(one().when(spinOff({ into: [newUnit('n'), newUnit('n')] })).codes).toEqual(['DUPLICATE_UNIT']);
    expect(one().when(spinOff({ children: { p: 'n' } })).codes).toEqual(['NOT_A_CHILD']);
  });

  it('is refused of a unit that is not in force', () => {
    const world = one();
    world.history.record(
      { kind: 'dissolve', on: '2019-01-01', unit: 'x', successors: 'none' },
      { kind: 'dissolve', on: '2019-01-01', unit: 'y', successors: 'none' },
      { kind: 'dissolve', on: '2019-01-01', unit: 'a', successors: 'none' },
    );
    expect(world.when(spinOff({})).refused).toMatchObject([{ code: 'NOT_IN_FORCE', units: ['A'] }]);
  });
});
