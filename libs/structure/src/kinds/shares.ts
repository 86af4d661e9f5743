import type { Message } from '#temporal';
import type { Objection } from './kind.js';

/** Shares are compared in millionths, so that 0.1 + 0.2 + 0.7 is a whole. */
const MILLIONTHS = 1_000_000;

interface Share {
  readonly from: string;
  readonly share?: number | undefined;
}

/** Objects to shares of one unit that come to more than the whole; a share that is not known counts as none. */
export function objectToShares(shares: readonly Share[], field: string): Objection | undefined {
  const totals = new Map<string, number>();
  for (const [i, { from, share = 0 }] of shares.entries()) {
    const total = (totals.get(from) ?? 0) + Math.round(share * MILLIONTHS);
    totals.set(from, total);
    if (total > MILLIONTHS) {
      return {
        code: 'SHARES_EXCEED_ONE',
        message: {
          sv: 'Andelarna av en enhet blir tillsammans mer än 1.',
          en: 'The shares of one unit add up to more than 1.',
        },
        field: `${field}[${i}].share`,
        units: [from],
      };
    }
  }
  return undefined;
}

/** A share in words: `12,5 %`, in English `12.5%`. */
export function shareInWords(share: number): Message {
  const percent = String(Math.round(share * MILLIONTHS) / 10_000);
  return { sv: `${percent.replace('.', ',')} %`, en: `${percent}%` };
}
