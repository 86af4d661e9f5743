import { LAST_DAY, dayOf, dayOfCalendar, daysInMonth, parseCivilDate, type Day } from './civil-date.js';
import { isoWeekOne, weeksInIsoYear } from './iso-week.js';
import { accepted, refused, type Message, type Parsed } from './parsed.js';

export type DatePartPrecision = 'day' | 'week' | 'month' | 'quarter' | 'fourMonths' | 'halfYear' | 'year';

/** One written date without a slash: a day, or a stretch of the calendar it falls in. */
export interface DatePart {
  readonly precision: DatePartPrecision;
  readonly earliest: Day;
  readonly latest: Day;
  readonly year: number;
  /** Which one of the year, from 1: week, month, quarter …; 0 for a year or a day. */
  readonly ordinal: number;
}

/** Reads one date of any precision. Problem: INVALID_DATE. */
export function parseDatePart(text: string): Parsed<DatePart> {
  if (text.length === 10) {
    const date = parseCivilDate(text);
    if (date.ok) {
      const day = dayOf(date.value);
      return accepted({
        precision: 'day',
        earliest: day,
        latest: day,
        year: Number(text.slice(0, 4)),
        ordinal: 0,
      });
    }
    if (/^\d{4}-\d\d-\d\d$/.test(text)) return date;
  }
  const written = text.length <= 8 ? /^(\d{4})(?:-(?:Q([1-4])|W(\d\d)|(\d\d)))?$/.exec(text) : null;
  if (!written) return refused('INVALID_DATE', text, unreadable(text));
  const year = Number(written[1]);
  if (year === 0) return refused('INVALID_DATE', text, absent);
  const [, , quarter, week, code] = written;
  if (quarter !== undefined) return accepted(months('quarter', year, Number(quarter), 3));
  if (week !== undefined) return parseWeek(text, year, Number(week));
  if (code !== undefined) return parseCode(text, year, Number(code));
  return accepted({ ...months('year', year, 1, 12), ordinal: 0 });
}

/** EDTF's two digits after the year: a month, or a code for a longer part of the year. */
function parseCode(text: string, year: number, code: number): Parsed<DatePart> {
  if (code >= 1 && code <= 12) return accepted(months('month', year, code, 1));
  if (code >= 33 && code <= 36) return accepted(months('quarter', year, code - 32, 3));
  if (code >= 37 && code <= 39) return accepted(months('fourMonths', year, code - 36, 4));
  if (code >= 40 && code <= 41) return accepted(months('halfYear', year, code - 39, 6));
  return refused('INVALID_DATE', text, code >= 21 && code <= 32 ? season : absent);
}

function parseWeek(text: string, year: number, week: number): Parsed<DatePart> {
  const earliest = (isoWeekOne(year) + (week - 1) * 7) as Day;
  const latest = (earliest + 6) as Day;
  if (week < 1 || week > weeksInIsoYear(year) || latest > LAST_DAY) {
    return refused('INVALID_DATE', text, absent);
  }
  return accepted({ precision: 'week', earliest, latest, year, ordinal: week });
}

function months(precision: DatePartPrecision, year: number, ordinal: number, length: number): DatePart {
  const last = ordinal * length;
  return {
    precision,
    earliest: dayOfCalendar(year, last - length + 1, 1),
    latest: dayOfCalendar(year, last, daysInMonth(year, last)),
    year,
    ordinal,
  };
}

function unreadable(text: string): (shown: string) => Message {
  if (/^\d{4}.*[~?%]/.test(text) || /^[~?%]\d{4}/.test(text)) return doubtful;
  if (/^[\dX]{4}(-[\dX]{2}){0,2}$/.test(text)) return unspecified;
  if (/^\d{4}-\d\d-\d\d[T ]/.test(text)) return timed;
  return unknown;
}

const EXAMPLES = {
  sv: '2021-03-01, 2021-03, 2021-W08, 2020-Q1, 2017 eller 2021-03/2021-05',
  en: '2021-03-01, 2021-03, 2021-W08, 2020-Q1, 2017 or 2021-03/2021-05',
};

const unknown = (shown: string): Message => ({
  sv: `”${shown}” är inte ett datum: skriv till exempel ${EXAMPLES.sv}.`,
  en: `"${shown}" is not a date: write for example ${EXAMPLES.en}.`,
});

const absent = (shown: string): Message => ({
  sv: `”${shown}” finns inte i kalendern (år 0001–9999).`,
  en: `"${shown}" does not exist in the calendar (years 0001–9999).`,
});

const season = (shown: string): Message => ({
  sv: `”${shown}” är en årstid, och en årstid har ingen bestämd första och sista dag: skriv kvartal (2020-Q1) eller ett intervall (2020-03/2020-05).`,
  en: `"${shown}" is a season, and a season has no certain first and last day: write a quarter (2020-Q1) or an interval (2020-03/2020-05).`,
});

const doubtful = (shown: string): Message => ({
  sv: `”${shown}” är ett ungefärligt eller osäkert datum utan första och sista dag: skriv ett intervall, till exempel 2021-03/2021-05.`,
  en: `"${shown}" is an approximate or uncertain date without a first and last day: write an interval such as 2021-03/2021-05.`,
});

const unspecified = (shown: string): Message => ({
  sv: `”${shown}” har siffror som saknas (X): skriv det som är känt, till exempel 2021 eller 2021-03, eller ett intervall.`,
  en: `"${shown}" leaves digits out (X): write what is known, such as 2021 or 2021-03, or an interval.`,
});

const timed = (shown: string): Message => ({
  sv: `”${shown}” har ett klockslag: en förändring sker på en dag, skriv ÅÅÅÅ-MM-DD.`,
  en: `"${shown}" has a time of day: a change happens on a day, write YYYY-MM-DD.`,
});
