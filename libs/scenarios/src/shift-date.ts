import {
  calendarOf,
  daysInMonth,
  isoWeekOne,
  parseDatePart,
  parseImpreciseDate,
  valueOf,
  type DatePart,
  type DatePartPrecision,
  type Day,
  type ImpreciseDate,
  type Message,
} from '#temporal';

/** How much earlier (below 0) or later dates are to be: days, or months; neither is a number of the other. */
export interface Shift {
  /** As it was written; also how it prints. */
  readonly written: string;
  readonly unit: 'days' | 'months';
  readonly count: number;
}

export type ShiftProblemCode = 'INVALID_SHIFT' | 'SHIFT_DOES_NOT_FIT' | 'SHIFT_OUTSIDE_CALENDAR';

export interface ShiftProblem {
  readonly code: ShiftProblemCode;
  readonly message: Message;
}

interface Refused {
  readonly ok: false;
  readonly problem: ShiftProblem;
}

export type ParsedShift = { readonly ok: true; readonly shift: Shift } | Refused;

export type ShiftedDate = { readonly ok: true; readonly on: ImpreciseDate } | Refused;

/**
 * Reads a duration of one unit, `P14D`, `P2W`, `P3M` or `P1Y` (ISO 8601-1:2019), of up to seven digits; one with a
 * leading minus (ISO 8601-2:2019) goes back in time. Problem: INVALID_SHIFT.
 */
export function parseShift(text: string): ParsedShift {
  const [, minus, digits, letter] = /^(-?)P(\d{1,7})([DWMY])$/.exec(text) ?? [];
  if (digits === undefined) {
    return refused('INVALID_SHIFT', {
      sv: 'En förskjutning skrivs som ett antal dagar, veckor, månader eller år: P14D, P2W, P3M eller P1Y, med minustecken först (-P14D) för tidigare.',
      en: 'A shift is written as a number of days, weeks, months or years: P14D, P2W, P3M or P1Y, with a minus sign first (-P14D) for earlier.',
    });
  }
  const unit = letter === 'D' || letter === 'W' ? 'days' : 'months';
  const length = letter === 'W' ? 7 : letter === 'Y' ? 12 : 1;
  const count = Number(digits) * length;
  return { ok: true, shift: { written: text, unit, count: minus === '-' ? 0 - count : count } };
}

/**
 * The date so much earlier or later, written as precisely and in the same way as before. A day is shifted by anything,
 * and by months and years to the same day of the month, or to its last day if it is shorter; a week by whole weeks;
 * months, quarters, other parts of the year and years by a whole number of their own length; an interval by its ends.
 * What is open or unknown stays so. By nothing, everything can be shifted.
 *
 * Problems: SHIFT_DOES_NOT_FIT if the date is not known as precisely as the shift asks for; SHIFT_OUTSIDE_CALENDAR if it
 * would come to lie before year 1 or after 9999.
 */
export function shiftDate(on: ImpreciseDate, shift: Shift): ShiftedDate {
  if (shift.count === 0) return { ok: true, on };
  const ends = on.written.split('/').map(endOf);
  if (!ends.every(({ part }) => part === null || fits(part, shift))) return doesNotFit(on, shift);
  const shifted = parseImpreciseDate(ends.map((end) => shiftedText(end, shift)).join('/'));
  return shifted.ok ? { ok: true, on: shifted.value } : outside(on, shift);
}

/** A date without a slash as it was written; without a part it is open, or unknown. */
interface WrittenEnd {
  readonly text: string;
  readonly part: DatePart | null;
}

function endOf(text: string): WrittenEnd {
  return { text, part: text === '..' ? null : valueOf(parseDatePart(text)) };
}

type PartOfYear = Exclude<DatePartPrecision, 'day' | 'week'>;

const MONTHS: Readonly<Record<PartOfYear, number>> = {
  month: 1,
  quarter: 3,
  fourMonths: 4,
  halfYear: 6,
  year: 12,
};

/** EDTF's two digits for the first month, quarter … of a year. */
const FIRST_CODE: Readonly<Record<Exclude<PartOfYear, 'year'>, number>> = {
  month: 1,
  quarter: 33,
  fourMonths: 37,
  halfYear: 40,
};

function fits({ precision }: DatePart, { unit, count }: Shift): boolean {
  if (precision === 'day') return true;
  if (precision === 'week') return unit === 'days' && count % 7 === 0;
  return unit === 'months' && count % MONTHS[precision] === 0;
}

/** What lies outside the calendar gets a text that is no date. */
function shiftedText({ text, part }: WrittenEnd, { unit, count }: Shift): string {
  if (part === null) return text;
  const { precision, earliest } = part;
  if (precision === 'day') {
    return unit === 'days' ? dayText((earliest + count) as Day) : dayInMonthText(earliest, count);
  }
  if (precision === 'week') return weekText((earliest + count) as Day);
  return partOfYearText({ ...part, precision }, count / MONTHS[precision], text.includes('Q'));
}

function dayText(day: Day): string {
  const { year, month, dayOfMonth } = calendarOf(day);
  return [padded(year, 4), padded(month, 2), padded(dayOfMonth, 2)].join('-');
}

function dayInMonthText(day: Day, months: number): string {
  const { year, month, dayOfMonth } = calendarOf(day);
  const [toYear, toMonth] = stepped(year, month, 12, months);
  const inMonth = Math.min(dayOfMonth, daysInMonth(toYear, toMonth));
  return [padded(toYear, 4), padded(toMonth, 2), padded(inMonth, 2)].join('-');
}

/** An ISO week belongs to the year of its Thursday. */
function weekText(monday: Day): string {
  const { year } = calendarOf((monday + 3) as Day);
  return `${padded(year, 4)}-W${padded((monday - isoWeekOne(year)) / 7 + 1, 2)}`;
}

function partOfYearText(
  { precision, year, ordinal }: DatePart & { readonly precision: PartOfYear },
  steps: number,
  withQ: boolean,
): string {
  if (precision === 'year') return padded(year + steps, 4);
  const [toYear, to] = stepped(year, ordinal, 12 / MONTHS[precision], steps);
  return `${padded(toYear, 4)}-${withQ ? `Q${to}` : padded(FIRST_CODE[precision] + to - 1, 2)}`;
}

/** The year and the place in it, from 1, so many steps on, when a year has so many places. */
function stepped(year: number, ordinal: number, places: number, steps: number): [year: number, to: number] {
  const all = year * places + ordinal - 1 + steps;
  const toYear = Math.floor(all / places);
  return [toYear, all - toYear * places + 1];
}

function padded(value: number, width: number): string {
  return String(value).padStart(width, '0');
}

function refused(code: ShiftProblemCode, message: Message): Refused {
  return { ok: false, problem: { code, message } };
}

function doesNotFit(on: ImpreciseDate, shift: Shift): Refused {
  return refused('SHIFT_DOES_NOT_FIT', {
    sv: `”${on.written}” kan inte flyttas ${shift.written}: ett datum flyttas med hela steg av det slag som det är skrivet i (en vecka med veckor, en månad med månader, ett kvartal med kvartal).`,
    en: `"${on.written}" cannot be shifted by ${shift.written}: a date is shifted by whole steps of the kind it is written in (a week by weeks, a month by months, a quarter by quarters).`,
  });
}

function outside(on: ImpreciseDate, shift: Shift): Refused {
  return refused('SHIFT_OUTSIDE_CALENDAR', {
    sv: `”${on.written}” flyttat ${shift.written} ligger utanför kalendern (år 0001–9999).`,
    en: `"${on.written}" shifted by ${shift.written} lies outside the calendar (years 0001–9999).`,
  });
}
