import { isInForce, parentAt, type Hierarchy, type Reading, type Unit } from '#structure';
import { dayBefore, type Day } from '#temporal';
import { compare, formatDecimal, shorten, subtract, ZERO, type Decimal } from '../decimal.js';
import { distinctGaps, type Gap } from './gap.js';
import type { InferredEdge, Links } from './links.js';
import { PartsWithin } from './part-within.js';
import { byDay, Turns, type Turn } from './turns.js';

/**
 * How often the figure of a unit, with all that stands under it, counts: 1 is added, -1 is taken away; null: a
 * part, and how large cannot be known.
 */
export interface Term {
  readonly unit: Unit;
  readonly share: Decimal | null;
}

/** A perimeter in the units of another day: which figures of that day, added up, are those of the perimeter. */
export interface Composition {
  readonly day: Day;
  readonly terms: readonly Term[];
  /** Why it cannot be said; then the terms are not all of it. */
  readonly gaps: readonly Gap[];
  readonly inferred: readonly InferredEdge[];
}

export type TurningPoint = readonly [before: Composition, after: Composition];

/** Before its unit began, and after it ended, there is nothing that changes. */
export interface TurningPoints {
  /** Certainly within the period. */
  readonly certain: readonly TurningPoint[];
  /** Within it, or before it: the date of the change is not known well enough. */
  readonly before: readonly TurningPoint[];
  /** Within it, or after it. */
  readonly after: readonly TurningPoint[];
}

/** A unit with all that stands under it on the reading's date, to be found again on other days. */
export class Perimeter {
  readonly members: ReadonlySet<Unit>;
  private readonly parts: PartsWithin;
  private readonly turns: Turns;
  private readonly compositions = new Map<Day, Composition>();

  constructor(
    readonly reading: Reading,
    readonly unit: Unit,
    links: Links,
    readonly hierarchy: Hierarchy,
  ) {
    this.members = subtreeAt(reading, unit, hierarchy);
    this.parts = new PartsWithin(reading, this.members, links, hierarchy);
    this.turns = new Turns(reading, [unit, ...this.members], links, hierarchy);
  }

  /**
   * A unit's figure is that of itself alone and of all that stands under it. Where a unit lies within the perimeter
   * as far as the one above it, the figure of the one above says it all; where not, its own figure is added or
   * taken away by the difference. Neither differs for a unit of which nothing has turned, nor of the one above.
   */
  on(day: Day): Composition {
    let composition = this.compositions.get(day);
    if (composition === undefined) this.compositions.set(day, (composition = this.compose(day)));
    return composition;
  }

  /** What it comes to just before and after each change of that on a day of a period, or later. */
  turningPoints(earliest: Day, latest: Day): TurningPoints {
    const within = this.turns.between(earliest, latest);
    return {
      certain: this.pointsOf(within.filter(({ since }) => since > earliest)),
      before: this.pointsOf(within.filter(({ since }) => since <= earliest)),
      after: this.pointsOf(this.turns.openOn(latest)),
    };
  }

  private pointsOf(turns: readonly Turn[]): TurningPoint[] {
    return [...byDay(turns)].flatMap(([day, units]) => {
      if (!this.turnsOn(day, units)) return [];
      const [was, is] = [this.on(dayBefore(day)), this.on(day)];
      const isTurn = isPeopled(was) && isPeopled(is) && compositionKey(was) !== compositionKey(is);
      return isTurn ? [[was, is]] : [];
    });
  }

  /** Units of which it is open whether they belong to it, since the date of a change is not known well enough. */
  get indeterminate(): Unit[] {
    const open = new Set(this.turns.openOn(this.reading.at).map(({ unit }) => unit));
    const { members, hierarchy } = this;
    const { timeline } = this.reading;
    const isNear = (unit: Unit) =>
      unit === this.unit ||
      members.has(unit) ||
      (unit.parents.get(hierarchy)?.all() ?? []).some(
        ({ value, knownFrom }) =>
          value !== null && knownFrom <= timeline.horizon && members.has(timeline.own(value)),
      );
    return [...open].filter(isNear);
  }

  private turnsOn(day: Day, units: ReadonlySet<Unit>): boolean {
    const before = dayBefore(day);
    const [reachedBefore, reached] = [this.reachedOn(before), this.reachedOn(day)];
    return [...this.withChildren(units)].some((unit) => {
      const [was, is] = [this.shareOn(before, unit, reachedBefore), this.shareOn(day, unit, reached)];
      return was === null || is === null ? was !== is : compare(was, is) !== 0;
    });
  }

