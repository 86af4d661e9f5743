import type { Reading, Timeline, Unit, UnitId } from '#structure';
import { Side } from './side.js';

/** Units by level and by how many stand under them: all that a shape is computed from. */
export interface ShapeTally {
  /** How many units stand on each level: at the top, below it, ... */
  readonly levels: readonly number[];
  /** Of each unit that has any, how many units stand directly under it. */
  readonly children: ReadonlyMap<UnitId, number>;
  /** How many units have so many. */
  readonly spans: ReadonlyMap<number, number>;
}

/** Where a unit in force stands within a scope. */
export interface Place {
  /** 0 at the top. */
  readonly level: number;
  readonly parent: UnitId | null;
}

/** The places of units in the line, in a whole organisation or under one top. */
export class Places {
  private readonly levels = new Map<Unit, number>();

  constructor(
    private readonly side: Side,
    private readonly root: UnitId | undefined,
  ) {}

  /** Undefined: it is not in force, or not within the scope. */
  of(unit: Unit): Place | undefined {
    if (!this.side.isInForce(unit)) return undefined;
    const level = this.levelOf(unit);
    if (level < 0) return undefined;
    return { level, parent: level === 0 ? null : this.side.parent(unit)!.id };
  }

  /** Below 0: not within the scope. */
  private levelOf(unit: Unit): number {
    const path: Unit[] = [];
    let level = -1;
    for (let up: Unit | null | undefined = unit; up && !path.includes(up); up = this.side.parent(up)) {
      const known = this.levels.get(up);
      if (known !== undefined) {
        level = known;
        break;
      }
      path.push(up);
      if (up.id === this.root) {
        level = this.side.isInForce(up) ? 0 : -1;
        this.levels.set(up, level);
        path.pop();
        break;
      }
    }
    const isInScope = level >= 0 || this.root === undefined;
    for (const below of path.reverse()) this.levels.set(below, isInScope ? ++level : -1);
    return this.levels.get(unit)!;
  }
}

/** Counts everything in force, or all under one top. Costs a look at every unit. */
export function tallyOf(reading: Reading, root?: UnitId): ShapeTally {
  const side = new Side(reading);
  const places = new Places(side, root);
  const levels: number[] = [];
  const children = new Map<UnitId, number>();
  for (const unit of reading.timeline.units.values()) {
    const place = places.of(unit);
    if (place === undefined) continue;
    while (levels.length <= place.level) levels.push(0);
    levels[place.level]! += 1;
    if (place.parent !== null) children.set(place.parent, (children.get(place.parent) ?? 0) + 1);
  }
  const spans = new Map<number, number>();
  for (const count of children.values()) spans.set(count, (spans.get(count) ?? 0) + 1);
  return { levels, children, spans };
}

const kept = new WeakMap<Timeline, Map<string, ShapeTally>>();
/** How many tallies of one timeline are kept: a planner looks at few dates at a time. */
const MOST_KEPT = 16;

/** The same, counted once for each timeline, position, date and top. */
export function tallyKept(reading: Reading, root?: UnitId): ShapeTally {
  const { timeline, at, position } = reading;
  const tallies = kept.get(timeline) ?? new Map<string, ShapeTally>();
  kept.set(timeline, tallies);
  const key = `${position} ${at} ${root ?? ''}`;
  let tally = tallies.get(key);
  if (tally === undefined) {
    if (tallies.size >= MOST_KEPT) tallies.delete(tallies.keys().next().value!);
    tallies.set(key, (tally = tallyOf(reading, root)));
  }
  return tally;
}
