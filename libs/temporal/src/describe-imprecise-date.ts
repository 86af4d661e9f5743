import type { DatePart } from './date-part.js';
import { dayInWords, monthInWords } from './date-words.js';
import { impreciseDate, writtenParts, type ImpreciseDate } from './imprecise-date.js';
import type { Language } from './parsed.js';

/**
 * When it happened, in words that fit into a sentence: 'den 1 mars 2021', 'under mars 2021',
 * 'vecka 8 2021', 'första kvartalet 2020', 'mellan mars 2021 och maj 2021', 'senast juni 2021',
 * 'tidigast 2021', 'okänt datum'; in English 'on 1 March 2021', 'during March 2021', 'in week 8 of 2021' …
 */
export function describeImpreciseDate(date: ImpreciseDate, language: Language): string {
  const swedish = language === 'sv';
  if (date.precise) return `${swedish ? 'den' : 'on'} ${dayInWords(date.earliest, language)}`;
  const parts = writtenParts(date);
  if ('precision' in parts) return `${preposition(parts, language)}${named(parts, language)}`;
  const { from, to } = parts;
  if (from && to) {
    const [start, end] = [named(from, language), named(to, language)];
    return swedish ? `mellan ${start} och ${end}` : `between ${start} and ${end}`;
  }
  if (from) return `${swedish ? 'tidigast' : 'no earlier than'} ${named(from, language)}`;
  if (to) return `${swedish ? 'senast' : 'no later than'} ${named(to, language)}`;
  return swedish ? 'okänt datum' : 'date unknown';
}

/** The same of a date as written in EDTF style. @throws if it is not a date */
export function describeWrittenDate(written: string, language: Language): string {
  return describeImpreciseDate(impreciseDate(written), language);
}

function preposition(part: DatePart, language: Language): string {
  if (part.precision === 'month' || part.precision === 'year')
    return language === 'sv' ? 'under ' : 'during ';
  return language === 'sv' ? '' : 'in ';
}

function named(part: DatePart, language: Language): string {
  const { year, ordinal, precision } = part;
  switch (precision) {
    case 'day':
      return dayInWords(part.earliest, language);
    case 'month':
      return monthInWords(year, ordinal, language);
    case 'year':
      return String(year);
    case 'week':
      return language === 'sv' ? `vecka ${ordinal} ${year}` : `week ${ordinal} of ${year}`;
    case 'quarter':
    case 'fourMonths':
    case 'halfYear':
      return language === 'sv'
        ? `${ORDINALS.sv[ordinal - 1]} ${STRETCHES.sv[precision]} ${year}`
        : `the ${ORDINALS.en[ordinal - 1]} ${STRETCHES.en[precision]} of ${year}`;
  }
}

const ORDINALS = {
  sv: ['första', 'andra', 'tredje', 'fjärde'],
  en: ['first', 'second', 'third', 'fourth'],
} as const;

const STRETCHES = {
  sv: { quarter: 'kvartalet', fourMonths: 'tertialet', halfYear: 'halvåret' },
  en: { quarter: 'quarter', fourMonths: 'four-month period', halfYear: 'half' },
} as const;
