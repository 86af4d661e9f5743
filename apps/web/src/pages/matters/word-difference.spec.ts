import { describe, expect, test } from '@jest/globals';
import { wordDifference } from './word-difference.js';

describe('two texts', () => {
  test('differ by the words that only one of them has', () => {
    expect(
      wordDifference('flyttas från Driftsnämnden till styrelsen', 'flyttas från Driftnämnden till styrelsen'),
    ).toEqual([
      { in: 'both', words: 'flyttas från' },
      { in: 'before', words: 'Driftsnämnden' },
      { in: 'after', words: 'Driftnämnden' },
      { in: 'both', words: 'till styrelsen' },
    ]);
  });

  test('that are the same do not differ', () => {
    expect(wordDifference('ett och två', 'ett och två')).toEqual([{ in: 'both', words: 'ett och två' }]);
  });

  test('may begin or end otherwise', () => {
    expect(wordDifference('två', 'ett två tre').map((run) => run.in)).toEqual(['after', 'both', 'after']);
  });
});
