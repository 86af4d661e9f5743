import { describe, expect, test } from '@jest/globals';
import { axisFor, placeOn } from './axis.js';

describe('an axis', () => {
  test('has round ticks, and holds zero and all values', () => {
    expect(axisFor([11.75, 11]).ticks).toEqual([0, 5, 10, 15]);
    expect(axisFor([0.3]).ticks).toEqual([0, 0.1, 0.2, 0.3]);
    expect(axisFor([-353.9, 450.1]).ticks).toEqual([-400, -200, 0, 200, 400, 600]);
    expect(axisFor([-3]).ticks).toEqual([-3, -2, -1, 0]);
  });

  test('of nothing goes from zero', () => {
    expect(axisFor([]).ticks[0]).toBe(0);
    expect(axisFor([0]).last).toBeGreaterThan(0);
  });

  test('tells where a value lies', () => {
    expect(placeOn({ first: -10, last: 10, ticks: [] }, 5, 200)).toBe(150);
  });
});
