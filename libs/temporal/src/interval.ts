import { NO_BEGINNING, NO_END, dayBefore, sqlDate, type Day } from './civil-date.js';
import { dayInWords } from './date-words.js';
import { accepted, refused, type Language, type Parsed } from './parsed.js';

/** The days from `from`, up to but not including `to`. Never empty. Either end may be open (±Infinity). */
export interface Interval {
  readonly from: Day;
  readonly to: Day;
}

/** Problem: INVALID_INTERVAL unless `from` is before `to`. */
export function interval(from: Day, to: Day): Parsed<Interval> {
  if (from < to) return accepted({ from, to });
  return refused('INVALID_INTERVAL', `${sqlDate(from)}/${sqlDate(to)}`, (shown) => ({
    sv: `Intervallet ”${shown}” är tomt: dagen det slutar före måste komma efter dagen det börjar.`,
    en: `The interval "${shown}" is empty: the day it ends before must come after the day it begins.`,
  }));
}

export function contains(interval: Interval, day: Day): boolean {
  return interval.from <= day && day < interval.to;
}

/** Whether some day lies in both; touching ends share none. */
export function overlaps(a: Interval, b: Interval): boolean {
  return a.from < b.to && b.from < a.to;
}

/** The days that lie in both, null if there are none. */
export function intersect(a: Interval, b: Interval): Interval | null {
  if (!overlaps(a, b)) return null;
  return { from: a.from > b.from ? a.from : b.from, to: a.to < b.to ? a.to : b.to };
}

/** The last day that is included ("t.o.m."): the one place where half-open turns inclusive. Infinity if open. */
export function lastDay(interval: Interval): Day {
  return dayBefore(interval.to);
}

/** 'fr.o.m. 1 januari 2020 t.o.m. 30 juni 2021', 'from 1 January 2020 to 30 June 2021 inclusive'. */
export function formatInterval(interval: Interval, language: Language): string {
  const swedish = language === 'sv';
  const last = lastDay(interval);
  const first = interval.from === NO_BEGINNING ? null : dayInWords(interval.from, language);
  const final = last === NO_END ? null : dayInWords(last, language);
  if (first === null && final === null) return swedish ? 'alltid' : 'always';
  if (final === null) return `${swedish ? 'fr.o.m.' : 'from'} ${first}`;
  if (first === null) return swedish ? `t.o.m. ${final}` : `up to and including ${final}`;
  if (first === final) return `${swedish ? 'den' : 'on'} ${first}`;
  return swedish ? `fr.o.m. ${first} t.o.m. ${final}` : `from ${first} to ${final} inclusive`;
}
