import { expect, test } from '@jest/globals';
import { inKeyOrder } from './key-order.js';

test('members stand in the order of their names at every level, and lists as they are', () => {
  const given = { b: [{ z: 1, a: null }, 'x'], Å: 1, a: { d: 2, c: [3, 1] } };
  expect(JSON.stringify(inKeyOrder(given))).toBe('{"a":{"c":[3,1],"d":2},"b":[{"a":null,"z":1},"x"],"Å":1}');
  expect(inKeyOrder(given)).toEqual(given);
});

test('what is no object is what it was', () => {
  for (const value of ['b', 1, true, null, undefined, []]) expect(inKeyOrder(value)).toEqual(value);
});
