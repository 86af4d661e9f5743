import type { ChangeStanding } from '#governance';
import type { Language } from '#temporal';

const WORDS: Readonly<Record<Language, Readonly<Record<ChangeStanding | 'planned', string>>>> = {
  sv: {
    proposed: 'föreslagen',
    conditional: 'villkorad',
    decided: 'beslutad',
    scheduled: 'kommande',
    inForce: 'gäller',
    asserted: 'uppgift utan beslut',
    lapsed: 'förfallen',
    cancelled: 'inställd',
    annulled: 'upphävd',
    planned: 'planerad',
  },
  en: {
    proposed: 'proposed',
    conditional: 'conditional',
    decided: 'decided',
    scheduled: 'scheduled',
    inForce: 'in force',
    asserted: 'asserted, no decision',
    lapsed: 'lapsed',
    cancelled: 'cancelled',
    annulled: 'annulled',
    planned: 'planned',
  },
};

/** How firm a change is, in a word or two. */
export function standingInWords(standing: ChangeStanding | 'planned', language: Language): string {
  return WORDS[language][standing];
}
