import { expect, test } from '@jest/globals';
import { BoundedCache } from './bounded-cache.js';

test('what was used last is kept, up to a size', () => {
  const cache = new BoundedCache<string>(10);
  cache.set('a', 'A', 4);
  cache.set('b', 'B', 4);
  expect(cache.get('a')).toBe('A');
  cache.set('c', 'C', 4);
  expect([cache.get('a'), cache.get('b'), cache.get('c')]).toEqual(['A', undefined, 'C']);
  cache.set('huge', 'H', 11);
  expect(cache.get('huge')).toBeUndefined();
  cache.set('c', 'C2', 6);
  expect([cache.get('a'), cache.get('c')]).toEqual(['A', 'C2']);
});
