import type { Register } from '#records';
import { foldName } from '#structure';
import { assignment, decision, spelling, type Party } from './kinds/index.js';

/** A way in which a unit's name is written, and where. */
export interface Spelling {
  readonly unit: string;
  readonly written: string;
  /** The document that writes it so. */
  readonly document: string | null;
  readonly place: string | null;
  /** What says so: a spelling that was recorded, or a decision or assignment that names the unit so. */
  readonly record: string;
}

/** A unit that is written like a text: `exact` once both are folded, or `containing` it. */
export interface SpelledUnit {
  readonly unit: string;
  readonly match: 'exact' | 'containing';
  /** The spellings that match, as they were recorded. */
  readonly spellings: readonly Spelling[];
}

/** Every way in which a unit's name is written beside its own, each with its source, in the order of recording. */
export function spellingsOf(register: Register, position: number, unit: string): Spelling[] {
  return allSpellings(register, position).filter((known) => known.unit === unit);
}

/**
 * The units that are written like a text, without regard to case, diacritics and runs of blanks: those written
 * exactly so first, then those whose spelling contains it. A unit's own names are not searched here.
 */
export function unitsSpelled(register: Register, position: number, text: string): SpelledUnit[] {
  const sought = foldName(text);
  if (sought === '') return [];
  const exact = new Map<string, Spelling[]>();
  const containing = new Map<string, Spelling[]>();
  for (const known of allSpellings(register, position)) {
    const folded = foldName(known.written);
    if (!folded.includes(sought)) continue;
    const found = folded === sought ? exact : containing;
    found.set(known.unit, [...(found.get(known.unit) ?? []), known]);
  }
  return [
    ...[...exact].map(([unit, spellings]) => ({ unit, match: 'exact' as const, spellings })),
    ...[...containing]
      .filter(([unit]) => !exact.has(unit))
      .map(([unit, spellings]) => ({ unit, match: 'containing' as const, spellings })),
  ];
}

/** Those recorded as such, then those of decisions and assignments that write a unit's name in their own way. */
export function allSpellings(register: Register, position: number): Spelling[] {
  return [
    ...register.known(spelling, position).map(({ id, payload }) => ({
      unit: payload.unit,
      written: payload.written,
      document: payload.document ?? null,
      place: payload.place ?? null,
      record: id as string,
    })),
    ...register.known(decision, position).flatMap(({ id, payload }) => {
      const { body, to, recipients = [], recordedIn, paragraph } = payload;
      return asWritten([body, ...(to === undefined ? [] : [to]), ...recipients]).map((party) => ({
        ...party,
        document: recordedIn ?? null,
        place: paragraph ?? null,
        record: id as string,
      }));
    }),
    ...register.known(assignment, position).flatMap(({ id, payload }) => {
      const { to, with: together = [], reportTo, document, number } = payload;
      return asWritten([...to, ...together, ...(reportTo === undefined ? [] : [reportTo])]).map((party) => ({
        ...party,
        document: document ?? null,
        place: number ?? null,
        record: id as string,
      }));
    }),
  ];
}

function asWritten(parties: readonly Party[]): { unit: string; written: string }[] {
  return parties.flatMap((party) =>
    typeof party === 'string' || party.unit === undefined ? [] : [{ unit: party.unit, written: party.name }],
  );
}
