import type { AppealPeriod, DateWindow, TextChange } from '#governance';
import { describeWrittenDate, type Language } from '#temporal';
import { indent, sourceLines } from './change-account-text.js';
import { conditionInWords } from './condition-account.js';
import { ASPECTS_IN_WORDS } from './document-words.js';
import { placesAfter } from './source-places.js';
import type { SinceProposalAccount, StepAccount } from './step-account.js';

const WORDS = {
  sv: {
    undated: 'Sammanträdets dag är inte känd.',
    proposal: 'Ett förslag, inget beslut.',
    preparation: 'Beredning, inget beslut.',
    answers: 'Svarar på',
    points: 'Punkter',
    conditions: 'Villkor',
    rationale: 'Skäl',
    documents: 'Beslutsunderlag',
    properTitle: 'egen titel',
    recipients: 'Mottagare',
    adjusted: 'Justerat',
    announced: 'Tillkännagivet',
    awaits: 'Väntar på',
    awaitsNone: 'inget beslut därifrån är belagt',
    since: 'Sedan förslaget från',
    unchanged: 'oförändrat',
    added: 'tillkom',
    removed: 'ströks',
    changed: 'ändrades',
    renamed: 'heter nu',
    point: 'punkt',
    condition: 'villkor',
    recipient: 'mottagare',
    document: 'handling',
    laidBefore: 'läggs fram för',
    onlySpelling: 'bara stavningen av en enhet skiljer',
    appeal: 'Överklagande',
    appealed: { lodged: 'överklagat', dismissed: 'överklagandet avslogs', annulled: 'upphävt av domstol' },
    preparatory: 'kan inte överklagas, enbart beredning (13 kap. 2 § kommunallagen)',
    depends: 'om det kan överklagas beror på vad det innehåller',
    lastDay: 'sista dag',
    unknown: 'tiden kan inte beräknas',
    needed: 'saknas',
    dates: { on: 'sammanträdets dag', adjusted: 'dag för justering', announced: 'dag för tillkännagivande' },
    delegation: 'Delegationsbeslut',
    followUp: {
      notified: 'anmält till nämnden',
      minuted: 'protokollfört särskilt',
      missing: 'varken anmält eller protokollfört',
    },
  },
  en: {
    undated: 'The day of the meeting is not known.',
    proposal: 'A proposal, not a decision.',
    preparation: 'Preparation, not a decision.',
    answers: 'Answers',
    points: 'Points',
    conditions: 'Conditions',
    rationale: 'Rationale',
    documents: 'Papers decided on',
    properTitle: 'own title',
    recipients: 'Recipients',
    adjusted: 'Adjusted',
    announced: 'Announced',
    awaits: 'Awaits',
    awaitsNone: 'no decision of theirs is evidenced',
    since: 'Since the proposal of',
    unchanged: 'unchanged',
    added: 'added',
    removed: 'removed',
    changed: 'changed',
    renamed: 'is now called',
    point: 'point',
    condition: 'condition',
    recipient: 'recipient',
    document: 'document',
    laidBefore: 'laid before',
    onlySpelling: 'only the spelling of a unit differs',
    appeal: 'Appeal',
    appealed: { lodged: 'appealed', dismissed: 'the appeal was dismissed', annulled: 'annulled by a court' },
    preparatory: 'cannot be appealed, only prepares (Local Government Act, chapter 13, section 2)',
    depends: 'whether it can be appealed depends on what it contains',
    lastDay: 'last day',
    unknown: 'the period cannot be computed',
    needed: 'missing',
    dates: {
      on: 'the day of the meeting',
      adjusted: 'the day of adjustment',
      announced: 'the day of announcement',
    },
    delegation: 'Decision by delegation',
    followUp: {
      notified: 'notified to the board',
      minuted: 'minuted separately',
      missing: 'neither notified nor minuted',
    },
  },
} as const;

/** A step of a matter for reading: what was done first, then all that belongs to it. */
export function stepLines(step: StepAccount, language: Language): string[] {
  const words = WORDS[language];
  const { sentence, on, isDecision, act, answers, awaits, recipients, sinceProposals } = step;
  return [
    sentence[language],
    ...(isDecision ? [] : [act === 'proposes' ? words.proposal : words.preparation]),
    ...(on === null ? [words.undated] : []),
    ...sourceLines(step.places, language),
    ...(answers.length === 0 ? [] : [`${words.answers}: ${answers.join('; ')}`]),
    ...pointLines(step, language),
    ...listed(
      words.conditions,
      step.conditions.map((one) => conditionInWords(one, language)),
    ),
    ...sinceProposals.flatMap((since) => sinceLines(since, language)),
    ...rationaleLines(step, language),
    ...documentLines(step, language),
    ...(recipients.length === 0 ? [] : [`${words.recipients}: ${recipients.join(', ')}`]),
    ...followUpLines(step, language),
    ...(awaits === null ? [] : [`${words.awaits} ${awaits}: ${words.awaitsNone}.`]),
  ];
}

