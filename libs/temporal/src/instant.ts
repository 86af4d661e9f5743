import type { Brand } from './brand.js';
import {
  FIRST_DAY,
  LAST_DAY,
  dateOf,
  dayOf,
  parseCivilDate,
  type CivilDate,
  type Day,
} from './civil-date.js';
import { accepted, refused, valueOf, type Message, type Parsed } from './parsed.js';

/**
 * A point in time, UTC, to the microsecond: always 'YYYY-MM-DDTHH:MM:SS.ffffffZ', 27 characters, so
 * that it compares with `<` in time order.
 */
export type Instant = Brand<string, 'Instant'>;

const RFC_3339 = /^(\d{4}-\d\d-\d\d)T(\d\d):(\d\d):(\d\d)(?:\.(\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;
const LONGEST = 40;

/**
 * Reads an RFC 3339 time with Z or an offset, capital letters, at most six decimals. Leap seconds
 * are refused: a clock in UTC microseconds cannot hold them. Problem: INVALID_TIME.
 */
export function parseInstant(text: string): Parsed<Instant> {
  const match = text.length <= LONGEST ? RFC_3339.exec(text) : null;
  if (!match) return refused('INVALID_TIME', text, unreadable(text));
  const [, written = '', hour, minute, second, fraction = '', sign, offsetHour = 0, offsetMinute = 0] = match;
  if (fraction.length > 6) return refused('INVALID_TIME', text, tooFine);
  const date = parseCivilDate(written);
  const inRange =
    Number(hour) <= 23 &&
    Number(minute) <= 59 &&
    Number(second) <= 59 &&
    Number(offsetHour) <= 23 &&
    Number(offsetMinute) <= 59;
  if (!date.ok || !inRange) return refused('INVALID_TIME', text, absent);

  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 60 + Number(offsetMinute));
  const minutes = dayOf(date.value) * MINUTES_A_DAY + Number(hour) * 60 + Number(minute) - offset;
  const day = Math.floor(minutes / MINUTES_A_DAY) as Day;
  if (day < FIRST_DAY || day > LAST_DAY) return refused('INVALID_TIME', text, absent);
  const minuteOfDay = minutes - day * MINUTES_A_DAY;
  const clock = `${two(Math.floor(minuteOfDay / 60))}:${two(minuteOfDay % 60)}:${second}`;
  return accepted(`${dateOf(day)}T${clock}.${fraction.padEnd(6, '0')}Z` as Instant);
}

/** A time known to be right, such as a literal. @throws RangeError if it is not a time */
export function instant(text: string): Instant {
  return valueOf(parseInstant(text));
}

/**
 * Reads a point of knowledge time: a time, or a date, which means to the end of that day in UTC, and
 * up to now if that day is today.
 *
 * Problems: INVALID_DATE, INVALID_TIME, KNOWN_AT_IN_FUTURE for what is later than `now`.
 */
export function parseKnowledgeTime(text: string, now: Instant): Parsed<Instant> {
  if (/^\d{4}-\d\d-\d\d$/.test(text)) {
    const date = parseCivilDate(text);
    if (!date.ok) return date;
    const today = utcDate(now);
    if (date.value > today) return inFuture(text, now);
    return accepted(date.value === today ? now : (`${date.value}T23:59:59.999999Z` as Instant));
  }
  const time = parseInstant(text);
  return time.ok && time.value > now ? inFuture(text, now) : time;
}

const SQL_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)\+00$/;

/**
 * Reads PostgreSQL's text of a `timestamptz` (session time zone UTC, DateStyle ISO).
 * @throws RangeError for another zone, an infinity, or a year outside 0001 to 9999
 */
export function instantOfSql(text: string): Instant {
  const match = SQL_UTC.exec(text);
  if (!match) throw new RangeError(`"${text}" is not a timestamptz in UTC`);
  return instant(`${match[1]}T${match[2]}Z`);
}

/** The date in UTC. */
export function utcDate(time: Instant): CivilDate {
  return time.slice(0, 10) as CivilDate;
}

const MINUTES_A_DAY = 1440;

function two(value: number): string {
  return String(value).padStart(2, '0');
}

function inFuture(text: string, now: Instant): Parsed<Instant> {
  return refused('KNOWN_AT_IN_FUTURE', text, (shown) => ({
    sv: `”${shown}” ligger i framtiden: vad som kommer att vara känt vet ingen än (nu är ${now}).`,
    en: `"${shown}" is in the future: what will be known by then is not known yet (it is now ${now}).`,
  }));
}

function unreadable(text: string): (shown: string) => Message {
  const zoneless = text.length <= LONGEST && /^\d{4}-\d\d-\d\d[T ]\d\d:\d\d(:\d\d(\.\d+)?)?$/.test(text);
  return zoneless ? withoutZone : unknown;
}

const unknown = (shown: string): Message => ({
  sv: `”${shown}” är inte en tidpunkt: skriv till exempel 2021-03-01T09:30:00Z eller 2021-03-01T10:30:00+01:00.`,
  en: `"${shown}" is not a time: write for example 2021-03-01T09:30:00Z or 2021-03-01T10:30:00+01:00.`,
});

const withoutZone = (shown: string): Message => ({
  sv: `”${shown}” saknar tidszon eller sekunder: skriv till exempel 2021-03-01T09:30:00Z eller 2021-03-01T10:30:00+01:00.`,
  en: `"${shown}" lacks a time zone or seconds: write for example 2021-03-01T09:30:00Z or 2021-03-01T10:30:00+01:00.`,
});

const tooFine = (shown: string): Message => ({
  sv: `”${shown}” har fler än sex decimaler: tid räknas i mikrosekunder.`,
  en: `"${shown}" has more than six decimals: time is counted in microseconds.`,
});

const absent = (shown: string): Message => ({
  sv: `Tidpunkten ”${shown}” finns inte (år 0001–9999, 00:00:00–23:59:59).`,
  en: `The time "${shown}" does not exist (years 0001–9999, 00:00:00–23:59:59).`,
});
