import { calendarOf, type Day } from './civil-date.js';
import type { Language } from './parsed.js';

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  sv: [
    'januari',
    'februari',
    'mars',
    'april',
    'maj',
    'juni',
    'juli',
    'augusti',
    'september',
    'oktober',
    'november',
    'december',
  ],
  en: [
    'January',
    'February',
    'March',
    'April',
    'May',
    'June',
    'July',
    'August',
    'September',
    'October',
    'November',
    'December',
  ],
};

/** '1 mars 2021', '1 March 2021'. @throws RangeError for an open end */
export function dayInWords(day: Day, language: Language): string {
  if (!Number.isInteger(day)) throw new RangeError(`day ${day} is not a date`);
  const { year, month, dayOfMonth } = calendarOf(day);
  return `${dayOfMonth} ${monthInWords(year, month, language)}`;
}

/** 'mars 2021', 'March 2021'; months count from 1. */
export function monthInWords(year: number, month: number, language: Language): string {
  return `${MONTHS[language][month - 1]} ${year}`;
}
