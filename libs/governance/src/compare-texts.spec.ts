import { describe, expect, it } from '@jest/globals';
import { normalText, pairTexts } from './compare-texts.js';

describe('the normal form of a text', () => {
  it.each([
    ['- Uppdra åt regionkontoret.', 'uppdra åt regionkontoret'],
    ['1. Uppdra åt regionkontoret', 'uppdra åt regionkontoret'],
    ['(2) uppdra åt\n regionkontoret;', 'uppdra åt regionkontoret'],
    ['\uf0b7 uppdra  åt regionkontoret', 'uppdra åt regionkontoret'],
    ['” Uppdra åt regionkontoret”', 'uppdra åt regionkontoret'],
  ])('of %j', (text, normal) => {
    expect(normalText(text)).toBe(normal);
  });

  it('keeps what tells texts apart: numbers, hyphens and diacritics within', () => {
    expect(normalText('2021 ska IT- och teleservice flytta till ett (1) område')).toBe(
      '2021 ska it- och teleservice flytta till ett (1) område',
    );
    expect(normalText('för')).not.toBe(normalText('for'));
  });
});

describe('pairing texts', () => {
  const pair = (before: string[], after: string[]) =>
    pairTexts(before, after, (text) => text).map((paired) => [
      paired.change,
      'before' in paired ? paired.before : null,
      'after' in paired ? paired.after : null,
    ]);

  it('finds the same text wherever it stands', () => {
    expect(pair(['a b', 'c d'], ['C d.', '- a b'])).toEqual([
      ['same', 'c d', 'C d.'],
      ['same', 'a b', '- a b'],
    ]);
  });

  it('pairs each text once, also where it stands twice', () => {
    expect(pair(['a b'], ['a b', 'a b'])).toEqual([
      ['same', 'a b', 'a b'],
      ['added', null, 'a b'],
    ]);
  });

  it('takes texts with half of their words in common for one that was reworded', () => {
    expect(pair(['a b c d'], ['a b x y'])).toEqual([['changed', 'a b c d', 'a b x y']]);
    expect(pair(['a b c d'], ['a x y z'])).toEqual([
      ['added', null, 'a x y z'],
      ['removed', 'a b c d', null],
    ]);
  });

  it('pairs the most alike, not the first', () => {
    expect(pair(['a b c d', 'a b c e f'], ['a b c e g'])).toEqual([
      ['changed', 'a b c e f', 'a b c e g'],
      ['removed', 'a b c d', null],
    ]);
  });

  it('leaves texts that say the same out of rewording', () => {
    expect(pair(['a b c', 'a b d'], ['a b d'])).toEqual([
      ['same', 'a b d', 'a b d'],
      ['removed', 'a b c', null],
    ]);
  });
});
