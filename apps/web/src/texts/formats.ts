import type { Language } from './language.js';

/** What a language region writes dates and numbers as. */
const LOCALE = { sv: 'sv-SE', en: 'en-GB' } as const;

/** Such as `1 januari 2022`. */
export function dayInWords(day: string, language: Language): string {
  return format(language, { dateStyle: 'long', timeZone: 'UTC' }, new Date(`${day}T00:00:00Z`));
}

/** Such as `1 jan. 2022 10:30`, in the reader's time zone. */
export function timeInWords(instant: string, language: Language): string {
  return format(language, { dateStyle: 'medium', timeStyle: 'short' }, new Date(instant));
}

export function numberInWords(
  number: number,
  language: Language,
  options?: Intl.NumberFormatOptions,
): string {
  return new Intl.NumberFormat(LOCALE[language], options).format(number);
}

/** Puts names in order: å ä ö last in Swedish, figures by their size. */
export function inOrder(language: Language): (one: string, other: string) => number {
  return new Intl.Collator(LOCALE[language], { numeric: true }).compare;
}

/** Such as `a, b och c`. */
export function listInWords(names: readonly string[], language: Language): string {
  return new Intl.ListFormat(LOCALE[language], { type: 'conjunction' }).format(names);
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: Language, options: Intl.DateTimeFormatOptions, date: Date): string {
  const name = `${language} ${JSON.stringify(options)}`;
  const known = formats.get(name) ?? new Intl.DateTimeFormat(LOCALE[language], options);
  formats.set(name, known);
  return known.format(date);
}
