import { expect, test } from '@jest/globals';
import { readHow } from './resolution-asked.js';

test.each([
  ['drop', { how: 'drop' }],
  ['none', { how: 'none' }],
  ['2', { how: 'numbered', number: 2 }],
  ['retarget a b', { how: 'retarget', unit: 'a', to: 'b' }],
  ['redate 2030-Q1', { how: 'redate', on: '2030-Q1' }],
  ['recode hsa S1 S2', { how: 'recode', scheme: 'hsa', code: 'S1', to: 'S2' }],
  ['recode hsa S1', { how: 'recode', scheme: 'hsa', code: 'S1', to: null }],
])('"%s" settles a step', (words, how) => {
  expect(readHow(words.split(' '))).toEqual(how);
});

test.each(['drop it', '0', '-1', '1.5', 'retarget a', 'retarget a b c', 'redate', 'recode hsa', 'later'])(
  '"%s" means nothing',
  (words) => {
    expect(readHow(words.split(' '))).toBeUndefined();
  },
);
