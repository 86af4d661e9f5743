import { describe, expect, test } from '@jest/globals';
import { dayMeant } from './day-meant.js';

describe('the last day that a date can mean', () => {
  test.each([
    ['2021-03-01', '2021-03-01'],
    ['2021-02', '2021-02-28'],
    ['2020-Q1', '2020-03-31'],
    ['2020-33', '2020-03-31'],
    ['2020-36', '2020-12-31'],
    ['2020-40', '2020-06-30'],
    ['2021-W08', '2021-02-28'],
    ['2017', '2017-12-31'],
    ['2021-03/2021-05', '2021-05-31'],
    ['../2020-04-21', '2020-04-21'],
  ])('%s: %s', (written, day) => expect(dayMeant(written)).toBe(day));

  test.each(['', 'soon', '2021-02-30', '2021-13', '2021-W60', '..', '2021/..', 'x/2021'])(
    '%j has none',
    (written) => expect(dayMeant(written)).toBeNull(),
  );
});
