import { describe, expect, test } from '@jest/globals';
import { comparedForest, ghostOf } from './compared-forest.js';

const unit = (id: string, parentId: string | null) => ({
  id,
  parentId,
  depth: 0,
  key: id,
  name: id,
  type: 'enhet',
  indeterminate: false,
  since: null,
});

const nothing = {
  begun: [],
  ended: [],
  moved: [],
  renamed: [],
  reclassified: [],
  recoded: [],
  merged: [],
  split: [],
  awaited: [],
};

describe('two dates in one tree', () => {
  test('show a unit that moved where it is, and its shadow where it was', () => {
    const place = (id: string) => ({ parent: { id, name: id }, takesPart: true });
    const forest = comparedForest(
      [unit('a', null), unit('b', null), unit('it', 'a')],
      [unit('a', null), unit('b', null), unit('it', 'b')],
      {
        ...nothing,
        moved: [
          { id: 'it', name: 'it', hierarchy: 'line', certain: true, before: place('a'), after: place('b') },
        ],
      },
      'line',
    );
    expect(forest.below.get('a')).toEqual([ghostOf('it')]);
    expect(forest.below.get('b')).toEqual(['it']);
    expect(forest.byId.get('it')).toMatchObject({ kinds: ['moved'], ghost: null });
    expect(forest.byId.get(ghostOf('it'))).toMatchObject({ ghost: 'moved' });
  });

  test('keep a unit that ended where it stood', () => {
    const forest = comparedForest([unit('a', null), unit('old', 'a')], [unit('a', null)], nothing, 'line');
    expect(forest.byId.get('old')).toMatchObject({ parentId: 'a', kinds: ['ended'], ghost: 'ended' });
  });
});
