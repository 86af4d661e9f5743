import { LAST_DAY, NO_END, type Day } from '#temporal';
import { isUuid, type Scheme, type UnitId } from '../ids.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';
import { isKnownAt, type Reading } from './reading.js';

/** The scheme in which an import keeps its keys unless it is told another. */
export const IMPORT_KEYS: Scheme = 'import';

/** Which unit a reference means; `ambiguous` when several hold or last held the code. */
export type FoundUnit =
  | { readonly outcome: 'found'; readonly unit: Unit }
  | { readonly outcome: 'unknown' }
  | { readonly outcome: 'ambiguous'; readonly units: readonly Unit[] };

export interface FindUnitOptions {
  /** The day on which the code is held; the end of time unless said. */
  readonly at?: Day;
  readonly position: number;
  /** The scheme of bare keys; `import` unless said. */
  readonly keyScheme?: Scheme;
}

/**
 * Finds the unit that a person or program names: by its id, its key, or a code as `scheme:value`, tried in
 * that order. A code means the unit in force that holds it on the day; else the one that held it last before;
 * else the first to hold it after. Only what is known at the position counts.
 */
export function findUnit(timeline: Timeline, reference: string, options: FindUnitOptions): FoundUnit {
  const { at = LAST_DAY, position, keyScheme = IMPORT_KEYS } = options;
  const reading: Reading = { timeline, at, position };
  if (isUuid(reference)) {
    const unit = timeline.units.get(reference as UnitId);
    if (unit !== undefined && unit.existence.known(position).length > 0) return { outcome: 'found', unit };
  }
  const byKey = holderOf(reading, keyScheme, reference);
  if (byKey.outcome !== 'unknown') return byKey;
  const colon = reference.indexOf(':');
  if (colon <= 0) return byKey;
  return holderOf(reading, reference.slice(0, colon), reference.slice(colon + 1));
}

function holderOf(reading: Reading, scheme: Scheme, code: string): FoundUnit {
  let best: Unit[] = [];
  let bestRank = -Infinity;
  for (const unit of reading.timeline.holdersOf(scheme, code)) {
    const rank = holdingRank(reading, unit, scheme, code);
    if (rank > bestRank) [best, bestRank] = [[unit], rank];
    else if (rank === bestRank && rank !== -Infinity) best.push(unit);
  }
  if (best.length > 1) return { outcome: 'ambiguous', units: best };
  return best.length === 1 ? { outcome: 'found', unit: best[0]! } : { outcome: 'unknown' };
}

/** Days of the calendar and more: puts every holding after the day below every holding before it. */
const AFTERWARDS = -100_000_000;

/** How near to the day the unit holds the code: Infinity on the day, a day before it, or far less after it. */
function holdingRank({ at, position }: Reading, unit: Unit, scheme: Scheme, code: string): number {
  let rank = -Infinity;
  for (const { from, to } of holdings(unit, scheme, code, position)) {
    if (from <= at && at < to) return Infinity;
    const next = from > at ? AFTERWARDS - (Number.isFinite(from) ? from : LAST_DAY + 1) : to;
    if (next > rank) rank = next;
  }
  return rank;
}

/** The times during which a unit in force holds a code. */
function* holdings(
  unit: Unit,
  scheme: Scheme,
  code: string,
  position: number,
): Iterable<{ from: Day; to: Day }> {
  const track = unit.codes.get(scheme);
  if (track === undefined) return;
  const days = new Set<Day>();
  for (const facts of [track.all(), unit.existence.all()]) {
    for (const fact of facts) if (isKnownAt(fact, position)) days.add(fact.from);
  }
  let from: Day | null = null;
  for (const day of [...days].sort((a, b) => (a < b ? -1 : 1))) {
    const holds = track.at(day, position)?.value === code && unit.existence.at(day, position)?.value === true;
    if (holds) from ??= day;
    else if (from !== null) {
      yield { from, to: day };
      from = null;
    }
  }
  if (from !== null) yield { from, to: NO_END };
}
