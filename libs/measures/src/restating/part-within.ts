import { parentAt, referenceTo, versionBehind, type Hierarchy, type Reading, type Unit } from '#structure';
import type { Day } from '#temporal';
import { add, compare, decimal, multiply, subtract, sum, ZERO, type Decimal } from '../decimal.js';
import type { Gap, GapCode } from './gap.js';
import type { InferredEdge, Link, Links, Moment } from './links.js';

const ONE = decimal('1');

/** How much of a unit on another day lies within the perimeter: from 0 to 1; null: that cannot be known. */
export interface PartWithin {
  readonly share: Decimal | null;
  readonly gaps: readonly Gap[];
  /** What it rests on that is only inferred. */
  readonly inferred: readonly InferredEdge[];
}

const NOTHING: PartWithin = { share: ZERO, gaps: [], inferred: [] };
const ALL: PartWithin = { share: ONE, gaps: [], inferred: [] };

/**
 * Follows what units do, alone and without what stands under them, from another day to the day of a perimeter.
 * What began without a predecessor grew where it began, and what ended without a successor shrank where it ended:
 * both belong with the unit that they stood under.
 */
export class PartsWithin {
  private readonly found = new Map<Unit, Map<string, PartWithin>>();

  constructor(
    /** Its day is that of the perimeter. */
    private readonly reading: Reading,
    private readonly members: ReadonlySet<Unit>,
    private readonly links: Links,
    private readonly hierarchy: Hierarchy,
  ) {}

  /** How much of what a unit is at the end of a day lies within the perimeter. */
  of(unit: Unit, day: Day): PartWithin {
    if (day === this.reading.at || this.isUntouched(unit, day)) return this.membership(unit);
    const moment = { day, order: Infinity };
    return day < this.reading.at ? this.forward(unit, moment) : this.backward(unit, moment);
  }

  /** Nearly all units: in force on the perimeter's date, and nothing went from or to them in between. */
  private isUntouched(unit: Unit, day: Day): boolean {
    const { at, position } = this.reading;
    const isConnected = day < at ? this.links.hasFrom(unit) : this.links.hasTo(unit);
    return !isConnected && unit.existence.at(at, position)?.value === true;
  }

  private membership(unit: Unit): PartWithin {
    return this.members.has(unit) ? ALL : NOTHING;
  }

  private forward(unit: Unit, after: Moment): PartWithin {
    return this.once(unit, `> ${after.day} ${after.order}`, () => {
      const links = this.links.next(unit, after, this.reading.at);
      const [first] = links;
      if (first === undefined) return this.withoutSuccessor(unit);
      const branches = links.map((link) => this.along(link, this.forward(link.to, first)));
      if (!this.isInForce(unit, first, 'after')) return this.divided(unit, first.day, branches, true);
      const left: readonly (Decimal | null)[] = branches.map(({ share }) => share);
      const stays = isKnown(left) ? subtract(ONE, sum(left)) : null;
      const rest = { unit, share: stays, part: this.forward(unit, first) };
      return this.divided(unit, first.day, [...branches, rest], false);
    });
  }

  private withoutSuccessor(unit: Unit): PartWithin {
    const { at, position, timeline } = this.reading;
    const fact = unit.existence.at(at, position);
    if (fact === undefined) return NOTHING;
    if (fact.value) return this.membership(unit);
    const end = versionBehind(timeline, fact).effects.find(
      (effect) => effect.e === 'end' && effect.unit === unit.id,
    );
    const isAlone = end?.e === 'end' && end.succession === 'none';
    if (!isAlone) return this.unknown('SUCCESSOR_UNKNOWN', unit, fact.from);
    const above = parentAt({ ...this.reading, at: fact.from }, unit, this.hierarchy);
    return above ? this.forward(above, { day: fact.from, order: fact.order - 0.5 }) : NOTHING;
  }

  private backward(unit: Unit, before: Moment): PartWithin {
    return this.once(unit, `< ${before.day} ${before.order}`, () => {
      const links = this.links.previous(unit, before, this.reading.at);
      const [first] = links;
      if (first === undefined) return this.withoutPredecessor(unit);
      const branches = links.map((link) => this.along(link, this.backward(link.from, first)));
      const stood = this.isInForce(unit, first, 'before')
        ? [{ unit, share: null, part: this.backward(unit, first) }]
        : [];
      return this.gathered(unit, first.day, [...branches, ...stood]);
    });
  }

