import { describe, expect, it } from '@jest/globals';
import { ensure, interleave, median } from './rounds.js';

describe('rounds', () => {
  it('takes the value in the middle, or the mean of the two there', () => {
    expect(median([3, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    expect(() => median([])).toThrow(RangeError);
  });

  it('runs everybody in each round, begins with another one each time, and does not count the first', async () => {
    const order: string[] = [];
    const runner = (name: string) => ({
      name,
      run: async (round: number) => (order.push(`${name}${round}`), round),
    });
    const samples = await interleave([runner('a'), runner('b')], 3);
    expect(order).toEqual(['a-1', 'b-1', 'a0', 'b0', 'b1', 'a1', 'a2', 'b2']);
    expect(samples).toEqual([
      { name: 'a', values: [0, 1, 2], median: 1, min: 0, max: 2 },
      { name: 'b', values: [0, 1, 2], median: 1, min: 0, max: 2 },
    ]);
  });

  it('fails on a wrong result', () => {
    expect(() => ensure(false, 'two and two is five')).toThrow('two and two is five');
  });
});
