import {
  isInForce,
  isKnownAt,
  nameAt,
  type Reading,
  type Unit,
  type UnitId,
  type UnitReference,
} from '#structure';
import type { Day } from '#temporal';
import { compare, decimal, type Decimal } from '../decimal.js';
import { distinctGaps, type Gap } from './gap.js';
import type { InferredEdge } from './links.js';
import { compositionKey, type Composition, type Perimeter } from './perimeter.js';

const ONE = decimal('1');

/**
 * How a unit's figure enters a restated one: `itself` the unit asked about; `origin` what it goes back to or leads
 * to, while it was not there itself; `joined` between the period and the perimeter's date, or the other way round if
 * that is earlier; `left` likewise.
 */
export type TermRole = 'itself' | 'origin' | 'joined' | 'left';

export interface RestatedTerm {
  readonly unit: UnitReference;
  readonly role: TermRole;
  /** How often its figure counts: 1 added, -1 taken away, between them a share. */
  readonly share: Decimal;
  /** The changes that moved it between the period and the perimeter's date. */
  readonly changes: readonly string[];
}

/** What a unit consisted of during a period, beside what it consists of on the date of a perimeter. */
export interface PeriodOnPerimeter {
  /** Whether a figure of the period is of the same perimeter; null: that cannot be said. */
  readonly likeForLike: boolean | null;
  readonly joined: readonly UnitReference[];
  readonly left: readonly UnitReference[];
  /** Which units' figures come to the perimeter's; if there are gaps, not all of them may be named. */
  readonly terms: readonly RestatedTerm[];
  readonly gaps: readonly Gap[];
  /** Lineage that it rests on, and that is only inferred. */
  readonly inferred: readonly InferredEdge[];
}

/** Sets a period beside a perimeter. What changes within the period, or may have, is looked at on each such day. */
export function periodOnPerimeter(
  perimeter: Perimeter,
  { earliest, latest }: { readonly earliest: Day; readonly latest: Day },
): PeriodOnPerimeter {
  const ends = [...new Set([earliest, latest])].map((day) => perimeter.on(day));
  const { within, maybe } = perimeter.turningDays(earliest, latest);
  const samples = peopled([...ends, ...within.map((day) => perimeter.on(day))]);
  const nearest = nearestTo(samples, perimeter.reading.at);
  if (nearest === undefined) return nothingThere(perimeter, ends);
  const key = compositionKey(nearest);
  const changed = samples.filter((sample) => compositionKey(sample) !== key);
  const open = maybe
    .map((day) => perimeter.on(day))
    .filter((sample) => !changed.includes(sample) && compositionKey(sample) !== key);
  const gaps = samples.flatMap((sample) => sample.gaps);
  const unit = referenceOn(perimeter.reading, perimeter.unit, perimeter.reading.at);
  if (changed.length > 0) gaps.push({ code: 'CHANGED_WITHIN', unit, others: [] });
  if (open.length > 0) gaps.push({ code: 'INDETERMINATE', unit, others: [] });
  const terms = distinctTerms([nearest, ...changed, ...open].flatMap((sample) => termsOf(perimeter, sample)));
  return {
    likeForLike: isLikeForLike(termsOf(perimeter, nearest), gaps),
    joined: unitsIn(terms, 'joined'),
    left: unitsIn(terms, 'left'),
    terms: changed.length + open.length === 0 ? terms : termsOf(perimeter, nearest),
    gaps: distinctGaps(gaps),
    inferred: [...new Set([nearest, ...changed].flatMap((sample) => sample.inferred))],
  };
}

/** It is if one figure is all of it: the unit's own, or while it was not there that of what it goes back to. */
function isLikeForLike(terms: readonly RestatedTerm[], gaps: readonly Gap[]): boolean | null {
  const codes = new Set(gaps.map(({ code }) => code));
  if (codes.has('CHANGED_WITHIN') || codes.has('SHARE_UNKNOWN') || codes.has('ORIGIN_MIXED')) return false;
  const isMoved = ({ role, share }: RestatedTerm) =>
    role === 'joined' || role === 'left' || compare(share, ONE) !== 0;
  if (terms.length > 1 || terms.some(isMoved)) return false;
  return gaps.length > 0 ? null : true;
}

/** Those on which something is there; before a unit began there is nothing to compare. */
function peopled(samples: readonly Composition[]): Composition[] {
  return samples.filter(({ terms, gaps }) => terms.length > 0 || gaps.length > 0);
}

function nearestTo(samples: readonly Composition[], at: Day): Composition | undefined {
  const distance = ({ day }: Composition) => Math.abs(day - at);
  return samples.reduce<Composition | undefined>(
    (found, sample) => (found === undefined || distance(sample) < distance(found) ? sample : found),
    undefined,
  );
}

function nothingThere({ reading, unit }: Perimeter, ends: readonly Composition[]): PeriodOnPerimeter {
  const day = ends[0]?.day ?? reading.at;
  return {
    likeForLike: null,
    joined: [],
    left: [],
    terms: [],
    gaps: [{ code: 'NOT_IN_FORCE', unit: referenceOn(reading, unit, day), others: [] }],
    inferred: [],
  };
}

function termsOf({ reading, unit: asked }: Perimeter, { terms, day }: Composition): RestatedTerm[] {
  const isThere = isInForce({ ...reading, at: day }, asked);
  return terms.map(({ unit, share }) => ({
    unit: referenceOn(reading, unit, day),
    role: unit === asked ? 'itself' : roleOf(share, isThere, day > reading.at),
    share,
    changes: changesBetween(reading, unit, day),
  }));
}

function roleOf({ digits }: Decimal, isThere: boolean, isLater: boolean): TermRole {
  const isAdded = digits > 0n;
  if (isAdded && !isThere) return 'origin';
  return isAdded === isLater ? 'left' : 'joined';
}

function distinctTerms(terms: readonly RestatedTerm[]): RestatedTerm[] {
  return [...new Map(terms.map((term) => [`${term.unit.id} ${term.role}`, term])).values()];
}

function unitsIn(terms: readonly RestatedTerm[], role: TermRole): UnitReference[] {
  return terms.flatMap((term) => (term.role === role ? [term.unit] : []));
}

/** Changes by which a unit moved, ended or handed on between a day and the perimeter's date. */
function changesBetween({ at, position }: Reading, unit: Unit, day: Day): string[] {
  const [after, until] = day < at ? [day, at] : [at, day];
  const versions = unit.touchedBy.filter(
    (version) =>
      isKnownAt(version, position) &&
      version.from > after &&
      version.from <= until &&
      version.effects.some((effect) => isMove(effect, unit.id)),
  );
  return [...new Set(versions.map(({ change }) => change.id))];
}

type Effect = Unit['touchedBy'][number]['effects'][number];

function isMove(effect: Effect, unit: UnitId): boolean {
  if (effect.e === 'lineage') return effect.from === unit || effect.to === unit;
  if (effect.unit !== unit) return false;
  return effect.e !== 'set' || effect.field.startsWith('parent:');
}

function referenceOn(reading: Reading, unit: Unit, day: Day): UnitReference {
  return { id: unit.id, name: nameAt({ ...reading, at: day }, unit) };
}
