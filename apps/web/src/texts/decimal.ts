import type { Words } from './use-words.js';

/** A decimal number as it is printed: with its own decimals, in the reader's writing. */
export function decimalInWords(value: string, number: Words['number']): string {
  const decimals = /\.(\d+)/.exec(value)?.[1]?.length ?? 0;
  return number(Number(value), { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
}
