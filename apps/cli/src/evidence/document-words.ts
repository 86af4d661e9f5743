import type { Aspect, DocumentRole } from '#governance';
import type { Language } from '#temporal';

/** What a document is in its matter. */
export const ROLES: Readonly<Record<Language, Readonly<Record<DocumentRole, string>>>> = {
  sv: {
    minutes: 'protokoll',
    officialsPaper: 'tjänsteskrivelse',
    draftDecision: 'beslutsförslag',
    attachment: 'bilaga',
    report: 'rapport',
    plan: 'plan',
    background: 'underlag',
    steeringDocument: 'styrdokument',
    other: 'övrigt',
  },
  en: {
    minutes: 'minutes',
    officialsPaper: "officials' paper",
    draftDecision: 'draft decision',
    attachment: 'attachment',
    report: 'report',
    plan: 'plan',
    background: 'background',
    steeringDocument: 'steering document',
    other: 'other',
  },
};

/** What a line of the rationale speaks of. */
export const ASPECTS_IN_WORDS: Readonly<Record<Language, Readonly<Record<Aspect, string>>>> = {
  sv: {
    background: 'bakgrund',
    opportunity: 'möjlighet',
    threat: 'hot',
    goal: 'mål',
    economicEffect: 'ekonomi',
    equality: 'jämställdhet',
    coreActivity: 'kärnverksamhet',
    other: 'övrigt',
  },
  en: {
    background: 'background',
    opportunity: 'opportunity',
    threat: 'threat',
    goal: 'goal',
    economicEffect: 'economic effect',
    equality: 'equality',
    coreActivity: 'core activity',
    other: 'other',
  },
};
