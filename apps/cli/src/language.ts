import type { Language } from '#temporal';

/** The language of messages: what was asked for, else Swedish where the environment is Swedish, else English. */
export function messageLanguage(asked: Language | undefined): Language {
  if (asked !== undefined) return asked;
  const { LC_ALL, LC_MESSAGES, LANG } = process.env;
  return /^sv/i.test(LC_ALL || LC_MESSAGES || LANG || '') ? 'sv' : 'en';
}
