import { STANDINGS, type Standing, type TimeAxes } from '#chronicle';
import { CodedError } from '../refusals/coded-error.js';

/** What every export may be asked with. */
export const AXES_PARAMETERS = ['at', 'knownAt', 'standing', 'minPosition', 'format', 'keys', 'bom'] as const;

/** The parameters of an address, by their names. @throws CodedError BAD_REQUEST for an unknown one, or one given twice */
export function parametersOf<const P extends readonly string[]>(
  known: P,
  query: Record<string, unknown>,
): Partial<Record<P[number], string>> {
  const given: Partial<Record<P[number], string>> = {};
  for (const [name, value] of Object.entries(query)) {
    const parameter = known.find((one): one is P[number] => one === name);
    if (parameter === undefined || typeof value !== 'string') {
      const shown = name.slice(0, 60);
      throw badRequest(
        parameter === undefined
          ? `Parametern ”${shown}” finns inte.`
          : `Parametern ”${shown}” kan bara anges en gång.`,
        parameter === undefined
          ? `There is no parameter "${shown}".`
          : `The parameter "${shown}" can be given only once.`,
        shown,
      );
    }
    given[parameter] = value;
  }
  return given;
}

/** @throws CodedError BAD_REQUEST, INVALID_POSITION */
export function axesOf(
  given: Partial<Record<'at' | 'knownAt' | 'standing' | 'scenario' | 'minPosition', string>>,
): TimeAxes {
  return {
    at: given.at,
    knownAt: given.knownAt,
    standing: standingOf(given.standing),
    scenario: given.scenario,
    minPosition: wholeOf(given.minPosition, 'minPosition'),
  };
}

/** One of some values; the first if none is given. @throws CodedError BAD_REQUEST */
export function oneOf<const F extends readonly string[]>(
  values: F,
  text: string | undefined,
  field: string,
): F[number] {
  const found = text === undefined ? values[0] : values.find((one) => one === text);
  if (found !== undefined) return found;
  throw badRequest(`${field} är ${listed(values, 'eller')}.`, `${field} is ${listed(values, 'or')}.`, field);
}

/** A whole number from 0. @throws CodedError INVALID_POSITION, INVALID_DEPTH */
export function wholeOf(
  text: string | undefined,
  field: 'minPosition' | 'depth' | 'position' | 'upTo',
): number | undefined {
  if (text === undefined) return undefined;
  const value = /^\d{1,16}$/.test(text) ? Number(text) : NaN;
  if (Number.isSafeInteger(value)) return value;
  const code = field === 'depth' ? 'INVALID_DEPTH' : 'INVALID_POSITION';
  throw new CodedError(
    code,
    { sv: `${field} är ett heltal från 0.`, en: `${field} is a whole number from 0.` },
    field,
  );
}

export function isTrue(text: string | undefined): boolean {
  return text === '1' || text === 'true';
}

function standingOf(text: string | undefined): Standing | undefined {
  return text === undefined ? undefined : oneOf(STANDINGS, text, 'standing');
}

/** "json, ndjson or csv" */
function listed(values: readonly string[], or: string): string {
  return `${values.slice(0, -1).join(', ')} ${or} ${values.at(-1)}`;
}

function badRequest(sv: string, en: string, field: string): CodedError {
  return new CodedError('BAD_REQUEST', { sv, en }, field);
}
