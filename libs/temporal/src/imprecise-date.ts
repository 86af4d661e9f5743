import { NO_BEGINNING, NO_END, type Day } from './civil-date.js';
import { parseDatePart, type DatePart, type DatePartPrecision } from './date-part.js';
import { accepted, refused, valueOf, type Parsed } from './parsed.js';

export type Precision = DatePartPrecision | 'interval';

/**
 * A date as exactly as it is known (EDTF, ISO 8601-2:2019): something happened on one day, not known
 * which, from `earliest` to `latest`, both included.
 */
export interface ImpreciseDate {
  /** As it was written; also how it prints. */
  readonly written: string;
  /** -Infinity if only "no later than" is known. */
  readonly earliest: Day;
  /** Infinity if only "no earlier than" is known. */
  readonly latest: Day;
  /** The day is known: `earliest` is `latest`. */
  readonly precise: boolean;
  readonly precision: Precision;
}

/** The two sides of a written interval, null where it is open. */
export interface DateBounds {
  readonly from: DatePart | null;
  readonly to: DatePart | null;
}

const OPEN = '..';

/** The date of which nothing is known, written `..`: it may be any day. */
export const UNKNOWN_DATE: ImpreciseDate = known(OPEN, NO_BEGINNING, NO_END, 'interval');

/** Whether nothing at all is known of the date. */
export function isUnknown(date: ImpreciseDate): boolean {
  return date.written === OPEN;
}

/**
 * Reads a day `2021-03-01`, month `2021-03`, quarter `2020-Q1` or `2020-33`…`36`, four months
 * `2020-37`…`39`, half-year `2020-40`, `2020-41`, ISO week `2021-W08`, year `2017`, or an interval
 * `a/b` of any two of them, one of which may be left open (`..`). `..` alone is a date of which nothing is known.
 *
 * Problems: INVALID_DATE, also for EDTF's seasons and its signs for doubt, which have no first and
 * last day; INVALID_INTERVAL when it is open at both ends or ends before it begins.
 */
export function parseImpreciseDate(text: string): Parsed<ImpreciseDate> {
  if (text === OPEN) return accepted(UNKNOWN_DATE);
  const slash = text.indexOf('/');
  if (slash === -1) {
    const part = parseDatePart(text);
    return part.ok
      ? accepted(known(text, part.value.earliest, part.value.latest, part.value.precision))
      : part;
  }
  const bounds = parseBounds(text, slash);
  if (!bounds.ok) return bounds;
  const earliest = bounds.value.from?.earliest ?? NO_BEGINNING;
  const latest = bounds.value.to?.latest ?? NO_END;
  if (earliest > latest) {
    return refused('INVALID_INTERVAL', text, (shown) => ({
      sv: `Intervallet ”${shown}” slutar innan det börjar.`,
      en: `The interval "${shown}" ends before it begins.`,
    }));
  }
  return accepted(known(text, earliest, latest, 'interval'));
}

/** An imprecise date known to be right, such as a literal. @throws RangeError if it is not one */
export function impreciseDate(text: string): ImpreciseDate {
  return valueOf(parseImpreciseDate(text));
}

/** What was written: the one part of a date, or the two sides of an interval; both open of a date not known. */
export function writtenParts(date: ImpreciseDate): DatePart | DateBounds {
  if (isUnknown(date)) return { from: null, to: null };
  const slash = date.written.indexOf('/');
  return slash === -1 ? valueOf(parseDatePart(date.written)) : valueOf(parseBounds(date.written, slash));
}

function known(written: string, earliest: Day, latest: Day, precision: Precision): ImpreciseDate {
  return { written, earliest, latest, precise: earliest === latest, precision };
}

function parseBounds(text: string, slash: number): Parsed<DateBounds> {
  const [left, right] = [text.slice(0, slash), text.slice(slash + 1)];
  if (left === OPEN && right === OPEN) {
    return refused('INVALID_INTERVAL', text, () => ({
      sv: 'Intervallet ”../..” säger ingenting: minst en av sidorna behöver ett datum.',
      en: 'The interval "../.." says nothing: at least one side needs a date.',
    }));
  }
  if (left === '' || right === '' || right.includes('/')) {
    return refused('INVALID_INTERVAL', text, (shown) => ({
      sv: `”${shown}” är inte ett intervall: skriv två datum, a/b, eller .. för en öppen sida.`,
      en: `"${shown}" is not an interval: write two dates, a/b, or .. for an open side.`,
    }));
  }
  const from = left === OPEN ? accepted(null) : parseDatePart(left);
  if (!from.ok) return from;
  const to = right === OPEN ? accepted(null) : parseDatePart(right);
  if (!to.ok) return to;
  return accepted({ from: from.value, to: to.value });
}
