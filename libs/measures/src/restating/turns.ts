import { isKnownAt, type Hierarchy, type Reading, type Unit } from '#structure';
import { firstIndex, type Day } from '#temporal';
import type { Link, Links } from './links.js';

/** Something of a unit changes that its place in a perimeter may depend on. */
export interface Turn {
  readonly day: Day;
  /** First day on which it may have happened, as its date is written. */
  readonly since: Day;
  readonly order: number;
  readonly unit: Unit;
  /** What went from one unit to another; null: the unit begins, ends or moves. */
  readonly link: Link | null;
}

/** All turns of units that ever stood under some, or are connected with those by lineage, in the order of time. */
export class Turns {
  private readonly inOrder: readonly Turn[];
  private readonly imprecise: readonly Turn[];

  constructor(reading: Reading, units: Iterable<Unit>, links: Links, hierarchy: Hierarchy) {
    const turns: Turn[] = [];
    const reached = new Set(units);
    // Grows while it runs.
    for (const unit of reached) {
      turns.push(...turnsOf(reading, unit, links, hierarchy));
      for (const child of reading.timeline.everChildren(unit, hierarchy)) reached.add(child);
      for (const link of links.from(unit)) reached.add(link.to);
      for (const link of links.to(unit)) reached.add(link.from);
    }
    this.inOrder = turns.sort((a, b) => (a.day === b.day ? a.order - b.order : a.day < b.day ? -1 : 1));
    this.imprecise = turns.filter(({ since, day }) => since < day);
  }

  /** After one day, up to and including another. */
  between(after: Day, until: Day): readonly Turn[] {
    return this.inOrder.slice(this.firstAfter(after), this.firstAfter(until));
  }

  /** Those that happen after a day, but may have happened by then. */
  openOn(day: Day): readonly Turn[] {
    return this.imprecise.filter((turn) => turn.since <= day && turn.day > day);
  }

  private firstAfter(day: Day): number {
    return firstIndex(this.inOrder, (turn) => turn.day <= day);
  }
}

/** The units of turns by their days. */
export function byDay(turns: readonly Turn[]): Map<Day, Set<Unit>> {
  const days = new Map<Day, Set<Unit>>();
  for (const { day, unit } of turns) {
    const units = days.get(day);
    if (units === undefined) days.set(day, new Set([unit]));
    else units.add(unit);
  }
  return days;
}

function turnsOf(reading: Reading, unit: Unit, links: Links, hierarchy: Hierarchy): Turn[] {
  const from = links.to(unit);
  const turns: Turn[] = [...links.from(unit), ...from].map((link) => {
    return { day: link.day, since: link.earliest, order: link.order, unit, link };
  });
  for (const track of [unit.existence, unit.parents.get(hierarchy)]) {
    for (const fact of track?.all() ?? []) {
      if (!isKnownAt(fact, reading.position)) continue;
      const { from: day, earliest, order } = fact;
      const source = from.find((link) => link.day === day && link.order === order);
      const since = source !== undefined && source.earliest > earliest ? source.earliest : earliest;
      turns.push({ day, since, order, unit, link: null });
    }
  }
  return turns;
}
