import type { Relation } from '#structure';
import type { Language } from '#temporal';

const WORDS: Readonly<Record<Language, Readonly<Record<Relation, string>>>> = {
  sv: {
    continues: 'fortsätter i',
    mergedInto: 'gick samman i',
    absorbedBy: 'uppgick i',
    splitInto: 'delades upp i',
    spunOffFrom: 'bröts ut som',
    replacedBy: 'ersattes av',
    partMovedTo: 'delvis till',
  },
  en: {
    continues: 'continues in',
    mergedInto: 'merged into',
    absorbedBy: 'absorbed by',
    splitInto: 'split into',
    spunOffFrom: 'spun off as',
    replacedBy: 'replaced by',
    partMovedTo: 'partly to',
  },
};

/** How a predecessor goes over into its successor, with the share that did if it is known. */
export function relationInWords(relation: Relation, share: number | null, language: Language): string {
  const words = WORDS[language][relation];
  return share === null ? words : `${words} ${share}`;
}
