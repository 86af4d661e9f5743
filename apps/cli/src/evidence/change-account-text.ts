import { describeWrittenDate, type Language } from '#temporal';
import { standingInWords } from '../standing-words.js';
import type { ChangeAccount } from './change-account.js';
import { conditionInWords } from './condition-account.js';
import type { DecisionAccount } from './decision-account.js';
import { observationInWords } from './observation-account.js';
import { placeInWords, type SourcePlace } from './source-places.js';

const WORDS = {
  sv: {
    indeterminate: 'ovisst om den har skett',
    restsOn: 'Vilar på',
    noDecision: 'Inget beslut är belagt',
    matter: 'Ärende',
    scenario: 'Ur scenario',
    condition: 'Villkor',
    source: 'Källa',
    seen: 'Iakttagelse',
    blocked: 'Kan inte genomföras',
    missing: 'Öppet',
  },
  en: {
    indeterminate: 'it cannot be known whether it has happened',
    restsOn: 'Rests on',
    noDecision: 'No decision is evidenced',
    matter: 'Matter',
    scenario: 'From scenario',
    condition: 'Condition',
    source: 'Source',
    seen: 'Observation',
    blocked: 'Cannot take effect',
    missing: 'Open',
  },
} as const;

/** A change and what it rests on, a line each, the change itself first. `spokenOf`: the matter that is clear already. */
export function changeAccountLines(
  account: ChangeAccount,
  language: Language,
  spokenOf: string | null = null,
): string[] {
  const words = WORDS[language];
  const { decisions, conditions, observations, missing, blocked, places, matter, scenario } = account;
  return [
    changeHeading(account, language),
    ...decisions.flatMap((decision) => decisionLines(decision, words.restsOn, language)).map(indent),
    ...(decisions.length === 0 && account.standing !== 'asserted' ? [`  ${words.noDecision}`] : []),
    ...(matter === null || matter === spokenOf ? [] : [`  ${words.matter}: ${matter}`]),
    ...(scenario === null ? [] : [`  ${words.scenario}: ${scenario}`]),
    ...conditions.map((condition) => `  ${words.condition}: ${conditionInWords(condition, language)}`),
    ...sourceLines(places, language).map(indent),
    ...observations.map((seen) => `  ${words.seen}: ${observationInWords(seen, language)}`),
    ...blocked.map((message) => `  ${words.blocked}: ${message[language]}`),
    ...missing.map(
      ({ message }) => `  ${words.missing}: ${withoutSubject(message[language], account.sentence[language])}`,
    ),
  ];
}

/** "Under 2021: IT flyttades till Regionkontoret [föreslagen]" */
export function changeHeading(account: ChangeAccount, language: Language): string {
  const { sentence, standing, indeterminate, name } = account;
  const marks = [
    standingInWords(standing, language),
    ...(indeterminate ? [WORDS[language].indeterminate] : []),
  ];
  const called = name === null ? '' : ` (${name})`;
  return `${dateHeading(account.on.written, language)}: ${sentence[language]}${called} [${marks.join('; ')}]`;
}

/** "Under 2021", "Den 1 mars 2021": a date that opens a line. */
export function dateHeading(written: string, language: Language): string {
  const date = describeWrittenDate(written, language);
  return date.charAt(0).toUpperCase() + date.slice(1);
}

/** What is said of a change, where it is clear which one is meant. */
function withoutSubject(message: string, sentence: string): string {
  return message.endsWith(`: ${sentence}`) ? message.slice(0, -sentence.length - 2) : message;
}

function decisionLines({ sentence, places }: DecisionAccount, label: string, language: Language): string[] {
  return [`${label}: ${sentence[language]}`, ...sourceLines(places, language).map(indent)];
}

/** Where it stands, a place a line. */
export function sourceLines(places: readonly SourcePlace[], language: Language): string[] {
  return places.map((place) => `${WORDS[language].source}: ${placeInWords(place)}`);
}

export function indent(line: string): string {
  return `  ${line}`;
}

/** Lines as text. */
export function joinLines(all: readonly string[]): string {
  return all.map((line) => `${line}\n`).join('');
}
