import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { TFunction } from 'i18next';
import { dateInWords, edtfInWords, type ImpreciseDate } from './date-in-words.js';
import { dayInWords, inOrder, listInWords, numberInWords, timeInWords } from './formats.js';
import type { Labels } from './labels.js';
import type { Language } from './language.js';

export interface Words {
  readonly t: TFunction;
  readonly language: Language;
  /** The text of the reader's language, of what the server gives in both. */
  of(text: { readonly sv: string; readonly en: string }): string;
  day(day: string): string;
  date(date: ImpreciseDate): string;
  /** A date as EDTF writes it. */
  edtf(written: string): string;
  time(instant: string): string;
  number(number: number, options?: Intl.NumberFormatOptions): string;
  list(names: readonly string[]): string;
  order(one: string, other: string): number;
  /** The word for a value of the schema; the value itself where the vocabulary is an organisation's own. */
  label(list: keyof Labels, value: string): string;
  /** A track of a unit, such as `parent:line`. */
  field(field: string): string;
}

/** Everything that is said in the reader's language. */
export function useWords(): Words {
  const { t, i18n } = useTranslation();
  const language = i18n.language as Language;
  return useMemo(() => {
    const order = inOrder(language);
    const label: Words['label'] = (list, value) =>
      t(`labels.${list}.${value}` as 'labels.kind.MERGE', { defaultValue: value });
    return {
      t,
      language,
      of: (text) => text[language],
      day: (day) => dayInWords(day, language),
      date: (date) => dateInWords(date, t, language),
      edtf: (written) => edtfInWords(written, t, language),
      time: (instant) => timeInWords(instant, language),
      number: (number, options) => numberInWords(number, language, options),
      list: (names) => listInWords(names, language),
      order,
      label,
      field: (field) => {
        const [track = '', of] = field.split(':');
        const name = label('field', track);
        return of === undefined ? name : `${name} (${track === 'parent' ? label('hierarchy', of) : of})`;
      },
    };
  }, [t, language]);
}
