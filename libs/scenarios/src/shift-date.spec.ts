import { describe, expect, it } from '@jest/globals';
import {
  calendarOf,
  civilDate,
  dateOf,
  dayOf,
  impreciseDate,
  parseImpreciseDate,
  UNKNOWN_DATE,
  writtenParts,
  type Day,
} from '#temporal';
import { parseShift, shiftDate, type Shift } from './shift-date.js';
import { fc } from '../../../test/property/seeded.js';

function shiftOf(text: string): Shift {
  const parsed = parseShift(text);
  if (!parsed.ok) throw new Error(parsed.problem.message.en);
  return parsed.shift;
}

/** The shifted date as written, or the code of the problem. */
function shifted(on: string, by: string): string {
  const result = shiftDate(impreciseDate(on), shiftOf(by));
  return result.ok ? result.on.written : result.problem.code;
}

describe('a shift', () => {
  it.each([
    ['P14D', 'days', 14],
    ['-P14D', 'days', -14],
    ['P2W', 'days', 14],
    ['-P2W', 'days', -14],
    ['P3M', 'months', 3],
    ['-P3M', 'months', -3],
    ['P1Y', 'months', 12],
    ['-P10Y', 'months', -120],
    ['P007D', 'days', 7],
    ['-P0M', 'months', 0],
    ['P9999999D', 'days', 9999999],
  ])('written %s is of %s, %d', (text, unit, count) => {
    expect(parseShift(text)).toEqual({ ok: true, shift: { written: text, unit, count } });
  });

  it.each([
    '',
    'P',
    'P1',
    '14D',
    'p14d',
    '+P14D',
    'P-14D',
    '--P14D',
    'P1.5M',
    'P1M2D',
    'P1Y6M',
    'PT12H',
    'P14D ',
    ' P14D',
    'P14D\n',
    'P12345678D',
    'P١D',
  ])('is not what is written %j', (text) => {
    const parsed = parseShift(text);
    expect(parsed).toMatchObject({ ok: false, problem: { code: 'INVALID_SHIFT' } });
    expect(!parsed.ok && Object.keys(parsed.problem.message)).toEqual(['sv', 'en']);
  });
});

describe('a shifted day', () => {
  it.each([
    ['2021-03-01', 'P14D', '2021-03-15'],
    ['2021-03-01', '-P1D', '2021-02-28'],
    ['2020-03-01', '-P1D', '2020-02-29'],
    ['2021-12-31', 'P2W', '2022-01-14'],
    ['2021-01-15', 'P3M', '2021-04-15'],
    ['2021-01-15', '-P1M', '2020-12-15'],
    ['2021-01-31', 'P1M', '2021-02-28'],
    ['2020-01-31', 'P1M', '2020-02-29'],
    ['2021-03-31', '-P1M', '2021-02-28'],
    ['2021-05-31', 'P1M', '2021-06-30'],
    ['2021-02-28', 'P1M', '2021-03-28'],
    ['2020-02-29', 'P1Y', '2021-02-28'],
    ['2020-02-29', '-P4Y', '2016-02-29'],
    ['2021-12-31', 'P12M', '2022-12-31'],
    ['0001-01-02', '-P1D', '0001-01-01'],
    ['9999-12-30', 'P1D', '9999-12-31'],
  ])('%s by %s is %s', (on, by, expected) => {
    expect(shifted(on, by)).toBe(expected);
  });
});

describe('a shifted part of the calendar', () => {
  it.each([
    ['2021-11', 'P3M', '2022-02'],
    ['2021-01', '-P1M', '2020-12'],
    ['2021-01', 'P1Y', '2022-01'],
    ['2020-Q1', 'P3M', '2020-Q2'],
    ['2020-Q1', '-P3M', '2019-Q4'],
    ['2020-Q3', 'P1Y', '2021-Q3'],
    ['2020-36', 'P6M', '2021-34'],
    ['2020-39', 'P4M', '2021-37'],
    ['2020-40', 'P6M', '2020-41'],
    ['2020-40', '-P6M', '2019-41'],
    ['2017', 'P1Y', '2018'],
    ['2017', '-P24M', '2015'],
    ['2021-W08', 'P2W', '2021-W10'],
    ['2021-W08', '-P14D', '2021-W06'],
    ['2020-W53', 'P1W', '2021-W01'],
    ['2021-W01', '-P1W', '2020-W53'],
    ['2019-W52', 'P7D', '2020-W01'],
  ])('%s by %s is %s', (on, by, expected) => {
    expect(shifted(on, by)).toBe(expected);
  });

  it.each([
    ['2021-11', 'P14D'],
    ['2021-11', 'P4W'],
    ['2020-Q1', 'P1M'],
    ['2020-Q1', 'P13W'],
    ['2020-39', 'P3M'],
    ['2020-40', 'P3M'],
    ['2017', 'P6M'],
    ['2017', 'P365D'],
    ['2021-W08', 'P6D'],
    ['2021-W08', 'P1M'],
    ['2021-W08', 'P1Y'],
    ['2021-03-01/2021-05', 'P14D'],
    ['2021-W08/2021-05', 'P2W'],
    ['../2021', 'P6M'],
  ])('%s is not known as precisely as %s asks for', (on, by) => {
    const result = shiftDate(impreciseDate(on), shiftOf(by));
    expect(result).toMatchObject({ ok: false, problem: { code: 'SHIFT_DOES_NOT_FIT' } });
    for (const language of ['sv', 'en'] as const) {
      const message = result.ok ? '' : result.problem.message[language];
      expect([message.includes(on), message.includes(by)]).toEqual([true, true]);
    }
  });
});

