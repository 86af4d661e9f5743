/** Milliseconds of a day. */
const DAY = 86_400_000;

/** Whether the text is a day of the calendar, such as `2022-01-01`. */
export function isDay(text: string): boolean {
  return /^(?!0000)\d{4}-\d\d-\d\d$/.test(text) && dayOf(numberOf(text)) === text;
}

/** Whether the text is a day or a time with its zone, such as `2022-01-01T09:30:00Z`. */
export function isKnownAt(text: string): boolean {
  if (isDay(text)) return true;
  const time = /^(\d{4}-\d\d-\d\d)T\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/.exec(text);
  return time !== null && isDay(time[1] ?? '') && !Number.isNaN(Date.parse(text));
}

/** Days since 1970-01-01. */
export function numberOf(day: string): number {
  return Math.floor(Date.parse(`${day}T00:00:00Z`) / DAY);
}

/** The day so many days after 1970-01-01; empty where there is none. */
export function dayOf(number: number): string {
  const date = new Date(number * DAY);
  return Number.isNaN(date.getTime()) ? '' : date.toISOString().slice(0, 10);
}

/** The day before; of the first day that there is, that day. */
export function dayBefore(day: string): string {
  const before = dayOf(numberOf(day) - 1);
  return isDay(before) ? before : day;
}

/** The day so many months later, the last of its month where that is shorter. */
export function plusMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** Today where the reader is. */
export function today(): string {
  const now = new Date();
  return dayOf(Math.floor((now.getTime() - now.getTimezoneOffset() * 60_000) / DAY));
}
