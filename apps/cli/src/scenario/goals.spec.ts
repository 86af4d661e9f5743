import { expect, test } from '@jest/globals';
import { goal, goalInWords } from './goals.js';

test.each([
  ['cost-neutral', { goal: 'costNeutral' }, 'kostnadsneutralt', 'cost neutral'],
  ['staff-neutral', { goal: 'staffNeutral' }, 'oförändrad bemanning', 'staff neutral'],
  ['max-layers=5', { goal: 'maxLayers', most: 5 }, 'högst 5 nivåer', 'at most 5 layers'],
  [
    'span=3..8',
    { goal: 'span', least: 3, most: 8 },
    '3–8 enheter direkt under varje enhet som har några',
    'a span of 3–8',
  ],
  [
    'span=3..',
    { goal: 'span', least: 3 },
    '≥ 3 enheter direkt under varje enhet som har några',
    'a span of ≥ 3',
  ],
  [
    'span=..8',
    { goal: 'span', most: 8 },
    '≤ 8 enheter direkt under varje enhet som har några',
    'a span of ≤ 8',
  ],
  [
    'no-single-child-chains',
    { goal: 'noSingleChildChains' },
    'ingen enhet med en enda under sig',
    'no unit with a single one under it',
  ],
])('%s is a goal', (text, target, swedish, english) => {
  const [read] = goal(text);
  expect(read).toEqual(target);
  expect(goalInWords(read!, 'sv')).toBe(swedish);
  expect(goalInWords(read!, 'en')).toBe(english);
});

test('one comes after those before it', () => {
  expect(goal('staff-neutral', goal('max-layers=3'))).toEqual([
    { goal: 'maxLayers', most: 3 },
    { goal: 'staffNeutral' },
  ]);
});

test.each(['', 'cheap', 'max-layers', 'max-layers=0', 'max-layers=x', 'span=..', 'span=8..3', 'span=-1..2'])(
  '"%s" is none',
  (text) => {
    expect(() => goal(text)).toThrow('A goal is');
  },
);
