import type { CivilDate } from '#temporal';
import type { Relation } from '../effect.js';
import type { ChangeId, UnitId } from '../ids.js';
import type { LineageEdge } from '../lineage-edge.js';
import type { Timeline } from '../timeline.js';
import type { Unit, UnitPointer } from '../unit.js';
import {
  civil,
  isInForce,
  isKnownAt,
  nameAt,
  referenceTo,
  versionBehind,
  type Reading,
  type UnitReference,
} from './reading.js';

/** `back` to what it came from, `forward` to where it went. */
export type Direction = 'back' | 'forward';

/** One step of lineage, from predecessor to successor. */
export interface LineageStep {
  readonly direction: Direction;
  /** 1 for the nearest; counted from the unit that was asked about. */
  readonly generation: number;
  /** Both named as they were called when it happened. */
  readonly from: UnitReference;
  readonly to: UnitReference;
  readonly relation: Relation;
  /** Share of the predecessor that went there, above 0 and at most 1; null when not known. */
  readonly share: number | null;
  /** The date as written, with its first and last day; null is an open end. */
  readonly written: string;
  readonly earliest: CivilDate | null;
  readonly latest: CivilDate | null;
  readonly change: ChangeId;
}

export interface LineageOptions {
  /** Both unless said. */
  readonly direction?: Direction | 'both';
  /** All unless said; at least 1. */
  readonly generations?: number;
}

/**
 * Where a unit came from and where it went, through all generations, nearest first, as known at the reading's
 * position; the reading's date plays no part. A step is followed only as time allows: what a unit gave away
 * before it absorbed another never was the other's. Each edge is listed once for each direction.
 */
export function lineage(reading: Reading, unit: Unit, options: LineageOptions = {}): LineageStep[] {
  const { direction = 'both', generations = Infinity } = options;
  const steps: LineageStep[] = [];
  for (const way of direction === 'both' ? (['back', 'forward'] as const) : [direction]) {
    for (const { edge, generation } of walk(reading.timeline, unit, way, knownAt(reading), generations)) {
      steps.push(stepOf(reading, edge, way, generation));
    }
  }
  return steps;
}

/** An edge that was followed, and how many steps it lies away. */
export interface WalkedEdge {
  readonly edge: LineageEdge;
  readonly generation: number;
}

/** Which edges may be followed. */
export type EdgeFilter = (edge: LineageEdge) => boolean;

export function knownAt({ position }: Reading): EdgeFilter {
  return (edge) => isKnownAt(edge, position);
}

/** Follows edges from a unit, generation by generation, as time allows; each edge once, so that it always ends. */
export function walk(
  timeline: Timeline,
  unit: Unit,
  way: Direction,
  follow: EdgeFilter,
  generations = Infinity,
): WalkedEdge[] {
  const walked: WalkedEdge[] = [];
  const seen = new Set<LineageEdge>();
  const step = (from: Unit, generation: number, allowed: EdgeFilter) => {
    const edges = way === 'back' ? from.predecessors : from.successors;
    for (const edge of edges
      .filter((next) => !seen.has(next) && follow(next) && allowed(next))
      .sort(inTime)) {
      seen.add(edge);
      walked.push({ edge, generation });
    }
  };
  if (generations >= 1) step(unit, 1, () => true);
  // Grows while it runs.
  for (const { edge, generation } of walked) {
    if (generation >= generations) continue;
    const next = timeline.own(way === 'back' ? edge.from : edge.to);
    if (way === 'back') step(next, generation + 1, (earlier) => mayPrecede(earlier, edge));
    else step(next, generation + 1, (later) => mayPrecede(edge, later));
  }
  return walked;
}

/** Whether `a` can have happened before `b`: by their days, and on one day by the order in which they apply. */
function mayPrecede(a: LineageEdge, b: LineageEdge): boolean {
  if (a.day === b.day && a.earliest === b.earliest) return a.order < b.order;
  return a.earliest <= b.day;
}

function inTime(a: LineageEdge, b: LineageEdge): number {
  if (a.day !== b.day) return a.day < b.day ? -1 : 1;
  return a.order - b.order;
}

