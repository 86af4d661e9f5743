import { describe, expect, it } from '@jest/globals';
import { civilDate, dateOf, dayOf } from '#temporal';
import { easterSunday, isDayOfRest, publicHoliday, weekdayFrom, weekdayOf } from './swedish-holidays.js';

const day = (date: string) => dayOf(civilDate(date));
const isRest = (date: string) => isDayOfRest(day(date));

describe('Easter Sunday', () => {
  it.each([
    '1961-04-02',
    '2000-04-23',
    '2008-03-23',
    '2011-04-24',
    '2018-04-01',
    '2021-04-04',
    '2024-03-31',
    '2025-04-20',
    '2038-04-25',
    '2285-03-22',
  ])('%s', (date) => {
    expect(dateOf(easterSunday(Number(date.slice(0, 4))))).toBe(date);
  });

  it('is a Sunday from 22 March to 25 April in every year from 1583 to 3000', () => {
    const odd: string[] = [];
    for (let year = 1583; year <= 3000; year++) {
      const easter = easterSunday(year);
      const date = dateOf(easter).slice(5);
      if (weekdayOf(easter) !== 6 || date < '03-22' || date > '04-25') odd.push(dateOf(easter));
    }
    expect(odd).toEqual([]);
  });
});

describe('a public holiday', () => {
  it.each([
    ['2021-01-01', 'nyårsdagen'],
    ['2021-01-06', 'trettondedag jul'],
    ['2021-04-02', 'långfredagen'],
    ['2021-04-04', 'påskdagen'],
    ['2021-04-05', 'annandag påsk'],
    ['2021-05-01', 'första maj'],
    ['2021-05-13', 'Kristi himmelsfärdsdag'],
    ['2021-05-23', 'pingstdagen'],
    ['2021-06-06', 'nationaldagen'],
    ['2021-06-26', 'midsommardagen'],
    ['2023-06-24', 'midsommardagen'],
    ['2020-06-20', 'midsommardagen'],
    ['2021-11-06', 'alla helgons dag'],
    ['2020-10-31', 'alla helgons dag'],
    ['2023-11-04', 'alla helgons dag'],
    ['2021-12-25', 'juldagen'],
    ['2021-12-26', 'annandag jul'],
    ['2004-05-31', 'annandag pingst'],
  ])('%s is %s', (date, name) => {
    expect(publicHoliday(day(date))?.sv).toBe(name);
  });

  it.each(['2021-05-24', '2004-06-06', '2021-06-19', '2021-10-30', '2021-11-13', '2021-12-24', '2021-06-25'])(
    '%s is none',
    (date) => {
      expect(publicHoliday(day(date))).toBeUndefined();
    },
  );
});

describe('a day of rest', () => {
  it('is also a Saturday, a Sunday, Midsummer Eve, Christmas Eve and New Year’s Eve', () => {
    const eves = ['2023-06-23', '2020-06-19', '2021-12-24', '2021-12-31'];
    expect([...eves, '2021-03-13', '2021-03-14'].filter((date) => !isRest(date))).toEqual([]);
  });

  it('is not the eve of another holiday', () => {
    const worked = ['2021-04-01', '2021-04-30', '2021-01-05', '2023-06-16', '2021-06-18', '2023-11-03'];
    expect(worked.filter(isRest)).toEqual([]);
  });

  it('is followed by the next weekday, over several in a row', () => {
    expect(dateOf(weekdayFrom(day('2021-04-02')))).toBe('2021-04-06');
    expect(dateOf(weekdayFrom(day('2023-12-23')))).toBe('2023-12-27');
    expect(dateOf(weekdayFrom(day('2021-12-31')))).toBe('2022-01-03');
    expect(dateOf(weekdayFrom(day('2021-03-15')))).toBe('2021-03-15');
  });
});