describe('a shifted interval', () => {
  it.each([
    ['2021-03-01/2021-05-15', 'P14D', '2021-03-15/2021-05-29'],
    ['2021-03/2021-05', '-P3M', '2020-12/2021-02'],
    ['2019/2020-Q1', 'P1Y', '2020/2021-Q1'],
    ['2021-W08/2021-03-15', 'P1W', '2021-W09/2021-03-22'],
    ['2021-01-30/2021-01-31', 'P1M', '2021-02-28/2021-02-28'],
    ['../2021-03', 'P1M', '../2021-04'],
    ['2021-03-31/..', 'P1M', '2021-04-30/..'],
  ])('%s by %s is %s', (on, by, expected) => {
    expect(shifted(on, by)).toBe(expected);
  });
});

it('a date of which nothing is known stays so', () => {
  for (const by of ['P1D', 'P1W', '-P1M', 'P1Y']) {
    expect(shiftDate(UNKNOWN_DATE, shiftOf(by))).toEqual({ ok: true, on: UNKNOWN_DATE });
  }
});

it('everything is shifted by nothing', () => {
  for (const on of ['2021-03-01', '2021-W08', '2021-03', '2020-Q1', '2017', '2019/2020-Q1', '..']) {
    for (const by of ['P0D', '-P0W', 'P0M', '-P0Y']) expect(shifted(on, by)).toBe(on);
  }
});

it.each([
  ['9999-12-31', 'P1D'],
  ['0001-01-01', '-P1D'],
  ['9999-12-31', 'P9999999D'],
  ['0001-01-01', '-P9999999Y'],
  ['9999-12-15', 'P1M'],
  ['0001-01-15', '-P1M'],
  ['9999', 'P1Y'],
  ['0001', '-P1Y'],
  ['0001', '-P500Y'],
  ['9999-Q4', 'P3M'],
  ['9999-W51', 'P1W'],
  ['0001-W01', '-P1W'],
  ['2021-03-01/9999-12-31', 'P1D'],
  ['../9999', 'P1Y'],
])('%s by %s lies outside the calendar', (on, by) => {
  expect(shifted(on, by)).toBe('SHIFT_OUTSIDE_CALENDAR');
});

const year = fc.integer({ min: 1, max: 9999 }).map((value) => String(value).padStart(4, '0'));
const anyDay = fc
  .integer({ min: dayOf(civilDate('0001-01-01')), max: dayOf(civilDate('9999-12-31')) })
  .map((day) => dateOf(day as Day) as string);
const oneOf = (suffixes: readonly string[]) =>
  fc.tuple(year, fc.constantFrom(...suffixes)).map(([of, suffix]) => of + suffix);
const numbered = (mark: string, count: number) =>
  Array.from(
    { length: count },
    (_, index) => `-${mark}${String(index + 1).padStart(mark === 'Q' ? 1 : 2, '0')}`,
  );
const anyWeek = oneOf(numbered('W', 53)).filter((text) => parseImpreciseDate(text).ok);
const anyPartOfYear = fc.oneof(
  year,
  oneOf(numbered('', 12)),
  oneOf(numbered('Q', 4)),
  oneOf(['-33', '-34', '-35', '-36', '-37', '-38', '-39', '-40', '-41']),
);
const anyPart = fc.oneof(anyDay, anyWeek, anyPartOfYear);
const anyInterval = fc
  .tuple(fc.option(anyPart, { nil: '..' }), fc.option(anyPart, { nil: '..' }))
  .map((ends) => ends.join('/'))
  .filter((text) => parseImpreciseDate(text).ok);
