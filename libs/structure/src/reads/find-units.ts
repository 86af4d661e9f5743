import { LINE, type Hierarchy, type Scheme } from '../ids.js';
import type { Unit } from '../unit.js';
import { foldText, wordsSought } from './folded-text.js';
import { sortNamed } from './names-in-order.js';
import { isInForce, mayBeInForce, nameAt, valueAround, type Reading } from './reading.js';
import { codeAt, parentAt } from './unit-state.js';

/** What units must match; all that is given must hold. */
export interface UnitFilter {
  /** Words that occur in the name or a code, without regard to case and diacritics. */
  readonly text?: string;
  readonly type?: string;
  /** Exactly this code: in `scheme`, else in any. */
  readonly code?: string;
  /** Holds a code of this scheme. */
  readonly scheme?: Scheme;
  /** Stands directly under this unit; null: a root. */
  readonly parent?: Unit | null;
  /** The hierarchy of `parent`; `line` unless said. */
  readonly hierarchy?: Hierarchy;
  /** Other ways to write a unit's name, by which it is found as well. */
  readonly spellings?: ReadonlyMap<string, readonly string[]>;
  /** Also units that may or may not be in force. */
  readonly includeIndeterminate?: boolean;
}

/**
 * The units in force that match, by name (see `compareNamed`). Names and codes are those at the reading. For a
 * fixed date and position the answer never changes, so that a page can be cut from it by a unit's id.
 */
export function findUnits(reading: Reading, filter: UnitFilter = {}): Unit[] {
  const { scheme, code, type, parent, hierarchy = LINE } = filter;
  const words = wordsSought(filter.text);
  const found: { id: string; name: string; unit: Unit }[] = [];
  for (const unit of candidates(reading, filter)) {
    if (!isInForce(reading, unit) && !(filter.includeIndeterminate && mayBeInForce(reading, unit))) continue;
    if (type !== undefined && valueAround(unit, unit.type, reading) !== type) continue;
    if (parent !== undefined && (parentAt(reading, unit, hierarchy) ?? null) !== parent) continue;
    if ((code !== undefined || scheme !== undefined) && !hasCode(reading, unit, scheme, code)) continue;
    const name = nameAt(reading, unit);
    if (
      words.length > 0 &&
      !matches(reading, unit, [name, ...(filter.spellings?.get(unit.id) ?? [])], words)
    ) {
      continue;
    }
    found.push({ id: unit.id, name, unit });
  }
  return sortNamed(found).map(({ unit }) => unit);
}

/** The smallest set of units at hand that holds all that can match. */
function candidates({ timeline }: Reading, filter: UnitFilter): Iterable<Unit> {
  if (filter.code !== undefined && filter.scheme !== undefined) {
    return timeline.holdersOf(filter.scheme, filter.code);
  }
  return filter.parent ? timeline.everChildren(filter.parent, filter.hierarchy) : timeline.units.values();
}

function hasCode(
  reading: Reading,
  unit: Unit,
  scheme: Scheme | undefined,
  code: string | undefined,
): boolean {
  const schemes = scheme === undefined ? unit.codes.keys() : [scheme];
  for (const candidate of schemes) {
    const held = codeAt(reading, unit, candidate);
    if (held !== null && (code === undefined || held === code)) return true;
  }
  return false;
}

function matches(reading: Reading, unit: Unit, names: readonly string[], words: readonly string[]): boolean {
  return names
    .map(foldText)
    .some((name) => words.every((word) => name.includes(word) || hasCodeWith(reading, unit, word)));
}

function hasCodeWith(reading: Reading, unit: Unit, word: string): boolean {
  for (const scheme of unit.codes.keys()) {
    const code = codeAt(reading, unit, scheme);
    if (code !== null && foldText(code).includes(word)) return true;
  }
  return false;
}
