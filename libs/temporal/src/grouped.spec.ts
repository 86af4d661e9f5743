import { describe, expect, it } from '@jest/globals';
import { grouped } from './grouped.js';

describe('grouped', () => {
  it('keeps the order of groups and of the items in each', () => {
    expect([...grouped(['b1', 'a1', 'b2'], (item) => item[0])]).toEqual([
      ['b', ['b1', 'b2']],
      ['a', ['a1']],
    ]);
  });
});
