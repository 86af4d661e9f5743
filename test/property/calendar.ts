/**
 * The model's own calendar. A day is a whole number counted from 0001-01-01 = 1 (proleptic Gregorian).
 * Nothing here is shared with the product.
 */

const MONTH_LENGTHS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];

function isLeap(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

function lengthOfMonth(year: number, month: number): number {
  return month === 2 && isLeap(year) ? 29 : (MONTH_LENGTHS[month - 1] ?? 0);
}

function daysBeforeYear(year: number): number {
  const past = year - 1;
  return past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400);
}

function numberOf(year: number, month: number, date: number): number {
  let days = daysBeforeYear(year) + date;
  for (let earlier = 1; earlier < month; earlier += 1) days += lengthOfMonth(year, earlier);
  return days;
}

/** `YYYY-MM-DD` as a day; fails on a day that does not exist. */
export function dayOf(text: string): number {
  const window = windowOf(text);
  if (window === null || window.earliest !== window.latest) throw new Error(`${text} is not a day`);
  return window.earliest;
}

/** A day as `YYYY-MM-DD`. */
export function textOf(day: number): string {
  let year = Math.max(1, Math.floor(day / 366));
  while (daysBeforeYear(year + 1) < day) year += 1;
  let rest = day - daysBeforeYear(year);
  let month = 1;
  while (rest > lengthOfMonth(year, month)) {
    rest -= lengthOfMonth(year, month);
    month += 1;
  }
  const pad = (value: number, width: number): string => String(value).padStart(width, '0');
  return `${pad(year, 4)}-${pad(month, 2)}-${pad(rest, 2)}`;
}

/** The first and the last day that a written date can mean; an open end is infinite. */
export interface Window {
  readonly earliest: number;
  readonly latest: number;
}

function mondayOfWeekOne(year: number): number {
  const fourth = numberOf(year, 1, 4);
  return fourth - ((fourth - 1) % 7);
}

function monthsWindow(year: number, first: number, last: number): Window {
  return { earliest: numberOf(year, first, 1), latest: numberOf(year, last, lengthOfMonth(year, last)) };
}

function simpleWindow(text: string): Window | null {
  const week = /^(\d{4})-W(\d{2})$/.exec(text);
  if (week) {
    const [year, number] = [Number(week[1]), Number(week[2])];
    const monday = mondayOfWeekOne(year) + (number - 1) * 7;
    if (year < 1 || number < 1 || monday >= mondayOfWeekOne(year + 1)) return null;
    return { earliest: monday, latest: monday + 6 };
  }
  const quarter = /^(\d{4})-(?:Q([1-4])|3([3-6]))$/.exec(text);
  if (quarter) {
    const number = quarter[2] === undefined ? Number(quarter[3]) - 2 : Number(quarter[2]);
    return Number(quarter[1]) < 1 ? null : monthsWindow(Number(quarter[1]), number * 3 - 2, number * 3);
  }
  const parts = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(text);
  if (!parts) return null;
  const year = Number(parts[1]);
  if (year < 1) return null;
  if (parts[2] === undefined) return monthsWindow(year, 1, 12);
  const month = Number(parts[2]);
  if (month < 1 || month > 12) return null;
  if (parts[3] === undefined) return monthsWindow(year, month, month);
  const date = Number(parts[3]);
  if (date < 1 || date > lengthOfMonth(year, month)) return null;
  const day = numberOf(year, month, date);
  return { earliest: day, latest: day };
}

/**
 * Reads a date as the import format writes it: day, month, quarter (`2020-Q1` or `2020-33`), ISO week
 * (`2020-W08`), year, or an interval of two of these, either end open (`..`). `null` when it is none.
 */
export function windowOf(text: string): Window | null {
  const ends = text.split('/');
  if (ends.length === 1) return simpleWindow(text);
  const [from, to] = ends;
  if (ends.length !== 2 || from === undefined || to === undefined || (from === '..' && to === '..'))
    return null;
  const begin = from === '..' ? { earliest: -Infinity } : simpleWindow(from);
  const end = to === '..' ? { latest: Infinity } : simpleWindow(to);
  if (begin === null || end === null || begin.earliest > end.latest) return null;
  return { earliest: begin.earliest, latest: end.latest };
}
