import { describe, expect, it } from '@jest/globals';
import { given } from '../testing/given.js';
import { establish } from '../testing/recorded-history.js';

const three = () =>
  given(
    establish('a', '2010-01-01'),
    establish('b', '2010-01-01'),
    establish('c', '2010-01-01'),
    establish('x', '2010-01-01', 'b'),
  );
const dissolve = (unit: string, successors: unknown) => ({
  kind: 'dissolve',
  on: '2020-01-01',
  unit,
  successors,
});

describe('dissolve', () => {
  it('tells no successors, unknown successors and named ones apart', () => {
    const none = three().when(dissolve('a', 'none'));
    expect(none.effects).toEqual(['end a (none)']);
    expect(none.sentence).toEqual({
      sv: 'A lades ned utan efterföljare',
      en: 'A was dissolved without a successor',
    });
    const unknown = three().when(dissolve('a', 'unknown'));
    expect(unknown.effects).toEqual(['end a (unknown)']);
    expect(unknown.sentence).toEqual({
      sv: 'A lades ned; efterföljare okänd',
      en: 'A was dissolved; successor unknown',
    });
    const named = three().when(dissolve('a', ['b', 'c']));
    expect(named.effects).toEqual(['end a', 'a continues b', 'a continues c']);
    expect(named.sentence).toEqual({
      sv: 'A lades ned; verksamheten fortsatte i B och C',
      en: 'A was dissolved; its activity went on in B and C',
    });
  });

  it('is refused while children are left at the end of the date', () => {
    expect(three().when(dissolve('b', 'none')).refused).toMatchObject([
      { code: 'PARENT_NOT_IN_FORCE', date: '2020-01-01', units: ['X', 'B'] },
    ]);
    const away = { kind: 'transfer', on: '2020-01-01', unit: 'x', to: 'a' };
    expect(three().when(dissolve('b', 'none'), away).codes).toEqual([]);
    expect(three().when(away, dissolve('b', 'none')).codes).toEqual([]);
  });

  it('is refused with itself as successor, or one successor twice', () => {
    expect(three().when(dissolve('a', ['a'])).codes).toEqual(['ACTS_ON_ITSELF']);
    expect(three().when(dissolve('a', ['b', 'b'])).codes).toEqual(['DUPLICATE_UNIT']);
  });

  it('is refused with a successor that has ended before', () => {
    const world = three();
    world.history.record({ ...dissolve('c', 'none'), on: '2019-12-31' });
    expect(world.when(dissolve('a', ['c'])).refused).toMatchObject([
      { code: 'LINEAGE_BACKWARDS', date: '2020-01-01', units: ['C'] },
    ]);
  });

  it('is refused before birth and after death', () => {
    expect(three().when({ ...dissolve('a', 'none'), on: '2009-12-31' }).codes).toContain('NOT_IN_FORCE');
    const world = three();
    world.history.record(dissolve('a', 'none'));
    expect(world.when({ ...dissolve('a', 'none'), on: '2021-01-01' }).codes).toContain('NOT_IN_FORCE');
    expect(world.when(dissolve('a', 'none')).codes).toContain('NOT_IN_FORCE');
  });
});
