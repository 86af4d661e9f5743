import { describeWrittenDate, parseImpreciseDate, type Language, type Message } from '#temporal';
import { recordField, textField } from '#records';
import { defined, nameField, tokenField, unitField } from '#structure';
import { z } from 'zod';
import { LONGEST_DECIMAL, parseDecimal } from '../decimal.js';

export { defined, nameField, recordField, textField, tokenField, unitField };

/** A number in decimal notation, as text: "-353.9". Its decimals are kept as written. */
export const decimalField = z
  .string()
  .max(LONGEST_DECIMAL)
  .refine((written) => parseDecimal(written) !== undefined, 'is not a decimal number such as "-353.9"');

/** The days that a figure is about, in EDTF style, from a first to a last day: "2023", "2023-01/2023-08". */
export const periodField = z
  .string()
  .max(100)
  .refine(isPeriod, 'is not a period with a first and a last day, in EDTF style');

function isPeriod(written: string): boolean {
  const parsed = parseImpreciseDate(written);
  return parsed.ok && Number.isFinite(parsed.value.earliest) && Number.isFinite(parsed.value.latest);
}

/** Which part of a unit's activity a figure is about: dimension → category. */
export const breakdownField = z.record(tokenField, tokenField);
export type Breakdown = z.infer<typeof breakdownField>;

/** A decimal number as people write it: with a decimal comma in Swedish. */
export function decimalInWords(written: string, language: Language): string {
  return language === 'sv' ? written.replace('.', ',') : written;
}

/** "2023", "januari 2023–augusti 2023": a period within a sentence. */
export function periodInWords(written: string): Message {
  const slash = written.indexOf('/');
  if (slash !== -1) {
    const [from, to] = [partInWords(written.slice(0, slash)), partInWords(written.slice(slash + 1))];
    return { sv: `${from.sv} till ${to.sv}`, en: `${from.en} to ${to.en}` };
  }
  return partInWords(written);
}

const PREPOSITIONS = { sv: /^(den|under) /, en: /^(on|during|in) / } as const;

function partInWords(written: string): Message {
  return {
    sv: describeWrittenDate(written, 'sv').replace(PREPOSITIONS.sv, ''),
    en: describeWrittenDate(written, 'en').replace(PREPOSITIONS.en, ''),
  };
}
