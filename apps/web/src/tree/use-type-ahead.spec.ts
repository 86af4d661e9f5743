import { expect, test } from '@jest/globals';
import { typeAheadOf } from './use-type-ahead.js';

test('letters that follow each other are a word, a space in it too; a pause begins anew', () => {
  let now = 1000;
  const typed = typeAheadOf(() => now);
  expect(typed.isTyping()).toBe(false);
  expect(typed.add('v')).toBe('v');
  now += 300;
  expect(typed.isTyping()).toBe(true);
  expect([typed.add('o'), typed.add(' '), typed.add('d')]).toEqual(['vo', 'vo ', 'vo d']);
  now += 700;
  expect(typed.isTyping()).toBe(false);
  expect([typed.add('v'), typed.add('v')]).toEqual(['v', 'v']);
});
