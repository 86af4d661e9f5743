import { describe, expect, it } from '@jest/globals';
import { FIRST_DAY, LAST_DAY, civilDate, dateOf, dayOf, sqlDate, type Day } from './civil-date.js';
import {
  impreciseDate,
  isUnknown,
  parseImpreciseDate,
  UNKNOWN_DATE,
  writtenParts,
} from './imprecise-date.js';
import { fc } from '../../../test/property/seeded.js';

describe('an imprecise date', () => {
  it.each([
    ['2021-03-01', 'day', '2021-03-01', '2021-03-01'],
    ['2021-02', 'month', '2021-02-01', '2021-02-28'],
    ['2020-02', 'month', '2020-02-01', '2020-02-29'],
    ['2021-12', 'month', '2021-12-01', '2021-12-31'],
    ['2020-Q1', 'quarter', '2020-01-01', '2020-03-31'],
    ['2020-Q4', 'quarter', '2020-10-01', '2020-12-31'],
    ['2020-33', 'quarter', '2020-01-01', '2020-03-31'],
    ['2020-34', 'quarter', '2020-04-01', '2020-06-30'],
    ['2020-35', 'quarter', '2020-07-01', '2020-09-30'],
    ['2020-36', 'quarter', '2020-10-01', '2020-12-31'],
    ['2020-37', 'fourMonths', '2020-01-01', '2020-04-30'],
    ['2020-38', 'fourMonths', '2020-05-01', '2020-08-31'],
    ['2020-39', 'fourMonths', '2020-09-01', '2020-12-31'],
    ['2020-40', 'halfYear', '2020-01-01', '2020-06-30'],
    ['2020-41', 'halfYear', '2020-07-01', '2020-12-31'],
    ['2021-W08', 'week', '2021-02-22', '2021-02-28'],
    ['2020-W53', 'week', '2020-12-28', '2021-01-03'],
    ['2020-W01', 'week', '2019-12-30', '2020-01-05'],
    ['2017', 'year', '2017-01-01', '2017-12-31'],
    ['0001-W01', 'week', '0001-01-01', '0001-01-07'],
    ['9999-W51', 'week', '9999-12-20', '9999-12-26'],
    ['2021-03-01/2021-05-15', 'interval', '2021-03-01', '2021-05-15'],
    ['2021-W08/2021-04', 'interval', '2021-02-22', '2021-04-30'],
    ['2019/2020-Q1', 'interval', '2019-01-01', '2020-03-31'],
    ['2021/2021-03', 'interval', '2021-01-01', '2021-03-31'],
    ['../2021-03', 'interval', '-infinity', '2021-03-31'],
    ['2021-03/..', 'interval', '2021-03-01', 'infinity'],
    ['..', 'interval', '-infinity', 'infinity'],
  ])('%s is a %s from %s to %s', (written, precision, earliest, latest) => {
    const date = impreciseDate(written);
    expect({ ...date, earliest: sqlDate(date.earliest), latest: sqlDate(date.latest) }).toEqual({
      written,
      precision,
      earliest,
      latest,
      precise: earliest === latest,
    });
  });

  it('is precise when only one day is possible, however it is written', () => {
    expect(impreciseDate('2021-03-01').precise).toBe(true);
    expect(impreciseDate('2021-03-01/2021-03-01').precise).toBe(true);
    expect(impreciseDate('2021-03').precise).toBe(false);
  });

  it('is unknown only when nothing is said of it', () => {
    expect(impreciseDate('..')).toEqual(UNKNOWN_DATE);
    expect(writtenParts(UNKNOWN_DATE)).toEqual({ from: null, to: null });
    expect(['..', '../2021', '2021/..', '2021'].map((text) => isUnknown(impreciseDate(text)))).toEqual([
      true,
      false,
      false,
      false,
    ]);
  });

  it('of any readable kind prints as it was written, and is earliest before it is latest', () => {
    fc.assert(
      fc.property(anyWritten, (text) => {
        const parsed = parseImpreciseDate(text);
        if (!parsed.ok) {
          expect(text.includes('/') && parsed.problem.code === 'INVALID_INTERVAL').toBe(true);
          return;
        }
        expect(parsed.value.written).toBe(text);
        expect(parsed.value.earliest).toBeLessThanOrEqual(parsed.value.latest);
      }),
      { numRuns: 2000 },
    );
  });
});

