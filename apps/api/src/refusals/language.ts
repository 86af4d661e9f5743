import type { Language } from '#temporal';

/** The language that an Accept-Language header prefers of Swedish and English; Swedish if it says neither. */
export function languageOf(header: string | undefined): Language {
  let best: Language = 'sv';
  let bestQuality = 0;
  for (const range of (header ?? '').slice(0, 200).split(',')) {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const language = tag.split('-')[0];
    if (language !== 'sv' && language !== 'en') continue;
    const given = parameters.map((text) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(text)?.[1]).find(Boolean);
    const quality = given === undefined ? 1 : Number(given);
    if (quality > bestQuality) [best, bestQuality] = [language, quality];
  }
  return best;
}
