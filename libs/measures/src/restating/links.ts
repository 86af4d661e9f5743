import { isKnownAt, type ChangeId, type Reading, type Relation, type Unit, type UnitId } from '#structure';
import { dayAfter, type Day, type Fact } from '#temporal';
import { decimal, type Decimal } from '../decimal.js';

/** A step of lineage that no decision says, as somebody infers it; `confidence` in the words of whoever does. */
export interface InferredEdge {
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly confidence: string;
  /** The record that it is inferred from. */
  readonly observation?: string;
}

/** A place in the order in which changes apply. */
export interface Moment {
  readonly day: Day;
  readonly order: number;
}

/** One unit continues another: a recorded edge, or an inferred one. */
export interface Link extends Moment {
  readonly from: Unit;
  readonly to: Unit;
  /** Share of the predecessor; null: not known. */
  readonly share: Decimal | null;
  readonly earliest: Day;
  readonly change: ChangeId | null;
  readonly inferred: InferredEdge | null;
}

const ONE = decimal('1');
const WHOLE: ReadonlySet<Relation> = new Set(['continues', 'mergedInto', 'absorbedBy', 'replacedBy']);
const NO_LINKS: readonly Link[] = [];

/** The lineage that a reading knows of, with what is inferred beside it. */
export class Links {
  private readonly inferredFrom = new Map<Unit, Link[]>();
  private readonly inferredTo = new Map<Unit, Link[]>();

  /**
   * An inferred edge takes effect when its successor begins, or when its predecessor ends if that is later, and not
   * before its predecessor stood. One that says that a unit goes on in another means all of it, if it is the only
   * one from that unit. Edges of units that are not known are left out.
   */
  constructor(
    private readonly reading: Reading,
    inferred: readonly InferredEdge[],
  ) {
    for (const edge of inferred) {
      const isOnly = inferred.every((other) => other === edge || other.from !== edge.from);
      const link = this.inferredLink(edge, isOnly && WHOLE.has(edge.relation) ? ONE : null);
      if (link === undefined) continue;
      this.inferredFrom.set(link.from, [...(this.inferredFrom.get(link.from) ?? []), link]);
      this.inferredTo.set(link.to, [...(this.inferredTo.get(link.to) ?? []), link]);
    }
  }

  /** Whether anything may have gone from a unit. */
  hasFrom(unit: Unit): boolean {
    return unit.successors.length > 0 || this.inferredFrom.has(unit);
  }

  /** Whether anything may have come to a unit. */
  hasTo(unit: Unit): boolean {
    return unit.predecessors.length > 0 || this.inferredTo.has(unit);
  }

  /** Where a unit went, in no particular order. */
  from(unit: Unit): readonly Link[] {
    if (!this.hasFrom(unit)) return NO_LINKS;
    return [...this.known(unit.successors), ...(this.inferredFrom.get(unit) ?? [])];
  }

  /** Where a unit came from, in no particular order. */
  to(unit: Unit): readonly Link[] {
    if (!this.hasTo(unit)) return NO_LINKS;
    return [...this.known(unit.predecessors), ...(this.inferredTo.get(unit) ?? [])];
  }

  /** The links of the first change after a moment, up to the end of a day, by which something of the unit went on. */
  next(unit: Unit, after: Moment, until: Day): Link[] {
    const later = this.from(unit).filter((link) => compareMoments(link, after) > 0 && link.day <= until);
    return atExtreme(later, -1);
  }

  /** The links of the last change before a moment, and after a day, by which something came to the unit. */
  previous(unit: Unit, before: Moment, since: Day): Link[] {
    const earlier = this.to(unit).filter((link) => compareMoments(link, before) < 0 && link.day > since);
    return atExtreme(earlier, 1);
  }

  private known(edges: Unit['successors']): Link[] {
    return edges
      .filter((edge) => isKnownAt(edge, this.reading.position))
      .map(({ from, to, share, earliest, day, order, change }) => ({
        from: this.reading.timeline.own(from),
        to: this.reading.timeline.own(to),
        share: share === undefined ? null : decimalOfShare(share),
        earliest,
        day,
        order,
        change,
        inferred: null,
      }));
  }

  private inferredLink(edge: InferredEdge, share: Decimal | null): Link | undefined {
    const { timeline, position } = this.reading;
    const from = timeline.units.get(edge.from as UnitId);
    const to = timeline.units.get(edge.to as UnitId);
    const begins = to?.existence.known(position).find(({ value }) => value);
    if (from === undefined || to === undefined || from === to || begins === undefined) return undefined;
    const known = from.existence.known(position);
    const ends = known.at(-1);
    const isLater = ends !== undefined && !ends.value && compareFacts(ends, begins) > 0;
    const { earliest: first, from: day, order } = isLater ? ends : begins;
    const stood = known[0] === undefined ? first : dayAfter(known[0].from);
    const earliest = stood > first && stood <= day ? stood : first;
    return { from, to, share, earliest, day, order, change: null, inferred: edge };
  }
}

export function compareMoments(a: Moment, b: Moment): number {
  return a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1;
}

function compareFacts(a: Fact<boolean>, b: Fact<boolean>): number {
  return compareMoments({ day: a.from, order: a.order }, { day: b.from, order: b.order });
}

/** Those of the earliest moment (-1) or the latest (1). */
function atExtreme(links: readonly Link[], side: -1 | 1): Link[] {
  const [first, ...rest] = links;
  if (first === undefined) return [];
  const extreme = rest.reduce(
    (found, link) => (compareMoments(link, found) * side > 0 ? link : found),
    first,
  );
  return links.filter((link) => compareMoments(link, extreme) === 0);
}

/** A share as it is written in decimal notation: 0.4 is four tenths, not the binary number nearest to it. */
export function decimalOfShare(share: number): Decimal {
  const written = String(share);
  return decimal(written.includes('e') ? share.toFixed(20) : written);
}
