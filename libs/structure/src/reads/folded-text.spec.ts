import { describe, expect, it } from '@jest/globals';
import { foldName, foldText, wordsSought } from './folded-text.js';

describe('folded text', () => {
  it('folds case, diacritics and compatibility forms for a search', () => {
    expect(foldText('Driftsnämnden ÅÄÖ Straße ﬁ')).toBe('driftsnamnden aao strasse fi');
  });

  it('takes names that differ in blanks for the same', () => {
    expect(foldName('  IT-  och\n teleservice ')).toBe('it- och teleservice');
  });

  it('seeks each word by itself, and nothing for a blank text', () => {
    expect(wordsSought(' Öppen  VÅRD ')).toEqual(['oppen', 'vard']);
    expect(wordsSought('  ')).toEqual([]);
    expect(wordsSought(undefined)).toEqual([]);
  });
});
