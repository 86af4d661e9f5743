import type { Brand } from './brand.js';
import { accepted, refused, valueOf, type Parsed } from './parsed.js';

/**
 * A calendar date 'YYYY-MM-DD', years 0001 to 9999, proleptic Gregorian, without time zone.
 * Compares with `<` in date order.
 */
export type CivilDate = Brand<string, 'CivilDate'>;

/** Days since 1970-01-01; ±Infinity is an end left open. */
export type Day = Brand<number, 'Day'>;

/** 0001-01-01 */
export const FIRST_DAY = -719162 as Day;
/** 9999-12-31 */
export const LAST_DAY = 2932896 as Day;
/** Before every day: no beginning. */
export const NO_BEGINNING = -Infinity as Day;
/** After every day: no end. */
export const NO_END = Infinity as Day;

/** Reads a date written exactly YYYY-MM-DD that exists in the calendar. Problem: INVALID_DATE. */
export function parseCivilDate(text: string): Parsed<CivilDate> {
  if (hasDateShape(text)) {
    const year = digits(text, 0, 4);
    const month = digits(text, 5, 7);
    const day = digits(text, 8, 10);
    if (year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)) {
      return accepted(text as CivilDate);
    }
    return refused('INVALID_DATE', text, (shown) => ({
      sv: `Datumet ”${shown}” finns inte i kalendern.`,
      en: `The date "${shown}" does not exist in the calendar.`,
    }));
  }
  return refused('INVALID_DATE', text, (shown) => ({
    sv: `”${shown}” är inte ett datum: skriv ÅÅÅÅ-MM-DD, till exempel 2021-03-01.`,
    en: `"${shown}" is not a date: write YYYY-MM-DD, such as 2021-03-01.`,
  }));
}

/** A date known to be right, such as a literal. @throws RangeError if it is not a date */
export function civilDate(text: string): CivilDate {
  return valueOf(parseCivilDate(text));
}

/** The day number of a date. */
export function dayOf(date: CivilDate): Day {
  return dayOfCalendar(digits(date, 0, 4), digits(date, 5, 7), digits(date, 8, 10));
}

/** The date of a day number. @throws RangeError outside 0001-01-01 to 9999-12-31, so also for an open end */
export function dateOf(day: Day): CivilDate {
  if (!(day >= FIRST_DAY && day <= LAST_DAY) || !Number.isInteger(day)) {
    throw new RangeError(`day ${day} is not a date between 0001-01-01 and 9999-12-31`);
  }
  const { year, month, dayOfMonth } = calendarOf(day);
  return (padded(year, 4) + '-' + padded(month, 2) + '-' + padded(dayOfMonth, 2)) as CivilDate;
}

/** The date so many days later, or earlier if negative. @throws RangeError past either end of the calendar */
export function addDays(date: CivilDate, days: number): CivilDate {
  return dateOf((dayOf(date) + days) as Day);
}

/** The next day; an open end stays open. */
export function dayAfter(day: Day): Day {
  return (day + 1) as Day;
}

/** The day before; an open end stays open. */
export function dayBefore(day: Day): Day {
  return (day - 1) as Day;
}

/** As PostgreSQL spells a `date`: 'infinity' and '-infinity' for open ends. */
export function sqlDate(day: Day): string {
  if (day === Infinity) return 'infinity';
  if (day === -Infinity) return '-infinity';
  return dateOf(day);
}

/** Reads PostgreSQL's text of a `date`. @throws RangeError if it is none, or lies outside 0001 to 9999 */
export function dayOfSql(text: string): Day {
  if (text === 'infinity') return NO_END;
  if (text === '-infinity') return NO_BEGINNING;
  return dayOf(civilDate(text));
}

/** The year, month (1–12) and day of the month (1–31) of a day that is not an open end. */
export function calendarOf(day: Day): { year: number; month: number; dayOfMonth: number } {
  // Years begin on 1 March here, so that the leap day comes last: H. Hinnant, "chrono-compatible
  // low-level date algorithms", civil_from_days.
  const shifted = day + 719468;
  const era = Math.floor(shifted / 146097);
  const dayOfEra = shifted - era * 146097;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36524) - Math.floor(dayOfEra / 146096)) /
      365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + (yearOfEra >> 2) - Math.floor(yearOfEra / 100));
  const monthFromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const dayOfMonth = dayOfYear - Math.floor((153 * monthFromMarch + 2) / 5) + 1;
  const month = monthFromMarch < 10 ? monthFromMarch + 3 : monthFromMarch - 9;
  return { year: yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth };
}

/** The day number of a year, month (1–12) and day of the month, which must exist (days_from_civil, as above). */
export function dayOfCalendar(year: number, month: number, dayOfMonth: number): Day {
  const yearFromMarch = month <= 2 ? year - 1 : year;
  const era = Math.floor(yearFromMarch / 400);
  const yearOfEra = yearFromMarch - era * 400;
  const monthFromMarch = month > 2 ? month - 3 : month + 9;
  const dayOfYear = Math.floor((153 * monthFromMarch + 2) / 5) + dayOfMonth - 1;
  const dayOfEra = yearOfEra * 365 + (yearOfEra >> 2) - Math.floor(yearOfEra / 100) + dayOfYear;
  return (era * 146097 + dayOfEra - 719468) as Day;
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return isLeapYear(year) ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function isLeapYear(year: number): boolean {
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
}

const ZERO = 48;
const NINE = 57;
const HYPHEN = 45;

function hasDateShape(text: string): boolean {
  if (text.length !== 10) return false;
  for (let index = 0; index < 10; index++) {
    const code = text.charCodeAt(index);
    if (index === 4 || index === 7) {
      if (code !== HYPHEN) return false;
    } else if (code < ZERO || code > NINE) return false;
  }
  return true;
}

function digits(text: string, from: number, to: number): number {
  let value = 0;
  for (let index = from; index < to; index++) value = value * 10 + text.charCodeAt(index) - ZERO;
  return value;
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}
