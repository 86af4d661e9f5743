import { expect, it } from '@jest/globals';
import { dateField, dateInWords } from './fields.js';

it.each([
  ['2021-10-20', true],
  ['2021', true],
  ['../2021-12', true],
  ['..', false],
  ['../..', false],
  ['20 oktober 2021', false],
])('a date that is known at all: %s is one: %s', (written, accepted) => {
  expect(dateField.safeParse(written).success).toBe(accepted);
});

it('is said in both languages', () => {
  expect(dateInWords('2021')).toEqual({ sv: 'under 2021', en: 'during 2021' });
});
