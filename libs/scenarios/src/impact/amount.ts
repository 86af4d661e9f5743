import { add, formatDecimal, multiply, shorten, ZERO, type Decimal, type Size } from '#measures';
import type { RecordId } from '#records';
import type { UnitReference } from '#structure';
import { calendarOf, type Day } from '#temporal';

/**
 * Why a figure is not known. `NO_INDICATOR`: no indicator measures it; `NO_FIGURE`: none is recorded for the unit by the
 * date, nor for all that stands under it; `DISAGREEING`: what is recorded contradicts itself, or is in a unit of measure
 * of which nobody has said how much it is; `SHARE_UNKNOWN`: a part of the unit goes, and how much is not recorded.
 */
export type MissingReason = 'NO_INDICATOR' | 'NO_FIGURE' | 'DISAGREEING' | 'SHARE_UNKNOWN';

export interface MissingFigure {
  readonly unit: UnitReference;
  readonly reason: MissingReason;
}

/** A recorded figure that an amount is computed from, with what of it counts. */
export interface KnownPart {
  readonly unit: UnitReference;
  readonly record: RecordId;
  /** As written (EDTF), with its first and last day. */
  readonly period: string;
  readonly earliest: Day;
  readonly latest: Day;
  /** What of it counts: below zero where it is taken away. In the indicator's unit of measure. */
  readonly amount: Decimal;
}

/** An amount of people or money, with all that it is made of. Never estimated. */
export interface Amount {
  /** Exact decimal text in the indicator's unit of measure; null: not known. */
  readonly value: string | null;
  /** It is not a recorded figure as it stands, but comes from several, or from a share of one. */
  readonly computed: boolean;
  /** The figures that are known of it. */
  readonly parts: readonly KnownPart[];
  /** What keeps it from being known. */
  readonly missing: readonly MissingFigure[];
  /**
   * Its figures are of periods of different lengths: a budget of a month and one of a year come to nothing together,
   * and the value is not known for that.
   */
  readonly periodsDiffer: boolean;
}

/** Something counted in an amount: a multiple of another. */
export interface Term {
  readonly amount: Amount;
  readonly share: Decimal;
}

const ONE: Decimal = { digits: 1n, decimals: 0 };

/** Nothing at all: known to be zero. */
export const NOTHING: Amount = { value: '0', computed: false, parts: [], missing: [], periodsDiffer: false };

/** The sum of shares of amounts; known if all of them are. */
export function totalOf(size: Size, terms: readonly Term[]): Amount {
  const [only, ...others] = terms;
  if (only === undefined) return NOTHING;
  if (others.length === 0 && isOne(only.share)) return only.amount;
  const parts: KnownPart[] = [];
  const missing = new Map<string, MissingFigure>();
  let total = ZERO;
  for (const { amount, share } of terms) {
    if (share.digits === 0n) continue;
    for (const one of amount.missing) missing.set(`${one.unit.id} ${one.reason}`, one);
    const isWhole = isOne(share);
    for (const part of amount.parts) {
      const counts = isWhole ? part : { ...part, amount: multiply(part.amount, share) };
      parts.push(counts);
      total = add(total, counts.amount);
    }
  }
  return amountOf(size, parts, [...missing.values()], total);
}

export function sumOf(size: Size, amounts: readonly Amount[]): Amount {
  return totalOf(
    size,
    amounts.map((amount) => ({ amount, share: ONE })),
  );
}

/** A share of an amount; null: how much is not recorded, and nothing is known unless the whole is nothing. */
export function shareOf(size: Size, amount: Amount, share: Decimal | null, unit: UnitReference): Amount {
  if (share !== null) return totalOf(size, [{ amount, share }]);
  if (isZero(amount)) return amount;
  const missing = [...amount.missing, { unit, reason: 'SHARE_UNKNOWN' as const }];
  return { ...NOTHING, value: null, computed: true, missing };
}

function amountOf(
  size: Size,
  parts: readonly KnownPart[],
  missing: readonly MissingFigure[],
  total: Decimal,
): Amount {
  const periodsDiffer = size === 'budget' && areOfDifferentLengths(parts);
  const isKnown = missing.length === 0 && !periodsDiffer;
  return {
    value: isKnown ? formatDecimal(shorten(total)) : null,
    computed: parts.length > 0,
    parts,
    missing,
    periodsDiffer,
  };
}

/** A recorded figure as it stands. */
export function asRecorded(part: KnownPart): Amount {
  return { ...NOTHING, value: formatDecimal(part.amount), parts: [part] };
}

/** An amount of which nothing is known. */
export function unknown(unit: UnitReference, reason: MissingReason): Amount {
  return { ...NOTHING, value: null, missing: [{ unit, reason }] };
}

export function isZero({ value }: Amount): boolean {
  return value !== null && /^-?0(\.0+)?$/.test(value);
}

function isOne({ digits, decimals }: Decimal): boolean {
  return decimals === 0 ? digits === 1n : digits === 10n ** BigInt(decimals);
}

function areOfDifferentLengths([first, ...others]: readonly KnownPart[]): boolean {
  if (first === undefined) return false;
  return others.some(
    (part) =>
      (part.earliest !== first.earliest || part.latest !== first.latest) &&
      monthsOf(part) !== monthsOf(first),
  );
}

/** How many months a period touches: a budget's months are as good as its days. */
function monthsOf({ earliest, latest }: Pick<KnownPart, 'earliest' | 'latest'>): number {
  const [from, to] = [calendarOf(earliest), calendarOf(latest)];
  return (to.year - from.year) * 12 + to.month - from.month + 1;
}
