import { describe, expect, it } from '@jest/globals';
import { describeImpreciseDate } from './describe-imprecise-date.js';
import { impreciseDate } from './imprecise-date.js';

describe('an imprecise date in words', () => {
  it.each([
    ['2021-03-01', 'den 1 mars 2021', 'on 1 March 2021'],
    ['2021-03-01/2021-03-01', 'den 1 mars 2021', 'on 1 March 2021'],
    ['2021-03', 'under mars 2021', 'during March 2021'],
    ['2021', 'under 2021', 'during 2021'],
    ['2021-W08', 'vecka 8 2021', 'in week 8 of 2021'],
    ['2020-Q1', 'första kvartalet 2020', 'in the first quarter of 2020'],
    ['2020-36', 'fjärde kvartalet 2020', 'in the fourth quarter of 2020'],
    ['2020-39', 'tredje tertialet 2020', 'in the third four-month period of 2020'],
    ['2020-41', 'andra halvåret 2020', 'in the second half of 2020'],
    ['2021-03/2021-05-15', 'mellan mars 2021 och 15 maj 2021', 'between March 2021 and 15 May 2021'],
    ['2020-Q4/2022', 'mellan fjärde kvartalet 2020 och 2022', 'between the fourth quarter of 2020 and 2022'],
    ['../2021-06-30', 'senast 30 juni 2021', 'no later than 30 June 2021'],
    ['../2021-W08', 'senast vecka 8 2021', 'no later than week 8 of 2021'],
    ['2021-12/..', 'tidigast december 2021', 'no earlier than December 2021'],
    ['..', 'okänt datum', 'date unknown'],
  ])('%s is "%s", "%s"', (written, swedish, english) => {
    const date = impreciseDate(written);
    expect(describeImpreciseDate(date, 'sv')).toBe(swedish);
    expect(describeImpreciseDate(date, 'en')).toBe(english);
  });
});
