import { dayOfCalendar, type Day } from './civil-date.js';

/** The Monday that week 1 of an ISO week-year begins on: the week of 4 January (ISO 8601-1:2019, 3.1.1.23). */
export function isoWeekOne(year: number): Day {
  const fourth = dayOfCalendar(year, 1, 4);
  return (fourth - daysSinceMonday(fourth)) as Day;
}

/** 52 or 53. */
export function weeksInIsoYear(year: number): number {
  return (isoWeekOne(year + 1) - isoWeekOne(year)) / 7;
}

/** 0 on a Monday, 6 on a Sunday. */
function daysSinceMonday(day: Day): number {
  // 1970-01-01 was a Thursday.
  return (((day + 3) % 7) + 7) % 7;
}
