import type { RecordWords } from '#records';
import type { CompetentBodies, EarliestDates, EarlyChange, NeededFirst } from '#scenarios';
import type { UnitReference } from '#structure';
import type { Language } from '#temporal';
import { dateHeading } from '../evidence/change-account-text.js';
import type { Section } from './impact-text.js';

const WORDS = {
  sv: {
    needed: 'Behövs först',
    decision: 'Beslut av',
    or: ' eller ',
    scopes: {
      acrossBoards: 'mellan nämnder',
      withinBoard: 'inom en nämnd',
      politicalBody: 'den politiska organisationen',
      any: '',
    },
    untracked: (type: string) => `ett organ av typen ${type} (inget sådant är registrerat)`,
    noBody: 'Vilket organ som beslutar kan inte utläsas.',
    delegates: 'På delegation kan besluta',
    rule: 'Enligt regeln',
    condition: 'Öppet villkor',
    today: (day: string) => `Beslutas det i dag kan det börja gälla ${day}`,
    final: (day: string) => ` och ha laga kraft tidigast ${day}, om det inte överklagas`,
    beforeDecision: 'Daterat före i dag, kan bara genomföras i efterskott',
    beforeFinal: 'Daterat innan beslutet kan ha laga kraft',
    perhaps: 'kanske senare',
  },
  en: {
    needed: 'Needed first',
    decision: 'A decision by',
    or: ' or ',
    scopes: {
      acrossBoards: 'across boards',
      withinBoard: 'within a board',
      politicalBody: 'the political organisation',
      any: '',
    },
    untracked: (type: string) => `a body of the type ${type} (none is recorded)`,
    noBody: 'Which body decides cannot be told.',
    delegates: 'By delegation it may be decided by',
    rule: 'By the rule',
    condition: 'Open condition',
    today: (day: string) => `Decided today, it can take effect on ${day}`,
    final: (day: string) => ` and be final on ${day} at the earliest, unless it is appealed`,
    beforeDecision: 'Dated before today, can only be carried out in arrears',
    beforeFinal: 'Dated before the decision can be final',
    perhaps: 'perhaps later',
  },
} as const;

/** Who must decide, what is open, and when it can be. */
export function neededFirstSections(
  { competence, conditions, earliest }: NeededFirst,
  named: RecordWords,
  language: Language,
): Section[] {
  const words = WORDS[language];
  return [
    {
      heading: words.needed,
      lines: [
        ...competenceLines(competence, named, language),
        ...conditions.map(
          ({ text, matter, units }) =>
            `${words.condition}: ${text} (${named.record(matter)}; ${list(units)})`,
        ),
        ...dateLine(earliest, language),
      ],
    },
    { heading: words.beforeDecision, lines: earliest.beforeDecision.map((one) => earlyLine(one, language)) },
    {
      heading: words.beforeFinal,
      lines: beforeFinalOnly(earliest).map((one) => earlyLine(one, language)),
    },
  ];
}

function competenceLines(competence: CompetentBodies, named: RecordWords, language: Language): string[] {
  const words = WORDS[language];
  const { bodies, boards, type, isUntracked, scope, delegates, rule } = competence;
  const deciders = [
    ...bodies.map(({ name }) => name),
    ...(type !== null && isUntracked ? [words.untracked(type)] : []),
  ];
  const where = [words.scopes[scope], list(boards)].filter((part) => part !== '').join(': ');
  const decision = `${words.decision} ${deciders.join(words.or)}`;
  return [
    deciders.length === 0 ? words.noBody : `${decision}${where === '' ? '' : ` (${where})`}`,
    ...(delegates.length === 0 ? [] : [`${words.delegates} ${list(delegates)}`]),
    ...(rule === null ? [] : [`${words.rule}: ${named.record(rule)}`]),
  ];
}

function dateLine({ takesEffect, finalOn }: EarliestDates, language: Language): string[] {
  if (takesEffect === null) return [];
  const words = WORDS[language];
  const final = finalOn?.earliest == null ? '' : words.final(finalOn.earliest);
  return [`${words.today(takesEffect)}${final}`];
}

function beforeFinalOnly({ beforeDecision, beforeFinal }: EarliestDates): EarlyChange[] {
  const told = new Set(beforeDecision.filter(({ certain }) => certain).map(({ change }) => change));
  return beforeFinal.filter(({ change }) => !told.has(change));
}

function earlyLine({ on, sentence, certain }: EarlyChange, language: Language): string {
  const open = certain ? '' : ` (${WORDS[language].perhaps})`;
  return `${dateHeading(on.written, language)}: ${sentence[language]}${open}`;
}

function list(units: readonly UnitReference[]): string {
  return units.map(({ name }) => name).join(', ');
}
