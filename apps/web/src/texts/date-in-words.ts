import type { TFunction } from 'i18next';
import { dayInWords } from './formats.js';
import type { Language } from './language.js';

/** A date as well as it is known: the days that it lies between, and how it was written. */
export interface ImpreciseDate {
  readonly earliest: string | null;
  readonly latest: string | null;
  readonly written?: string;
}

/** The date in words: a day, a year, at the latest, between. */
export function dateInWords(date: ImpreciseDate, t: TFunction, language: Language): string {
  const { earliest, latest, written } = date;
  const day = (text: string) => dayInWords(text, language);
  if (earliest !== null && latest !== null) {
    if (earliest === latest) return day(earliest);
    if (written !== undefined && isYearOf(written, earliest, latest)) return written;
    return t('date.between', { from: day(earliest), to: day(latest) });
  }
  if (latest !== null) return t('date.by', { date: day(latest) });
  if (earliest !== null) return t('date.from', { date: day(earliest) });
  return t('date.unknown');
}

function isYearOf(written: string, earliest: string, latest: string): boolean {
  return earliest === `${written}-01-01` && latest === `${written}-12-31`;
}

/** A date as EDTF writes it, in words: a day, an open interval; anything else as it is written. */
export function edtfInWords(written: string, t: TFunction, language: Language): string {
  const [earliest, latest] = written.includes('/') ? written.split('/') : [written, written];
  const side = (text: string | undefined) =>
    text === undefined || text === '..' || text === '' ? null : text;
  const sides = [side(earliest), side(latest)];
  if (sides.every((text) => text === null || /^\d{4}-\d\d-\d\d$/.test(text))) {
    return dateInWords({ earliest: sides[0] ?? null, latest: sides[1] ?? null }, t, language);
  }
  return written;
}
