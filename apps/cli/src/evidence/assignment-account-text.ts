import type { Assessment, AssignmentStanding, AssignmentStatus } from '#governance';
import { describeWrittenDate, type Language } from '#temporal';
import type { AssignmentAccount, PartyAccount, ReportAccount } from './assignment-account.js';
import { indent, sourceLines } from './change-account-text.js';
import { placesAfter } from './source-places.js';

const STATUSES: Readonly<Record<Language, Readonly<Record<AssignmentStatus, string>>>> = {
  sv: {
    notGiven: 'inte givet',
    open: 'öppet, inget datum är satt',
    notYetDue: 'ska inte rapporteras ännu',
    due: 'ska rapporteras nu',
    overdue: 'försenat',
    maybeOverdue: 'kanske försenat',
    reported: 'rapporterat',
    done: 'klart',
  },
  en: {
    notGiven: 'not given',
    open: 'open, no date is set',
    notYetDue: 'not due yet',
    due: 'due now',
    overdue: 'overdue',
    maybeOverdue: 'perhaps overdue',
    reported: 'reported',
    done: 'done',
  },
};

const STANDINGS: Readonly<Record<Language, Readonly<Record<AssignmentStanding, string>>>> = {
  sv: {
    given: 'givet genom beslut',
    byPlan: 'givet i en plan',
    asserted: 'ingenting säger vem som gav det',
    notYetGiven: 'ges senare',
    proposed: 'bara föreslaget',
    conditional: 'villkorat',
    lapsed: 'förfallet',
    rejected: 'avslaget',
    annulled: 'upphävt',
  },
  en: {
    given: 'given by a decision',
    byPlan: 'given in a plan',
    asserted: 'nothing says who gave it',
    notYetGiven: 'given later',
    proposed: 'only proposed',
    conditional: 'conditional',
    lapsed: 'lapsed',
    rejected: 'rejected',
    annulled: 'annulled',
  },
};

/** How far an assignment has come, and how firm it is: "försenat; givet genom beslut". */
export function assignmentStateInWords(
  { status, standing }: { readonly status: AssignmentStatus; readonly standing: AssignmentStanding },
  language: Language,
): string {
  return `${STATUSES[language][status]}; ${STANDINGS[language][standing]}`;
}

const ASSESSMENTS: Readonly<Record<Language, Readonly<Record<Assessment, string>>>> = {
  sv: {
    met: 'uppfylls',
    partlyMet: 'uppfylls delvis',
    notMet: 'uppfylls inte',
    noneGiven: 'ingen bedömning lämnad',
  },
  en: { met: 'met', partlyMet: 'partly met', notMet: 'not met', noneGiven: 'no assessment given' },
};

const WORDS = {
  sv: {
    to: 'Till',
    together: 'tillsammans med',
    reportTo: 'rapporteras till',
    due: 'ska vara klart',
    by: 'Enligt',
    matter: 'Ärende',
    changes: 'Styrdokument som ska ändras',
    report: 'Rapport',
    undated: 'odaterad',
    uncertain: 'kanske inte ännu',
    final: 'slutrapport',
    handOver: 'Ska lämnas över',
    ended: 'finns inte längre',
    followedBy: 'följs av',
  },
  en: {
    to: 'To',
    together: 'together with',
    reportTo: 'reported to',
    due: 'due',
    by: 'According to',
    matter: 'Matter',
    changes: 'Steering documents to be changed',
    report: 'Report',
    undated: 'undated',
    uncertain: 'perhaps not yet',
    final: 'final report',
    handOver: 'To be handed over',
    ended: 'is no more',
    followedBy: 'followed by',
  },
} as const;

/** An assignment for reading, its title first. `spokenOf`: the matter that is clear already. */
export function assignmentLines(
  account: AssignmentAccount,
  language: Language,
  spokenOf: string | null = null,
): string[] {
  const words = WORDS[language];
  const { number, title, standing, status, assessment, decision, matter, steeringDocuments } = account;
  const marks = [
    STATUSES[language][status],
    ...(assessment === null ? [] : [ASSESSMENTS[language][assessment]]),
    STANDINGS[language][standing],
  ];
  return [
    `${number === null ? '' : `${number} `}${title} [${marks.join('; ')}]`,
    indent(whoAndWhen(account, language)),
    ...(decision === null ? [] : [`  ${words.by}: ${decision}`]),
    ...(matter === null || matter === spokenOf ? [] : [`  ${words.matter}: ${matter}`]),
    ...(steeringDocuments.length === 0 ? [] : [`  ${words.changes}: ${steeringDocuments.join(', ')}`]),
    ...sourceLines(account.places, language).map(indent),
    ...account.reports.map((report) => indent(reportInWords(report, language))),
    ...(account.needsHandOver
      ? account.to.filter(({ ended }) => ended).map((party) => indent(endedInWords(party, language)))
      : []),
  ];
}

function whoAndWhen({ to, with: together, reportTo, due }: AssignmentAccount, language: Language): string {
  const words = WORDS[language];
  const names = (parties: readonly PartyAccount[]) => parties.map(({ name }) => name).join(', ');
  return [
    `${words.to}: ${names(to)}`,
    ...(together.length === 0 ? [] : [`${words.together} ${names(together)}`]),
    ...(reportTo === null ? [] : [`${words.reportTo} ${reportTo}`]),
    ...(due === null ? [] : [`${words.due} ${describeWrittenDate(due.written, language)}`]),
  ].join('; ');
}

function reportInWords(
  { on, certain, assessment, text, final, places }: ReportAccount,
  language: Language,
): string {
  const words = WORDS[language];
  const marks = [on ?? words.undated, ...(certain ? [] : [words.uncertain]), ...(final ? [words.final] : [])];
  const said = text === null ? '' : `: ${text}`;
  return `${words.report} (${marks.join(', ')}): ${ASSESSMENTS[language][assessment]}${said}${placesAfter(places)}`;
}

function endedInWords({ name, successors }: PartyAccount, language: Language): string {
  const words = WORDS[language];
  const after = successors.length === 0 ? '' : `, ${words.followedBy} ${successors.join(', ')}`;
  return `${words.handOver}: ${name} ${words.ended}${after}`;
}