  private withoutPredecessor(unit: Unit): PartWithin {
    const { at, position } = this.reading;
    if (unit.existence.at(at, position)?.value === true) return this.membership(unit);
    const begins = unit.existence.known(position).find(({ value, from }) => value && from > at);
    if (begins === undefined) return NOTHING;
    const above = parentAt({ ...this.reading, at: begins.from }, unit, this.hierarchy);
    return above ? this.backward(above, { day: begins.from, order: begins.order + 0.5 }) : NOTHING;
  }

  private along(link: Link, part: PartWithin): Branch {
    const inferred = link.inferred === null ? part.inferred : [...part.inferred, link.inferred];
    const unit = link.day > this.reading.at ? link.from : link.to;
    return { unit, share: link.share, part: { ...part, inferred } };
  }

  /** A unit's activity went to several, or in part. */
  private divided(unit: Unit, day: Day, branches: readonly Branch[], ended: boolean): PartWithin {
    const inferred = branches.flatMap(({ part }) => part.inferred);
    const values: readonly (Decimal | null)[] = branches.map(({ part }) => part.share);
    const shares: readonly (Decimal | null)[] = branches.map(({ share }) => share);
    if (!isKnown(values)) return { share: null, gaps: branches.flatMap(({ part }) => part.gaps), inferred };
    const whole = isKnown(shares) ? sum(shares) : null;
    const [value = ZERO] = values;
    if (ended && whole !== null && compare(whole, ONE) < 0 && values.some(({ digits }) => digits !== 0n)) {
      return this.unknown('SUCCESSOR_UNKNOWN', unit, day, branches);
    }
    if (values.every((other) => compare(other, value) === 0)) return { share: value, gaps: [], inferred };
    if (!isKnown(shares)) return this.unknown('SHARE_UNKNOWN', unit, day, branches);
    const share = shares.reduce((total, part, i) => add(total, multiply(part, values[i]!)), ZERO);
    return { share, gaps: [], inferred };
  }

  /** A unit was made from several: shares tell what part of a predecessor came, not what part of the unit that is. */
  private gathered(unit: Unit, day: Day, branches: readonly Branch[]): PartWithin {
    const inferred = branches.flatMap(({ part }) => part.inferred);
    const values: readonly (Decimal | null)[] = branches.map(({ part }) => part.share);
    if (!isKnown(values)) return { share: null, gaps: branches.flatMap(({ part }) => part.gaps), inferred };
    const [value = ZERO] = values;
    if (values.every((other) => compare(other, value) === 0)) return { share: value, gaps: [], inferred };
    return this.unknown('ORIGIN_MIXED', unit, day, branches);
  }

  private unknown(code: GapCode, unit: Unit, day: Day, branches: readonly Branch[] = []): PartWithin {
    const reading = { ...this.reading, at: day };
    const others = branches.flatMap((branch) =>
      branch.unit === unit ? [] : [referenceTo(reading, branch.unit)],
    );
    return {
      share: null,
      gaps: [{ code, unit: referenceTo(reading, unit), others }],
      inferred: branches.flatMap(({ part }) => part.inferred),
    };
  }

  private isInForce(unit: Unit, { day, order }: Moment, side: 'before' | 'after'): boolean {
    const facts = unit.existence.known(this.reading.position);
    const until = (from: Day, at: number) =>
      from < day || (from === day && (side === 'after' ? at <= order : at < order));
    return facts.findLast((fact) => until(fact.from, fact.order))?.value === true;
  }

  /** Between the events of one change set units may go in a ring: nothing is known of one that leads to itself. */
  private once(unit: Unit, key: string, find: () => PartWithin): PartWithin {
    const ofUnit = this.found.get(unit) ?? new Map<string, PartWithin>();
    this.found.set(unit, ofUnit);
    let part = ofUnit.get(key);
    if (part === undefined) {
      ofUnit.set(key, this.unknown('SUCCESSOR_UNKNOWN', unit, this.reading.at));
      ofUnit.set(key, (part = find()));
    }
    return part;
  }
}

interface Branch {
  readonly unit: Unit;
  readonly share: Decimal | null;
  readonly part: PartWithin;
}

function isKnown(shares: readonly (Decimal | null)[]): shares is readonly Decimal[] {
  return !shares.includes(null);
}
