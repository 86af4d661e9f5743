import type { HistoryEntry, LogEntry } from '#structure';
import type { Language } from '#temporal';
import { changeAccountLines, indent, joinLines } from './evidence/change-account-text.js';
import { inferredStepInWords } from './evidence/inferred-steps.js';
import type { SaidOfUnit, UnitHistory } from './evidence/unit-history.js';
import { relationInWords } from './relation-words.js';
import { standingInWords } from './standing-words.js';

const WORDS = {
  sv: {
    existence: 'existens',
    name: 'namn',
    type: 'typ',
    parent: 'överordnad',
    code: 'kod',
    predecessor: 'föregångare',
    successor: 'efterföljare',
    inForce: 'finns',
    ended: 'upphör',
    top: 'toppnivån',
    none: '–',
    recorded: 'registrerad',
    takenBack: 'tillbakatagen',
    outside: 'Har inte trätt i kraft:',
    inferred: 'Härstamning som är en slutsats, inte ett beslut:',
  },
  en: {
    existence: 'existence',
    name: 'name',
    type: 'type',
    parent: 'parent',
    code: 'code',
    predecessor: 'predecessor',
    successor: 'successor',
    inForce: 'in force',
    ended: 'ends',
    top: 'the top level',
    none: '–',
    recorded: 'recorded',
    takenBack: 'taken back',
    outside: 'Has not taken effect:',
    inferred: 'Lineage that is an inference, not a decision:',
  },
} as const;

/** A unit's history for reading. */
export function* historyText(
  { said, outside, inferred }: UnitHistory,
  language: Language,
): Generator<string> {
  const words = WORDS[language];
  for (const entry of said) yield saidText(entry, language);
  if (outside.length > 0) {
    yield `\n${words.outside}\n`;
    for (const change of outside) {
      yield joinLines(changeAccountLines(change, language).map(indent));
    }
  }
  if (inferred.length > 0) {
    yield `\n${words.inferred}\n`;
    for (const step of inferred) yield `  ${inferredStepInWords(step, language)}\n`;
  }
}

/**
 * A line each. What is outside of what was in force has the field `pending` or `inferred` in the place of a field of
 * the unit.
 */
export function* historyLines({ said, outside, inferred }: UnitHistory): Generator<string> {
  for (const entry of said) yield lineOf(entry);
  for (const change of outside) yield `${JSON.stringify({ field: 'pending', ...change })}\n`;
  for (const step of inferred) yield `${JSON.stringify({ field: 'inferred', ...step })}\n`;
}

function saidText(entry: SaidOfUnit, language: Language): string {
  const words = WORDS[language];
  const [field = '', qualifier] = entry.field.split(':');
  const label = `${words[field as keyof typeof words]}${qualifier === undefined || qualifier === 'line' ? '' : ` ${qualifier}`}`;
  const relation =
    entry.relation === null ? '' : ` (${relationInWords(entry.relation, entry.share, language)})`;
  const pending = entry.pending === null ? '' : ` (${standingInWords(entry.pending, language)})`;
  const known =
    `${words.recorded} ${stampOf(entry.recorded)}` +
    (entry.takenBack === null ? '' : `; ${words.takenBack} ${stampOf(entry.takenBack)}`);
  const value = valueInWords(entry, field, language);
  return `${entry.validFrom.written.padEnd(10)}  ${label}: ${value}${relation}${pending}  [${known}]\n`;
}

function valueInWords({ value, valueName }: HistoryEntry, field: string, language: Language): string {
  const words = WORDS[language];
  if (typeof value === 'boolean') return words[value ? 'inForce' : 'ended'];
  return valueName ?? value ?? (field === 'parent' ? words.top : words.none);
}

function stampOf({ position, knownAt, actor, reason }: LogEntry): string {
  const where = Number.isInteger(position) ? `#${position}` : 'scenario';
  return `${where} ${knownAt} ${actor}${reason === undefined ? '' : `: ${reason}`}`;
}

function lineOf(entry: SaidOfUnit): string {
  const { recorded, takenBack, ...said } = entry;
  return `${JSON.stringify({ ...said, recorded: logged(recorded), takenBack: takenBack && logged(takenBack) })}\n`;
}

function logged({ position, recording, recordedAt, knownAt, actor, reason, basis, source }: LogEntry) {
  return { position, recording, recordedAt, knownAt, actor, reason, basis, source };
}