const anyWritten = fc.oneof(anyPart, anyInterval, fc.constant('..'));
const anyCount = fc.oneof(fc.nat(30), fc.nat(20_000));
const anyShift = fc
  .tuple(fc.constantFrom('', '-'), anyCount, fc.constantFrom('D', 'W', 'M', 'Y'))
  .map(([sign, count, letter]) => `${sign}P${count}${letter}`);
const opposite = (by: string) => (by.startsWith('-') ? by.slice(1) : `-${by}`);

/** Checks what holds of each date that can be shifted by the shift; most draws can. */
function whereShifted(
  dates: fc.Arbitrary<string>,
  shifts: fc.Arbitrary<string>,
  law: (before: string, by: string, after: string) => void,
): void {
  let shiftedCount = 0;
  fc.assert(
    fc.property(dates, shifts, (before, by) => {
      const result = shiftDate(impreciseDate(before), shiftOf(by));
      if (!result.ok) return;
      shiftedCount += 1;
      law(before, by, result.on.written);
    }),
    { numRuns: 500 },
  );
  expect(shiftedCount).toBeGreaterThan(50);
}

describe('any shifted date', () => {
  it('of a day by days comes so many days later, and back to itself', () => {
    const days = anyShift.filter((by) => /[DW]$/.test(by));
    whereShifted(anyDay, days, (before, by, after) => {
      expect(impreciseDate(after).earliest - impreciseDate(before).earliest).toBe(shiftOf(by).count);
      expect(shifted(after, opposite(by))).toBe(before);
    });
  });

  it('of a day by months keeps its day of the month, or is the last day of a shorter month', () => {
    const months = anyShift.filter((by) => /[MY]$/.test(by));
    whereShifted(anyDay, months, (before, by, after) => {
      const [was, is] = [before, after].map((text) => calendarOf(impreciseDate(text).earliest));
      expect((is!.year - was!.year) * 12 + is!.month - was!.month).toBe(shiftOf(by).count);
      const next = calendarOf((impreciseDate(after).earliest + 1) as Day);
      if (next.month === is!.month) expect(is!.dayOfMonth).toBe(was!.dayOfMonth);
      else expect(is!.dayOfMonth).toBeLessThanOrEqual(was!.dayOfMonth);
    });
  });

  it('of a week is a week so many days later, and shifts back to itself', () => {
    const weeks = fc.oneof(
      fc.integer({ min: -5000, max: 5000 }).map((count) => `${count < 0 ? '-' : ''}P${Math.abs(count)}W`),
      fc.integer({ min: 0, max: 500 }).map((count) => `P${count * 7}D`),
    );
    whereShifted(anyWeek, weeks, (before, by, after) => {
      const [was, is] = [impreciseDate(before), impreciseDate(after)];
      expect([is.precision, is.latest - is.earliest]).toEqual(['week', 6]);
      expect(is.earliest - was.earliest).toBe(shiftOf(by).count);
      expect(shifted(after, opposite(by))).toBe(before);
    });
  });

  it('of a part of the year begins so many months later, and shifts back to itself', () => {
    const months = anyShift.filter((by) => /[MY]$/.test(by));
    whereShifted(anyPartOfYear, months, (before, by, after) => {
      const [was, is] = [before, after].map((text) => calendarOf(impreciseDate(text).earliest));
      expect((is!.year - was!.year) * 12 + is!.month - was!.month).toBe(shiftOf(by).count);
      expect(is!.dayOfMonth).toBe(1);
      expect(shifted(after, opposite(by))).toBe(before);
    });
  });

  it('is written in the same way, with the same precision at each end', () => {
    const kinds = (text: string) => {
      const parts = writtenParts(impreciseDate(text));
      return 'precision' in parts
        ? parts.precision
        : [parts.from?.precision ?? null, parts.to?.precision ?? null];
    };
    const lookOf = (text: string) => text.replace(/\d/g, '0');
    whereShifted(anyWritten, anyShift, (before, _, after) => {
      expect([kinds(after), lookOf(after)]).toEqual([kinds(before), lookOf(before)]);
    });
  });

  it('of an interval by one of its ends is what each end is by itself', () => {
    whereShifted(anyInterval, anyShift, (before, by, after) => {
      const ends = before.split('/').map((end) => (end === '..' ? end : shifted(end, by)));
      expect(after).toBe(ends.join('/'));
    });
  });

  it('is refused with a reason if it is none', () => {
    const codes = new Set<string>();
    fc.assert(
      fc.property(anyWritten, anyShift, (on, by) => {
        const result = shiftDate(impreciseDate(on), shiftOf(by));
        if (!result.ok) codes.add(result.problem.code);
      }),
      { numRuns: 500 },
    );
    expect([...codes].sort()).toEqual(['SHIFT_DOES_NOT_FIT', 'SHIFT_OUTSIDE_CALENDAR']);
  });
});
