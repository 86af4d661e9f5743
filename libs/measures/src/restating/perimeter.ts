import { isInForce, parentAt, type Hierarchy, type Reading, type Unit } from '#structure';
import type { Day } from '#temporal';
import { formatDecimal, shorten, subtract, ZERO, type Decimal } from '../decimal.js';
import { distinctGaps, type Gap } from './gap.js';
import type { InferredEdge, Links } from './links.js';
import { PartsWithin } from './part-within.js';

/** How often the figure of a unit, with all that stands under it, counts: 1 is added, -1 is taken away. */
export interface Term {
  readonly unit: Unit;
  readonly share: Decimal;
}

/** A perimeter in the units of another day: which figures of that day, added up, are those of the perimeter. */
export interface Composition {
  readonly day: Day;
  readonly terms: readonly Term[];
  /** Why it cannot be said; then the terms are not all of it. */
  readonly gaps: readonly Gap[];
  readonly inferred: readonly InferredEdge[];
  /** Units of that day that it may be about. */
  readonly candidates: ReadonlySet<Unit>;
}

/** A unit with all that stands under it on the reading's date, to be found again on other days. */
export class Perimeter {
  readonly members: ReadonlySet<Unit>;
  private readonly parts: PartsWithin;
  private readonly compositions = new Map<Day, Composition>();

  constructor(
    readonly reading: Reading,
    readonly unit: Unit,
    private readonly links: Links,
    private readonly hierarchy: Hierarchy,
  ) {
    this.members = subtreeAt(reading, unit, hierarchy);
    this.parts = new PartsWithin(reading, this.members, links, hierarchy);
  }

  /**
   * A unit's figure is that of itself alone and of all that stands under it. Where a unit lies within the perimeter
   * as far as the one above it, the figure of the one above says it all; where not, its own figure is added or
   * taken away by the difference.
   */
  on(day: Day): Composition {
    let composition = this.compositions.get(day);
    if (composition === undefined) this.compositions.set(day, (composition = this.compose(day)));
    return composition;
  }

  /** Units of which it is open whether they belong to it, since the date of a change is not known well enough. */
  get indeterminate(): Unit[] {
    const { at, position } = this.reading;
    const isOpen = (unit: Unit) =>
      [unit.existence, unit.parents.get(this.hierarchy)].some(
        (track) => track !== undefined && track.indeterminateAt(at, position).length > 0,
      );
    const near = new Set([this.unit, ...this.members]);
    for (const unit of this.members) for (const child of unit.everChildren(this.hierarchy)) near.add(child);
    return [...near].filter(isOpen);
  }

  private compose(day: Day): Composition {
    const candidates = this.candidatesOn(day);
    const reading = { ...this.reading, at: day };
    const terms: Term[] = [];
    const gaps: Gap[] = [];
    const inferred = new Set<InferredEdge>();
    for (const unit of candidates) {
      const part = this.parts.of(unit, day);
      for (const edge of part.inferred) inferred.add(edge);
      gaps.push(...part.gaps);
      const above = parentAt(reading, unit, this.hierarchy);
      const within = above && candidates.has(above) ? this.parts.of(above, day).share : ZERO;
      if (part.share === null || within === null) continue;
      const share = shorten(subtract(part.share, within));
      if (share.digits !== 0n) terms.push({ unit, share });
    }
    return { day, terms, gaps: distinctGaps(gaps), inferred: [...inferred], candidates };
  }

  /** Every unit of a day that something within the perimeter may come from or lead to, with all under it. */
  private candidatesOn(day: Day): Set<Unit> {
    const reading = { ...this.reading, at: day };
    const reached = new Set<Unit>([this.unit, ...this.members]);
    // Grows while it runs.
    for (const unit of reached) for (const other of this.nextTo(unit, day)) reached.add(other);
    const candidates = new Set<Unit>();
    for (const unit of reached) {
      if (candidates.has(unit)) continue;
      for (const below of subtreeAt(reading, unit, this.hierarchy)) candidates.add(below);
    }
    return candidates;
  }

  private nextTo(unit: Unit, day: Day): Unit[] {
    const { at, position } = this.reading;
    if (day <= at) {
      return this.links.to(unit).flatMap((link) => (link.day > day && link.day <= at ? [link.from] : []));
    }
    const successors = this.links
      .from(unit)
      .flatMap((link) => (link.day > at && link.day <= day ? [link.to] : []));
    for (const child of unit.everChildren(this.hierarchy)) {
      const begins = child.existence.known(position)[0];
      if (begins !== undefined && begins.from > at && begins.from <= day) successors.push(child);
    }
    return successors;
  }
}

/** Text that is the same for compositions of the same terms. */
export function compositionKey({ terms }: Composition): string {
  return terms
    .map(({ unit, share }) => `${unit.id} ${formatDecimal(share)}`)
    .sort()
    .join(', ');
}

/** A unit in force and all that stands under it at the end of the reading's day; nothing if it is not in force. */
export function subtreeAt(reading: Reading, root: Unit, hierarchy: Hierarchy): Set<Unit> {
  const units = new Set<Unit>(isInForce(reading, root) ? [root] : []);
  for (const unit of units) {
    for (const child of unit.everChildren(hierarchy)) {
      if (parentAt(reading, child, hierarchy) === unit && isInForce(reading, child)) units.add(child);
    }
  }
  return units;
}
