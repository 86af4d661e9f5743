import { describe, expect, it } from '@jest/globals';
import {
  FIRST_DAY,
  LAST_DAY,
  NO_BEGINNING,
  NO_END,
  addDays,
  civilDate,
  dateOf,
  dayAfter,
  dayBefore,
  dayOf,
  dayOfSql,
  parseCivilDate,
  sqlDate,
  type Day,
} from './civil-date.js';
import { fc } from '../../../test/property/seeded.js';

/** Independent of the code under test: JavaScript's own calendar. */
function dateByJavaScript(day: number): string {
  return new Date(day * 86_400_000).toISOString().slice(0, 10);
}

const anyDay = fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((day) => day as Day);

describe('day numbers', () => {
  it('count from 1970-01-01', () => {
    expect(dayOf(civilDate('1970-01-01'))).toBe(0);
    expect(dayOf(civilDate('1969-12-31'))).toBe(-1);
    expect(dayOf(civilDate('2000-03-01'))).toBe(11017);
    expect(dayOf(civilDate('0001-01-01'))).toBe(FIRST_DAY);
    expect(dayOf(civilDate('9999-12-31'))).toBe(LAST_DAY);
  });

  it('agree with another calendar on every day from 1899 to 2101, both ways', () => {
    const wrong: string[] = [];
    for (
      let day = dayOf(civilDate('1899-01-01'));
      day <= dayOf(civilDate('2101-12-31'));
      day = dayAfter(day)
    ) {
      const date = dateOf(day);
      if (date !== dateByJavaScript(day) || dayOf(date) !== day) wrong.push(date);
    }
    expect(wrong).toEqual([]);
  });

  it('agree with another calendar on days from 0001 to 9999, both ways', () => {
    fc.assert(
      fc.property(anyDay, (day) => {
        expect(dateOf(day)).toBe(dateByJavaScript(day));
        expect(dayOf(dateOf(day))).toBe(day);
        expect(parseCivilDate(dateOf(day))).toEqual({ ok: true, value: dateByJavaScript(day) });
      }),
      { numRuns: 5000 },
    );
  });

  it('order as their dates do', () => {
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        expect(dateOf(a) < dateOf(b)).toBe(a < b);
      }),
    );
  });

  it.each([FIRST_DAY - 1, LAST_DAY + 1, 0.5, NaN, Infinity, -Infinity])('have no date at %p', (day) => {
    expect(() => dateOf(day as Day)).toThrow(RangeError);
  });
});

describe('addDays', () => {
  it('crosses months, leap days and years', () => {
    expect(addDays(civilDate('2020-02-28'), 1)).toBe('2020-02-29');
    expect(addDays(civilDate('2021-02-28'), 1)).toBe('2021-03-01');
    expect(addDays(civilDate('2021-01-01'), -1)).toBe('2020-12-31');
    expect(addDays(civilDate('2021-01-01'), 365)).toBe('2022-01-01');
  });

  it('does not leave the calendar', () => {
    expect(() => addDays(civilDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addDays(civilDate('0001-01-01'), -1)).toThrow(RangeError);
  });

  it('leaves an open end open', () => {
    expect(dayAfter(NO_END)).toBe(NO_END);
    expect(dayBefore(NO_BEGINNING)).toBe(NO_BEGINNING);
  });
});

describe('a date', () => {
  it.each(['2020-02-29', '2000-02-29', '2021-04-30', '0001-01-01', '9999-12-31'])('can be %s', (text) => {
    expect(parseCivilDate(text)).toEqual({ ok: true, value: text });
  });

  it.each([
    '2021-02-29',
    '1900-02-29',
    '2021-04-31',
    '2021-13-01',
    '2021-00-10',
    '2021-01-00',
    '2021-01-32',
    '0000-00-00',
    '0000-01-01',
  ])('that does not exist is refused: %s', (text) => {
    const parsed = parseCivilDate(text);
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'INVALID_DATE', text } });
    expect(parsed).toMatchObject({
      problem: { message: { en: `The date "${text}" does not exist in the calendar.` } },
    });
  });

  it.each([
    '',
    'infinity',
    '-infinity',
    'today',
    ' 2021-03-01',
    '2021-03-01 ',
    '2021-03-01\n',
    '2021-03-0１',
    '٢٠٢١-٠٣-٠١',
    '+2021-03-01',
    '-021-03-01',
    '2021-3-1',
    '20210301',
    '2021/03/01',
    '2021-03-01T00:00:00Z',
    '12021-03-01',
    '2021-03',
    '2021‐03‐01',
  ])('is not written %j', (text) => {
    expect(parseCivilDate(text)).toMatchObject({ ok: false, problem: { code: 'INVALID_DATE' } });
    expect(() => civilDate(text)).toThrow(RangeError);
  });

  it('is refused in both languages, without repeating what could deceive or flood a reader', () => {
    const parsed = parseCivilDate('\u202e\u0000' + 'x'.repeat(1_000_000));
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problem.text).toBe(`\\u{202e}\\u{0}${'x'.repeat(58)}…`);
    expect(parsed.problem.message.sv).toContain('skriv ÅÅÅÅ-MM-DD');
    expect(parsed.problem.message.en).toContain('write YYYY-MM-DD');
  });
});

describe('PostgreSQL’s dates', () => {
  it('are read as they are written', () => {
    fc.assert(
      fc.property(fc.oneof(anyDay, fc.constant(NO_END), fc.constant(NO_BEGINNING)), (day) => {
        expect(dayOfSql(sqlDate(day))).toBe(day);
      }),
    );
  });

  it('spell open ends infinity', () => {
    expect(sqlDate(NO_END)).toBe('infinity');
    expect(sqlDate(NO_BEGINNING)).toBe('-infinity');
    expect(sqlDate(dayOf(civilDate('0044-03-15')))).toBe('0044-03-15');
  });

  it.each(['0044-03-15 BC', '10000-01-01', 'Infinity', ''])(
    'outside the calendar are a fault: %j',
    (text) => {
      expect(() => dayOfSql(text)).toThrow(RangeError);
    },
  );
});