describe('an ISO week', () => {
  it('holds exactly the days another computation puts in it', () => {
    fc.assert(
      fc.property(fc.integer({ min: FIRST_DAY, max: LAST_DAY - 7 }), (day) => {
        const { weekYear, week } = weekByThursday(day);
        const date = impreciseDate(`${pad(weekYear, 4)}-W${pad(week, 2)}`);
        expect(date.earliest).toBeLessThanOrEqual(day);
        expect(date.latest).toBeGreaterThanOrEqual(day);
        expect(date.latest - date.earliest).toBe(6);
      }),
      { numRuns: 5000 },
    );
  });

  it('numbered 53 exists in just those years whose last days another computation puts there', () => {
    const disagreeing: number[] = [];
    for (let year = 1600; year <= 2400; year++) {
      const has53 = weekByThursday(dayOf(civilDate(`${year}-12-31`))).week === 53;
      if (parseImpreciseDate(`${year}-W53`).ok !== has53) disagreeing.push(year);
    }
    expect(disagreeing).toEqual([]);
  });
});

describe('a text that is no imprecise date', () => {
  it.each([
    ['2021-02-29', 'INVALID_DATE', 'does not exist in the calendar'],
    ['0000-00-00', 'INVALID_DATE', 'does not exist in the calendar'],
    ['0000', 'INVALID_DATE', 'does not exist in the calendar'],
    ['2021-00', 'INVALID_DATE', 'does not exist in the calendar'],
    ['2021-13', 'INVALID_DATE', 'does not exist in the calendar'],
    ['2021-42', 'INVALID_DATE', 'does not exist in the calendar'],
    ['2021-W00', 'INVALID_DATE', 'does not exist in the calendar'],
    ['2021-W53', 'INVALID_DATE', 'does not exist in the calendar'],
    ['2020-W54', 'INVALID_DATE', 'does not exist in the calendar'],
    ['9999-W52', 'INVALID_DATE', 'does not exist in the calendar'],
    ['2021-21', 'INVALID_DATE', 'is a season'],
    ['2021-24', 'INVALID_DATE', 'is a season'],
    ['2021-25', 'INVALID_DATE', 'is a season'],
    ['2021~', 'INVALID_DATE', 'approximate or uncertain'],
    ['2021-03?', 'INVALID_DATE', 'approximate or uncertain'],
    ['2021-03-01%', 'INVALID_DATE', 'approximate or uncertain'],
    ['?2021-03', 'INVALID_DATE', 'approximate or uncertain'],
    ['2021-XX', 'INVALID_DATE', 'leaves digits out'],
    ['20XX', 'INVALID_DATE', 'leaves digits out'],
    ['2021-03-XX', 'INVALID_DATE', 'leaves digits out'],
    ['2021-03-01T10:00', 'INVALID_DATE', 'has a time of day'],
    ['2021-Q5', 'INVALID_DATE', 'is not a date'],
    ['2021-Q0', 'INVALID_DATE', 'is not a date'],
    ['2021-q1', 'INVALID_DATE', 'is not a date'],
    ['2021-W8', 'INVALID_DATE', 'is not a date'],
    ['2021-W08-1', 'INVALID_DATE', 'is not a date'],
    ['2021W08', 'INVALID_DATE', 'is not a date'],
    ['2021-3', 'INVALID_DATE', 'is not a date'],
    ['21', 'INVALID_DATE', 'is not a date'],
    ['-2021', 'INVALID_DATE', 'is not a date'],
    ['Y12021', 'INVALID_DATE', 'is not a date'],
    ['infinity', 'INVALID_DATE', 'is not a date'],
    ['...', 'INVALID_DATE', 'is not a date'],
    [' ..', 'INVALID_DATE', 'is not a date'],
    ['', 'INVALID_DATE', 'is not a date'],
    [' 2021', 'INVALID_DATE', 'is not a date'],
    ['2021\n', 'INVALID_DATE', 'is not a date'],
    ['２０２１', 'INVALID_DATE', 'is not a date'],
    ['2021-03-01;drop', 'INVALID_DATE', 'is not a date'],
    ['../..', 'INVALID_INTERVAL', 'says nothing'],
    ['/', 'INVALID_INTERVAL', 'is not an interval'],
    ['2021/', 'INVALID_INTERVAL', 'is not an interval'],
    ['/2021', 'INVALID_INTERVAL', 'is not an interval'],
    ['2021/2022/2023', 'INVALID_INTERVAL', 'is not an interval'],
    ['2021-03-02/2021-03-01', 'INVALID_INTERVAL', 'ends before it begins'],
    ['2021-03/2021-02', 'INVALID_INTERVAL', 'ends before it begins'],
    ['2022/2021-W51', 'INVALID_INTERVAL', 'ends before it begins'],
    ['2021 / 2022', 'INVALID_DATE', 'is not a date'],
    ['2021-21/2022', 'INVALID_DATE', 'is a season'],
    ['2021/2022~', 'INVALID_DATE', 'approximate or uncertain'],
    ['2021/2022-02-30', 'INVALID_DATE', 'does not exist in the calendar'],
  ])('%j is refused: %s, %s', (text, code, reason) => {
    const parsed = parseImpreciseDate(text);
    if (parsed.ok) throw new Error(`${text} was accepted`);
    expect(parsed.problem.code).toBe(code);
    expect(parsed.problem.message.en).toContain(reason);
    expect(parsed.problem.message.sv).not.toBe('');
    expect(() => impreciseDate(text)).toThrow(RangeError);
  });

  it('of ten million characters is refused at once', () => {
    const parsed = parseImpreciseDate('2021-'.repeat(2_000_000));
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'INVALID_DATE' } });
    if (!parsed.ok) expect(parsed.problem.message.en.length).toBeLessThan(200);
  });
});

