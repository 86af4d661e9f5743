import {
  ancestorsAt,
  isInForce,
  isKnownAt,
  mayBeInForce,
  referenceTo,
  type Reading,
  type Unit,
  type UnitId,
  type UnitReference,
} from '#structure';
import type { Day } from '#temporal';
import { compare, decimal, type Decimal } from '../decimal.js';
import { distinctGaps, type Gap } from './gap.js';
import type { InferredEdge } from './links.js';
import { isPeopled, type Composition, type Perimeter } from './perimeter.js';

const ONE = decimal('1');

/**
 * How a unit's figure enters a restated one: `itself` the unit asked about; `origin` what it goes back to or leads
 * to, while it was not there itself; `joined` between the period and the perimeter's date, or the other way round if
 * that is earlier; `left` likewise, or did not come along with what joined.
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

/** A term of which the share may not be known; `isExcepted`: it stands under another, and does not go with it. */
type PossibleTerm = Omit<RestatedTerm, 'share'> & {
  readonly share: Decimal | null;
  readonly isExcepted: boolean;
};

/** What a unit consisted of during a period, beside what it consists of on the date of a perimeter. */
export interface PeriodOnPerimeter {
  /** Whether a figure of the period is of the same perimeter; null: that cannot be said. */
  readonly likeForLike: boolean | null;
  readonly joined: readonly UnitReference[];
  readonly left: readonly UnitReference[];
  /** Those of them that only stood under one that joined or left, and did not go with it. */
  readonly excepted: readonly UnitReference[];
  /**
   * Units that joined or left by the end of the period, and it is not known whether before it or within it. The
   * figure is taken to be of what the unit consisted of at the end.
   */
  readonly sinceUnknown: readonly UnitReference[];
  /** Which units' figures come to the perimeter's; if there are gaps, not all of them may be named. */
  readonly terms: readonly RestatedTerm[];
  readonly gaps: readonly Gap[];
  /** Lineage that it rests on, and that is only inferred. */
  readonly inferred: readonly InferredEdge[];
}

/** Sets a period beside a perimeter: what the unit consisted of at its end, and what changed within it, or may have. */
export function periodOnPerimeter(
  perimeter: Perimeter,
  { earliest, latest }: { readonly earliest: Day; readonly latest: Day },
): PeriodOnPerimeter {
  const { reading } = perimeter;
  const { certain, before, after } = perimeter.turningPoints(earliest, latest);
  const atEnd = [latest, earliest].map((day) => perimeter.on(day)).find(isPeopled);
  if (atEnd === undefined) return nothingThere(perimeter, latest);
  const shown = nearestTo([atEnd, ...certain.flat()], reading.at);
  const unit = referenceOn(reading, perimeter.unit, reading.at);
  const gaps = [atEnd, ...certain.flat()].flatMap((composition) => composition.gaps);
  if (certain.length > 0) gaps.push({ code: 'CHANGED_WITHIN', unit, others: [] });
  if (after.length > 0) gaps.push({ code: 'INDETERMINATE', unit, others: [] });
  const terms = termsOf(perimeter, shown);
  const all = [shown, ...certain.flat(), ...after.flat()];
  const moved = distinctTerms(all.flatMap((composition) => termsOf(perimeter, composition)));
  const open = distinctTerms(before.flat().flatMap((composition) => termsOf(perimeter, composition))).filter(
    ({ isExcepted }) => !isExcepted,
  );
  return {
    likeForLike: isLikeForLike(terms, gaps),
    joined: unitsIn(moved, ['joined']),
    left: unitsIn(moved, ['left']),
    excepted: moved.flatMap(({ isExcepted, unit }) => (isExcepted ? [unit] : [])),
    sinceUnknown: unitsIn(open, ['joined', 'left']),
    terms: terms.flatMap(knownTerm),
    gaps: distinctGaps(gaps),
    inferred: [...new Set(all.flatMap((composition) => composition.inferred))],
  };
}

/** It is if one figure is all of it: the unit's own, or while it was not there that of what it goes back to. */
function isLikeForLike(terms: readonly PossibleTerm[], gaps: readonly Gap[]): boolean | null {
  const codes = new Set(gaps.map(({ code }) => code));
  if (codes.has('CHANGED_WITHIN') || codes.has('SHARE_UNKNOWN') || codes.has('ORIGIN_MIXED')) return false;
  const isMoved = ({ role, share }: PossibleTerm) =>
    role === 'joined' || role === 'left' || share === null || compare(share, ONE) !== 0;
  if (terms.length > 1 || terms.some(isMoved)) return false;
  return gaps.length > 0 ? null : true;
}

function knownTerm({ share, isExcepted: _, ...term }: PossibleTerm): RestatedTerm[] {
  return share === null ? [] : [{ ...term, share }];
}

function nearestTo(compositions: readonly [Composition, ...Composition[]], at: Day): Composition {
  const distance = ({ day }: Composition) => Math.abs(day - at);
  return compositions.reduce((found, other) => (distance(other) < distance(found) ? other : found));
}

function nothingThere({ reading, unit }: Perimeter, day: Day): PeriodOnPerimeter {
  const code = mayBeInForce({ ...reading, at: day }, unit) ? 'INDETERMINATE' : 'NOT_IN_FORCE';
  return {
    likeForLike: null,
    joined: [],
    left: [],
    excepted: [],
    sinceUnknown: [],
    terms: [],
    gaps: [{ code, unit: referenceOn(reading, unit, day), others: [] }],
    inferred: [],
  };
}

function termsOf(
  { reading, unit: asked, hierarchy }: Perimeter,
  { terms, day }: Composition,
): PossibleTerm[] {
  const on = { ...reading, at: day };
  const isThere = isInForce(on, asked);
  const isLater = day > reading.at;
  return terms.map(({ unit, share }) => {
    const isUnder = unit === asked || ancestorsAt(on, unit, hierarchy).includes(asked);
    const isAdded = share === null ? !isUnder : share.digits > 0n;
    const moved: TermRole = isAdded === isLater ? 'left' : 'joined';
    return {
      unit: referenceOn(reading, unit, day),
      role: unit === asked ? 'itself' : isAdded && !isThere ? 'origin' : moved,
      share,
      isExcepted: !isAdded && !isUnder,
      changes: changesBetween(reading, unit, day),
    };
  });
}

function distinctTerms(terms: readonly PossibleTerm[]): PossibleTerm[] {
  return [...new Map(terms.map((term) => [`${term.unit.id} ${term.role}`, term])).values()];
}

function unitsIn(terms: readonly PossibleTerm[], roles: readonly TermRole[]): UnitReference[] {
  const units = terms.flatMap(({ role, unit }) => (roles.includes(role) ? [unit] : []));
  return [...new Map(units.map((unit) => [unit.id, unit])).values()];
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
  return referenceTo({ ...reading, at: day }, unit);
}