  private compose(day: Day): Composition {
    const { at } = this.reading;
    const touched = this.turns.between(...span(day, at)).map(({ unit }) => unit);
    const reached = this.reachedOn(day);
    const terms: Term[] = [];
    const gaps: Gap[] = [];
    const inferred = new Set<InferredEdge>();
    for (const unit of this.withChildren([this.unit, ...touched])) {
      if (!this.isCandidate(day, unit, reached)) continue;
      const part = this.parts.of(unit, day);
      for (const edge of part.inferred) inferred.add(edge);
      gaps.push(...part.gaps);
      const share = this.shareOn(day, unit, reached);
      if (part.gaps.some(({ code }) => code !== 'SUCCESSOR_UNKNOWN')) terms.push({ unit, share: null });
      else if (share !== null && share.digits !== 0n) terms.push({ unit, share: shorten(share) });
    }
    return { day, terms, gaps: distinctGaps(gaps), inferred: [...inferred] };
  }

  /** How often a unit's figure of a day counts; null: that cannot be known. */
  private shareOn(day: Day, unit: Unit, reached: ReadonlySet<Unit>): Decimal | null {
    if (!this.isCandidate(day, unit, reached)) return ZERO;
    const part = this.parts.of(unit, day).share;
    const above = parentAt({ ...this.reading, at: day }, unit, this.hierarchy);
    const within = above && this.isCandidate(day, above, reached) ? this.parts.of(above, day).share : ZERO;
    return part === null || within === null ? null : subtract(part, within);
  }

  private withChildren(units: Iterable<Unit>): Set<Unit> {
    const all = new Set(units);
    const { timeline } = this.reading;
    for (const unit of [...all]) {
      for (const child of timeline.everChildren(unit, this.hierarchy)) all.add(child);
    }
    return all;
  }

  /** Whether a unit of a day, or one above it, is one that something within the perimeter came from or led to. */
  private isCandidate(day: Day, unit: Unit, reached: ReadonlySet<Unit>): boolean {
    const reading = { ...this.reading, at: day };
    if (!isInForce(reading, unit)) return false;
    const seen = new Set<Unit>();
    for (let up: Unit | null | undefined = unit; up && !seen.has(up);) {
      if (reached.has(up) || this.members.has(up) || up === this.unit) return true;
      seen.add(up);
      up = parentAt(reading, up, this.hierarchy);
    }
    return false;
  }

  /** Units beside the members that something within the perimeter came from on a day, or led to. */
  private reachedOn(day: Day): ReadonlySet<Unit> {
    const { at } = this.reading;
    const reached = new Set<Unit>();
    const isIn = (unit: Unit) => unit === this.unit || this.members.has(unit) || reached.has(unit);
    const turns = this.turns.between(...span(day, at));
    if (day < at) {
      for (const { link } of [...turns].reverse()) if (link !== null && isIn(link.to)) reached.add(link.from);
      return reached;
    }
    for (const { link, unit, day: since } of turns) {
      if (link !== null && isIn(link.from)) reached.add(link.to);
      const above = link === null && parentAt({ ...this.reading, at: since }, unit, this.hierarchy);
      if (above && isIn(above)) reached.add(unit);
    }
    return reached;
  }
}

function span(a: Day, b: Day): [Day, Day] {
  return a < b ? [a, b] : [b, a];
}

/** Whether something of the perimeter is there. */
export function isPeopled({ terms, gaps }: Composition): boolean {
  return terms.length > 0 || gaps.length > 0;
}

/** Text that is the same for compositions of the same terms. */
function compositionKey({ terms }: Composition): string {
  return terms
    .map(({ unit, share }) => `${unit.id} ${share === null ? '?' : formatDecimal(share)}`)
    .sort()
    .join(', ');
}

/** A unit in force and all that stands under it at the end of the reading's day; nothing if it is not in force. */
function subtreeAt(reading: Reading, root: Unit, hierarchy: Hierarchy): Set<Unit> {
  const units = new Set<Unit>(isInForce(reading, root) ? [root] : []);
  for (const unit of units) {
    for (const child of reading.timeline.everChildren(unit, hierarchy)) {
      if (parentAt(reading, child, hierarchy) === unit && isInForce(reading, child)) units.add(child);
    }
  }
  return units;
}
