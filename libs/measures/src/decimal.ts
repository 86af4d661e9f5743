/**
 * A number in the decimal system, exactly: `digits` × 10^-`decimals`. It keeps how many decimals it was written
 * with: 33.0 is not written as 33 is, though they are equal.
 */
export interface Decimal {
  readonly digits: bigint;
  /** How many of the digits stand after the decimal point; 0 or more. */
  readonly decimals: number;
}

/** Longest text of a decimal number. */
export const LONGEST_DECIMAL = 60;

const DECIMAL = /^-?\d+(\.\d+)?$/;

export const ZERO: Decimal = { digits: 0n, decimals: 0 };

/**
 * Reads `-353.9`, `12`, `0.50`: an optional minus, digits, and optionally a point and digits. No exponent, no plus,
 * no spaces, no comma. Undefined if it is none, or longer than `LONGEST_DECIMAL`.
 */
export function parseDecimal(text: string): Decimal | undefined {
  if (text.length > LONGEST_DECIMAL || !DECIMAL.test(text)) return undefined;
  const point = text.indexOf('.');
  return point === -1
    ? { digits: BigInt(text), decimals: 0 }
    : { digits: BigInt(text.replace('.', '')), decimals: text.length - point - 1 };
}

/** A decimal number known to be right. @throws RangeError if it is none */
export function decimal(text: string): Decimal {
  const parsed = parseDecimal(text);
  if (parsed === undefined) throw new RangeError(`${text.slice(0, LONGEST_DECIMAL)} is not a decimal number`);
  return parsed;
}

/** As it is read, with all its decimals. */
export function formatDecimal({ digits, decimals }: Decimal): string {
  const sign = digits < 0n ? '-' : '';
  const shown = (digits < 0n ? -digits : digits).toString().padStart(decimals + 1, '0');
  if (decimals === 0) return sign + shown;
  return `${sign}${shown.slice(0, -decimals)}.${shown.slice(-decimals)}`;
}

export function add(a: Decimal, b: Decimal): Decimal {
  const decimals = Math.max(a.decimals, b.decimals);
  return { digits: digitsAt(a, decimals) + digitsAt(b, decimals), decimals };
}

export function negate({ digits, decimals }: Decimal): Decimal {
  return { digits: -digits, decimals };
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b));
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return { digits: a.digits * b.digits, decimals: a.decimals + b.decimals };
}

export function absolute(a: Decimal): Decimal {
  return a.digits < 0n ? negate(a) : a;
}

/** Below zero, zero or above as `a` is less than, equal to or greater than `b`; 33.0 equals 33. */
export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const decimals = Math.max(a.decimals, b.decimals);
  const [left, right] = [digitsAt(a, decimals), digitsAt(b, decimals)];
  return left < right ? -1 : left > right ? 1 : 0;
}

export function sum(terms: Iterable<Decimal>): Decimal {
  let total = ZERO;
  for (const term of terms) total = add(total, term);
  return total;
}

/** With this many decimals: zeros are added, or it is rounded, half away from zero. */
export function round(a: Decimal, decimals: number): Decimal {
  if (decimals >= a.decimals) return { digits: digitsAt(a, decimals), decimals };
  const unit = 10n ** BigInt(a.decimals - decimals);
  const half = a.digits < 0n ? -unit / 2n : unit / 2n;
  return { digits: (a.digits + half) / unit, decimals };
}

/** Without zeros at the end of its decimals: 450.10 becomes 450.1. */
export function shorten(a: Decimal): Decimal {
  let { digits, decimals } = a;
  for (; decimals > 0 && digits % 10n === 0n; decimals--) digits /= 10n;
  return { digits, decimals };
}

/** Half of the last decimal's step: how far off a number rounded to so many decimals may be. */
export function halfStep(decimals: number): Decimal {
  return { digits: 5n, decimals: decimals + 1 };
}

function digitsAt({ digits, decimals }: Decimal, wanted: number): bigint {
  return wanted === decimals ? digits : digits * 10n ** BigInt(wanted - decimals);
}
