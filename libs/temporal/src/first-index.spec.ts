import { describe, expect, it } from '@jest/globals';
import { firstIndex, itemAt } from './first-index.js';
import type { Position } from './position.js';

describe('first index', () => {
  it('is that of the first item that is not before', () => {
    const before = (limit: number) => (item: number) => item < limit;
    expect([0, 1, 2, 3, 9].map((limit) => firstIndex([1, 2, 2, 3], before(limit)))).toEqual([0, 0, 1, 3, 4]);
    expect(firstIndex([], before(1))).toBe(0);
  });

  it('finds the item at a position, and none between positions', () => {
    const items = [2, 3, 7].map((position) => ({ position: position as Position }));
    expect([1, 2, 3, 5, 7, 8].map((position) => itemAt(items, position)?.position)).toEqual([
      undefined,
      2,
      3,
      undefined,
      7,
      undefined,
    ]);
  });
});