function pad(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

/** Independent of the code under test: a week belongs to the year of its Thursday; counted day by day. */
function weekByThursday(day: number): { weekYear: number; week: number } {
  const date = new Date(day * 86_400_000);
  const thursday = day + 4 - (date.getUTCDay() || 7);
  const weekYear = new Date(thursday * 86_400_000).getUTCFullYear();
  const newYear = new Date(0);
  newYear.setUTCFullYear(weekYear, 0, 1);
  return { weekYear, week: Math.floor((thursday - newYear.getTime() / 86_400_000) / 7) + 1 };
}

const anyYear = fc.integer({ min: 1, max: 9998 }).map((year) => pad(year, 4));
const anyPart = fc.oneof(
  anyYear,
  fc.integer({ min: FIRST_DAY, max: LAST_DAY }).map((day) => dateOf(day as Day)),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}-${pad(month, 2)}`),
  fc.tuple(anyYear, fc.integer({ min: 33, max: 41 })).map(([year, code]) => `${year}-${code}`),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 4 })).map(([year, quarter]) => `${year}-Q${quarter}`),
  fc.tuple(anyYear, fc.integer({ min: 1, max: 52 })).map(([year, week]) => `${year}-W${pad(week, 2)}`),
);
const anyWritten = fc.oneof(
  anyPart,
  anyPart.map((part) => `../${part}`),
  anyPart.map((part) => `${part}/..`),
  fc.tuple(anyPart, anyPart).map(([from, to]) => `${from}/${to}`),
);
