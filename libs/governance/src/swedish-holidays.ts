import { calendarOf, dayAfter, dayOfCalendar, type Day, type Message } from '#temporal';

const FRIDAY = 4;
const SATURDAY = 5;
const SUNDAY = 6;

/** 0 is Monday, 6 is Sunday. */
export function weekdayOf(day: Day): number {
  return (((day + 3) % 7) + 7) % 7;
}

/**
 * Easter Sunday of a year in the Gregorian calendar (the anonymous algorithm of 1876; J. Meeus, Astronomical
 * Algorithms, chapter 8).
 */
export function easterSunday(year: number): Day {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const moonCorrection = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3);
  const epact = (19 * golden + century - Math.floor(century / 4) - moonCorrection + 15) % 30;
  const toSunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const late = Math.floor((golden + 11 * epact + 22 * toSunday) / 451);
  const sum = epact + toSunday - 7 * late + 114;
  return dayOfCalendar(year, Math.floor(sum / 31), (sum % 31) + 1);
}

/** The first year in which 6 June is a public holiday and Whit Monday no longer is (SFS 2004:1320). */
const NATIONAL_DAY_SINCE = 2005;

/**
 * The public holiday (allmän helgdag) that a day is, other than a mere Sunday; undefined if it is none. By the law
 * on public holidays (1989:253), 1 and 2 §§, in force from 1990; earlier years are answered as if it had been.
 */
export function publicHoliday(day: Day): Message | undefined {
  const { year, month, dayOfMonth } = calendarOf(day);
  const fixed = FIXED.get(month * 100 + dayOfMonth);
  if (fixed !== undefined) return fixed;
  if (month === 6 && dayOfMonth === 6 && year >= NATIONAL_DAY_SINCE) return NATIONAL_DAY;
  const moving = MOVING.get(day - easterSunday(year));
  if (moving !== undefined) return moving;
  if (day - easterSunday(year) === 50 && year < NATIONAL_DAY_SINCE) return WHIT_MONDAY;
  if (weekdayOf(day) !== SATURDAY) return undefined;
  if (isWithin(day, year, [6, 20])) return MIDSUMMER_DAY;
  return isWithin(day, year, [10, 31]) ? ALL_SAINTS : undefined;
}

/**
 * Whether something that the law wants done by this day may wait for the next weekday: a Sunday, another public
 * holiday, a Saturday, Midsummer Eve, Christmas Eve or New Year's Eve (law 1930:173, 2 §).
 */
export function isDayOfRest(day: Day): boolean {
  const weekday = weekdayOf(day);
  if (weekday === SATURDAY || weekday === SUNDAY || publicHoliday(day) !== undefined) return true;
  const { year, month, dayOfMonth } = calendarOf(day);
  if (month === 12 && (dayOfMonth === 24 || dayOfMonth === 31)) return true;
  return weekday === FRIDAY && isWithin(day, year, [6, 19]);
}

/** The day itself, or the next one that is no day of rest; an open end stays open. */
export function weekdayFrom(day: Day): Day {
  let moved = day;
  while (Number.isFinite(moved) && isDayOfRest(moved)) moved = dayAfter(moved);
  return moved;
}

/** Whether a day lies in the seven days from a month and day on. */
function isWithin(day: Day, year: number, [month, dayOfMonth]: readonly [number, number]): boolean {
  const first = dayOfCalendar(year, month, dayOfMonth);
  return day >= first && day < first + 7;
}

const FIXED: ReadonlyMap<number, Message> = new Map([
  [101, { sv: 'nyårsdagen', en: "New Year's Day" }],
  [106, { sv: 'trettondedag jul', en: 'Epiphany' }],
  [501, { sv: 'första maj', en: 'May Day' }],
  [1225, { sv: 'juldagen', en: 'Christmas Day' }],
  [1226, { sv: 'annandag jul', en: 'Boxing Day' }],
]);

/** By days after Easter Sunday. */
const MOVING: ReadonlyMap<number, Message> = new Map([
  [-2, { sv: 'långfredagen', en: 'Good Friday' }],
  [0, { sv: 'påskdagen', en: 'Easter Sunday' }],
  [1, { sv: 'annandag påsk', en: 'Easter Monday' }],
  [39, { sv: 'Kristi himmelsfärdsdag', en: 'Ascension Day' }],
  [49, { sv: 'pingstdagen', en: 'Whit Sunday' }],
]);

const NATIONAL_DAY: Message = { sv: 'nationaldagen', en: 'the National Day' };
const WHIT_MONDAY: Message = { sv: 'annandag pingst', en: 'Whit Monday' };
const MIDSUMMER_DAY: Message = { sv: 'midsommardagen', en: 'Midsummer Day' };
const ALL_SAINTS: Message = { sv: 'alla helgons dag', en: "All Saints' Day" };
