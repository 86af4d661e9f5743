import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './en.js';
import { labelsEn } from './labels-en.js';
import { labelsSv } from './labels-sv.js';
import { sv } from './sv.js';

export const LANGUAGES = ['sv', 'en'] as const;
export type Language = (typeof LANGUAGES)[number];

declare module 'i18next' {
  interface CustomTypeOptions {
    resources: { translation: typeof sv & { labels: typeof labelsSv } };
  }
}

/** The language that the text of an address or a setting names. */
export function languageNamed(text: string | null): Language | null {
  return LANGUAGES.find((language) => language === text) ?? null;
}

/** The language of the address, else the one chosen before, else Swedish. */
export function languageAtStart(): Language {
  const given = new URLSearchParams(location.search).get('lang');
  return languageNamed(given) ?? languageNamed(localStorage.getItem('kronika.language')) ?? 'sv';
}

/** Shows everything in the language from now on, and remembers it. */
export function speak(language: Language): void {
  document.documentElement.lang = language;
  localStorage.setItem('kronika.language', language);
  if (i18next.language !== language) void i18next.changeLanguage(language);
}

void i18next.use(initReactI18next).init({
  lng: languageAtStart(),
  fallbackLng: false,
  resources: {
    sv: { translation: { ...sv, labels: labelsSv } },
    en: { translation: { ...en, labels: labelsEn } },
  },
  interpolation: { escapeValue: false },
  initAsync: false,
});