function pointLines({ points }: StepAccount, language: Language): string[] {
  if (points.length === 0) return [];
  return [
    `${WORDS[language].points}:`,
    ...points.flatMap(({ text, changes }, i) => [
      `  ${i + 1}. ${text}`,
      ...changes.map((sentence) => `     → ${sentence[language]}`),
    ]),
  ];
}

function rationaleLines({ rationale, places: own }: StepAccount, language: Language): string[] {
  const within = own.map(({ document }) => document);
  const said = rationale.map(({ aspect, text, places }) => {
    return `${ASPECTS_IN_WORDS[language][aspect]}: ${text}${placesAfter(places, within)}`;
  });
  return listed(WORDS[language].rationale, said);
}

function documentLines({ documents }: StepAccount, language: Language): string[] {
  const words = WORDS[language];
  return listed(
    words.documents,
    documents.map(({ title, properTitle }) =>
      properTitle === null ? title : `${title} (${words.properTitle}: ${properTitle})`,
    ),
  );
}

function sinceLines(since: SinceProposalAccount, language: Language): string[] {
  const words = WORDS[language];
  const { proposal, unchanged, points, conditions, recipients, documents, to } = since;
  if (unchanged) return [`${words.since} ${proposal}: ${words.unchanged}`];
  const text = (what: string) => (change: TextChange) => {
    const spelling = change.sameUnits ? ` (${words.onlySpelling})` : '';
    const said =
      change.change === 'changed' ? `${change.before} → ${change.after}` : (change.after ?? change.before);
    return `${what} ${words[change.change]}: ${said}${spelling}`;
  };
  return listed(`${words.since} ${proposal}`, [
    ...points.map(text(words.point)),
    ...conditions.map(text(words.condition)),
    ...recipients.map(({ change, name }) => `${words.recipient} ${words[change]}: ${name}`),
    ...documents.map(({ change, before, after }) =>
      change === 'renamed'
        ? `${words.document}: ${before} ${words.renamed} ${after}`
        : `${words.document} ${words[change]}: ${after ?? before}`,
    ),
    ...(to === null ? [] : [`${words.laidBefore}: ${to.before ?? '–'} → ${to.after ?? '–'}`]),
  ]);
}

function followUpLines(step: StepAccount, language: Language): string[] {
  const words = WORDS[language];
  const { adjusted, announced, followUp, isDecision, appeal } = step;
  return [
    ...(adjusted === null ? [] : [`${words.adjusted} ${describeWrittenDate(adjusted, language)}`]),
    ...(announced === null ? [] : [`${words.announced} ${describeWrittenDate(announced, language)}`]),
    ...(followUp === null ? [] : [`${words.delegation}: ${words.followUp[followUp.status]}`]),
    ...(appeal === null
      ? []
      : [`${words.appeal}: ${words.appealed[appeal.outcome]}${appeal.on === null ? '' : ` ${appeal.on}`}`]),
    ...(isDecision || step.act === 'proposes' ? [`${words.appeal}: ${appealInWords(step, language)}`] : []),
  ];
}

function appealInWords({ appealability, appealPeriod }: StepAccount, language: Language): string {
  const words = WORDS[language];
  if (appealability === 'preparatory') return words.preparatory;
  const period = periodInWords(appealPeriod, language);
  return appealability === 'depends' ? `${words.depends}; ${period}` : period;
}

function periodInWords({ known, lastDay, missing, source }: AppealPeriod, language: Language): string {
  const words = WORDS[language];
  const lacking = missing.map((date) => words.dates[date]).join(', ');
  const needed = lacking === '' ? '' : ` (${words.needed}: ${lacking})`;
  if (known === 'unknown' || lastDay === null) return `${words.unknown}${needed}`;
  const cited = source[0] === undefined ? '' : `; ${source[0].cite}`;
  return `${words.lastDay} ${windowInWords(lastDay)}${needed}${cited}`;
}

/** "2021-03-15", "2021-03-15 – 2021-03-23" */
function windowInWords({ earliest, latest }: DateWindow): string {
  return earliest === latest ? (earliest ?? '?') : `${earliest ?? '?'} – ${latest ?? '?'}`;
}

function listed(heading: string, body: readonly string[]): string[] {
  return body.length === 0 ? [] : [`${heading}:`, ...body.map((line) => indent(`- ${line}`))];
}
