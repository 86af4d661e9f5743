import { dayBefore, dayOf, isDay, numberOf, plusMonths } from '../location/days.js';

const lastOf = (month: string, months = 1): string => dayBefore(plusMonths(`${month}-01`, months));

/** The Sunday of an ISO week. */
function endOfWeek(year: number, week: number): string {
  // 1970-01-01 was a Thursday, and 4 January is always in the first week.
  const fourth = numberOf(`${String(year).padStart(4, '0')}-01-04`);
  const monday = fourth - ((((fourth + 3) % 7) + 7) % 7);
  return dayOf(monday + (week - 1) * 7 + 6);
}

/**
 * The last day that an imprecise date can mean: a day, month, quarter, half-year, week, year or interval.
 * Null: it is no date, or has no last day.
 */
export function dayMeant(written: string): string | null {
  const text = written.trim();
  if (text.includes('/')) {
    const [from = '', to = ''] = text.split('/');
    const isBegin = from === '..' || dayMeant(from) !== null;
    return isBegin ? (to === '..' ? null : dayMeant(to)) : null;
  }
  if (isDay(text)) return text;
  const [, year = '', part] = /^(\d{4})(?:-(W?\d\d|Q[1-4]))?$/.exec(text) ?? [];
  if (year === '') return null;
  if (part === undefined) return `${year}-12-31`;
  if (part.startsWith('W')) {
    const week = Number(part.slice(1));
    return week >= 1 && week <= 53 ? endOfWeek(Number(year), week) : null;
  }
  const number = part.startsWith('Q') ? 32 + Number(part.slice(1)) : Number(part);
  if (number >= 1 && number <= 12) return lastOf(`${year}-${part}`);
  if (number >= 33 && number <= 36)
    return lastOf(`${year}-${String((number - 33) * 3 + 1).padStart(2, '0')}`, 3);
  if (number === 40 || number === 41) return number === 40 ? `${year}-06-30` : `${year}-12-31`;
  return null;
}