function stepOf(reading: Reading, edge: LineageEdge, direction: Direction, generation: number): LineageStep {
  const on = { ...reading, at: edge.day };
  return {
    direction,
    generation,
    from: referenceTo(on, reading.timeline.own(edge.from)),
    to: referenceTo(on, reading.timeline.own(edge.to)),
    relation: edge.relation,
    share: edge.share ?? null,
    written: versionBehind(reading.timeline, edge).on.written,
    earliest: civil(edge.earliest),
    latest: civil(edge.day),
    change: edge.change,
  };
}

/** A unit in force on a date that another goes back or leads to. */
export interface Relative {
  readonly unit: Unit;
  readonly id: UnitId;
  /** As it is called on the date. */
  readonly name: string;
  readonly direction: Direction;
  /** Steps away; 0 is the unit itself. */
  readonly generation: number;
}

/** Where a line stops: a unit that has ended by the date, with what was said of its successors. */
export interface DeadEnd {
  readonly unit: UnitReference;
  /** `none`, `unknown`: it was said so; null: nothing was said. */
  readonly succession: 'none' | 'unknown' | null;
  readonly endedOn: CivilDate | null;
  readonly change: ChangeId;
}

export interface LineageOnDate {
  /** The unit itself if it is in force on the date, then the others, nearest first. */
  readonly units: readonly Relative[];
  /** Going forward: units on the way that ended without a successor. */
  readonly deadEnds: readonly DeadEnd[];
}

/**
 * The units in force on the reading's date that a unit goes back to (through what happened after that date)
 * or leads to (through what happened until then). A unit in force itself is among them, beside what it later
 * absorbed (back) or had given away by then (forward).
 */
export function lineageOn(
  reading: Reading,
  unit: Unit,
  direction: Direction | 'both' = 'both',
): LineageOnDate {
  const { at } = reading;
  const known = knownAt(reading);
  const ways = direction === 'both' ? (['back', 'forward'] as const) : [direction];
  const units = new Map<Unit, Relative>();
  const deadEnds: DeadEnd[] = [];
  for (const way of ways) {
    const onTheWay: EdgeFilter = (edge) => known(edge) && (way === 'back' ? edge.day > at : edge.day <= at);
    for (const reached of reach(reading.timeline, unit, way, onTheWay)) {
      if (isInForce(reading, reached.unit)) {
        if (!units.has(reached.unit)) {
          units.set(reached.unit, {
            ...reached,
            id: reached.unit.id,
            name: nameAt(reading, reached.unit),
            direction: way,
          });
        }
      } else if (way === 'forward' && reached.isLast) {
        const end = deadEndAt(reading, reached.unit);
        if (end !== null) deadEnds.push(end);
      }
    }
  }
  return { units: [...units.values()], deadEnds };
}

/** A unit reached by following edges; `isLast`: no edge leads on from it. */
export interface Reached {
  readonly unit: Unit;
  readonly generation: number;
  readonly isLast: boolean;
}

/** The unit itself and every unit that following edges leads to, each once, nearest first. */
export function reach(timeline: Timeline, unit: Unit, way: Direction, follow: EdgeFilter): Reached[] {
  const walked = walk(timeline, unit, way, follow);
  const generations = new Map<UnitPointer, number>([[unit.pointer, 0]]);
  const left = new Set<UnitPointer>();
  for (const { edge, generation } of walked) {
    const [near, far] = way === 'back' ? [edge.to, edge.from] : [edge.from, edge.to];
    left.add(near);
    if (!generations.has(far)) generations.set(far, generation);
  }
  return [...generations].map(([reached, generation]) => ({
    unit: timeline.own(reached),
    generation,
    isLast: !left.has(reached),
  }));
}

/** How a unit ended by the reading's date; null if it has not. */
export function deadEndAt(reading: Reading, unit: Unit): DeadEnd | null {
  const fact = unit.existence.at(reading.at, reading.position);
  if (fact === undefined || fact.value) return null;
  const version = versionBehind(reading.timeline, fact);
  const end = version.effects.find((effect) => effect.e === 'end' && effect.unit === unit.id);
  return {
    unit: { id: unit.id, name: nameAt(reading, unit) },
    succession: (end?.e === 'end' && end.succession) || null,
    endedOn: civil(fact.from),
    change: version.change.id,
  };
}
