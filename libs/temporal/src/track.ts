import type { Day } from './civil-date.js';
import type { Position } from './position.js';

/**
 * One fact of one track (a unit's existence, name, type, parent in a hierarchy or code of a scheme).
 *
 * It holds from the day `from` until the next fact of its track (change-point semantics) and is known from
 * the position `knownFrom` until an amendment closes it at `knownUntil`.
 */
export interface Fact<V> {
  readonly value: V;
  /** First day on which it may hold. */
  readonly earliest: Day;
  /** Last day on which its change may have happened, as its date is written; until then it is indeterminate. */
  readonly latest: Day;
  /** Day from which it holds: `latest`, or earlier where something else that is known requires it. */
  readonly from: Day;
  /** Place among the facts of one day: the position at which its change was first recorded. */
  readonly order: number;
  /** Place within its change. */
  readonly seq: number;
  readonly knownFrom: Position;
  /** Position of the amendment that retracted it; `STILL` when none did. */
  knownUntil: number;
  readonly change: string;
}

/** A place in the order in which facts apply: day, then recorded order, then place within the change. */
export interface Moment {
  readonly from: Day;
  readonly order: number;
  readonly seq: number;
}

/** The order in which facts apply. Negative when `a` applies first. */
export function compareMoments(a: Moment, b: Moment): number {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1;
  return a.order - b.order || a.seq - b.seq;
}

/** The end of a day: after everything that applies on it. */
export function endOfDay(day: Day): Moment {
  return { from: day, order: Number.MAX_SAFE_INTEGER, seq: 0 };
}

function isKnown(fact: Fact<unknown>, position: number): boolean {
  return fact.knownFrom <= position && position < fact.knownUntil;
}

/** The facts of one track, sorted by the moment at which they apply. The definition of "the answer at". */
export class Track<V> {
  private facts: Fact<V>[] = NONE;
  private impreciseFacts: Fact<V>[] | undefined;

  /**
   * All facts ever recorded, retracted ones included, in the order in which they apply. What reads at a position must
   * leave out those that were recorded later.
   */
  all(): readonly Fact<V>[] {
    return this.facts;
  }

  /** Whether the day of any fact ever recorded is not known. */
  get hasImprecise(): boolean {
    return this.impreciseFacts !== undefined && this.impreciseFacts.length > 0;
  }

  /** The facts known at `position` whose day is not known, in no particular order. */
  imprecise(position: number): readonly Fact<V>[] {
    if (this.impreciseFacts === undefined) return NONE;
    return this.impreciseFacts.filter((fact) => isKnown(fact, position));
  }

  /** Whether anything was recorded by `position`. */
  isBegunBy(position: number): boolean {
    const [first] = this.facts;
    if (first === undefined) return false;
    return first.knownFrom <= position || this.facts.some(({ knownFrom }) => knownFrom <= position);
  }

  /** Whether a value was recorded by `position`, be it retracted since. */
  hasSaid(value: V, position: number): boolean {
    return this.facts.some((fact) => fact.value === value && fact.knownFrom <= position);
  }

  /** A track of its own with the same facts, without those recorded after `position`. */
  copy(position: number): Track<V> {
    const copied = new Track<V>();
    const isRecorded = ({ knownFrom }: Fact<V>) => knownFrom <= position;
    if (this.facts.length > 0) copied.facts = this.facts.filter(isRecorded);
    const imprecise = this.impreciseFacts?.filter(isRecorded);
    if (imprecise !== undefined && imprecise.length > 0) copied.impreciseFacts = imprecise;
    return copied;
  }

  add(fact: Fact<V>): void {
    const last = this.facts[this.facts.length - 1];
    if (last === undefined || compareMoments(last, fact) <= 0) this.facts = withLast(this.facts, fact);
    else this.facts.splice(this.upperBound(fact), 0, fact);
    if (fact.earliest < fact.latest) (this.impreciseFacts ??= []).push(fact);
  }

  /** Takes back an `add` that was never committed. */
  remove(fact: Fact<V>): void {
    this.facts.splice(this.facts.lastIndexOf(fact), 1);
    if (fact.earliest < fact.latest) this.impreciseFacts?.splice(this.impreciseFacts.lastIndexOf(fact), 1);
  }

  /** Puts a fact in the place of another of the same moment. */
  replace(fact: Fact<V>, by: Fact<V>): void {
    const place = this.facts.lastIndexOf(fact);
    if (place < 0) throw new Error(`The fact of change ${fact.change} does not stand in this track`);
    this.facts[place] = by;
    const at = this.impreciseFacts?.lastIndexOf(fact) ?? -1;
    if (at >= 0) this.impreciseFacts![at] = by;
  }

  /** The fact that holds at the end of the day `at`, as known at `position`. */
  at(at: Day, position: number): Fact<V> | undefined {
    const { facts } = this;
    for (let i = facts.length - 1; i >= 0; i--) {
      const fact = facts[i]!;
      if (fact.from <= at) {
        if (isKnown(fact, position)) return fact;
      } else if (i > 16) {
        i = this.firstAfterDay(at, i);
      }
    }
    return undefined;
  }

  /** The last fact that applies strictly before `moment`. */
  before(moment: Moment, position: number): Fact<V> | undefined {
    for (let i = this.lowerBound(moment) - 1; i >= 0; i--) {
      if (isKnown(this.facts[i]!, position)) return this.facts[i];
    }
    return undefined;
  }

  /** The first fact that applies strictly after `moment`. */
  after(moment: Moment, position: number): Fact<V> | undefined {
    for (let i = this.upperBound(moment); i < this.facts.length; i++) {
      if (isKnown(this.facts[i]!, position)) return this.facts[i];
    }
    return undefined;
  }

  /** All facts known at `position`, in the order in which they apply. */
  known(position: number): Fact<V>[] {
    return this.facts.filter((fact) => isKnown(fact, position));
  }

  /** The facts that may or may not hold on the day `at`: their change's date is not known well enough. */
  indeterminateAt(at: Day, position: number): readonly Fact<V>[] {
    if (this.impreciseFacts === undefined) return NONE;
    return this.impreciseFacts.filter(
      (fact) => fact.earliest <= at && at < fact.latest && isKnown(fact, position),
    );
  }

  /** Index of the first fact at or after `moment`. */
  private lowerBound(moment: Moment): number {
    let low = 0;
    let high = this.facts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareMoments(this.facts[middle]!, moment) < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index of the first fact strictly after `moment`. */
  private upperBound(moment: Moment): number {
    let low = 0;
    let high = this.facts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (compareMoments(this.facts[middle]!, moment) <= 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Index of the first fact whose day is after `day`, searched below `high`. */
  private firstAfterDay(day: Day, high: number): number {
    let low = 0;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.facts[middle]!.from <= day) low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

/** Shared by all tracks that have no facts; never written to. */
const NONE: never[] = [];

/** Lists shorter than this are kept as long as they are: nearly all are, and there are millions. */
const SHORT = 8;

/** A list with one more item: the same list, or for short ones a new one without spare room. */
export function withLast<T extends object>(list: T[], item: T): T[] {
  if (list.length < SHORT) return list.concat([item]);
  list.push(item);
  return list;
}
