import type { AnyRefusal } from '#chronicle';
import type { UnitMention } from '#structure';
import type { Language, Message } from '#temporal';

/** What can be wrong with a file before its changes are looked at. A closed list. */
export type FileProblemCode =
  | 'NOT_UTF8'
  | 'LINE_TOO_LONG'
  | 'NOT_JSON'
  | 'NOT_AN_OBJECT'
  | 'NOT_GZIP'
  | 'SET_NOT_TOGETHER'
  | 'INVALID_KNOWN_FROM'
  | 'KNOWN_FROM_BACKWARDS'
  | 'KNOWN_AT_IN_FUTURE';

/** Why a line of a file is not recorded. */
export interface ImportError {
  readonly code: FileProblemCode | AnyRefusal['code'];
  /** From 1; null if it concerns no line of the file. */
  readonly line: number | null;
  readonly field?: string;
  readonly message: Message;
  readonly date?: string;
  readonly units: readonly UnitMention[];
  /** Ids of recorded changes in the way. */
  readonly changes: readonly string[];
}

export function fileProblem(
  code: FileProblemCode,
  line: number | null,
  message: Message,
  field?: string,
): ImportError {
  return { code, line, message, units: [], changes: [], ...(field === undefined ? {} : { field }) };
}

/** A refusal of a change set, told of the line that it concerns: the first of the set if of none in particular. */
export function errorOf(refusal: AnyRefusal, lines: readonly number[]): ImportError {
  const { index, ...rest } = refusal;
  return { ...rest, line: lines[index ?? 0] ?? lines[0] ?? null };
}

const WORDS = {
  sv: { line: 'rad', field: 'fält', units: 'enheter', changes: 'i vägen' },
  en: { line: 'line', field: 'field', units: 'units', changes: 'in the way' },
} as const;

/** One line for people: where, which field, what is wrong, and what stands in the way. */
export function describeError(error: ImportError, language: Language): string {
  const words = WORDS[language];
  const where = [
    ...(error.line === null ? [] : [`${words.line} ${error.line}`]),
    ...(error.field === undefined ? [] : [`${words.field} ${error.field}`]),
  ].join(', ');
  const units = error.units.map(({ id, name }) => (name === null ? id : `${name} (${id})`)).join(', ');
  return [
    where === '' ? `[${error.code}]` : `${where} [${error.code}]:`,
    error.message[language],
    ...(units === '' ? [] : [`(${words.units}: ${units})`]),
    ...(error.changes.length === 0 ? [] : [`(${words.changes}: ${error.changes.join(', ')})`]),
  ].join(' ');
}
