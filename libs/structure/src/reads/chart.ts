import type { CivilDate } from '#temporal';
import { LINE, type Hierarchy, type Scheme, type UnitId } from '../ids.js';
import type { Unit } from '../unit.js';
import { sinceDay } from './existence.js';
import { isMarked } from './marks.js';
import { sortNamed } from './names-in-order.js';
import { civil, isInForce, mayBeInForce, nameAt, valueAround, type Reading } from './reading.js';
import { ancestorsAt, codeAt, codesAt, parentAt } from './unit-state.js';

export interface ChartOptions {
  /** Only this unit and what stands under it. */
  readonly root?: Unit;
  /** How many levels below the top ones; 0 shows the top ones only. */
  readonly depth?: number;
  /** `line` unless said. */
  readonly hierarchy?: Hierarchy;
  /** Only units of this type; they keep their depth and path. */
  readonly type?: string;
}

/** One box of a chart. Codes, path and first day are computed when asked for. */
export class ChartUnit {
  constructor(
    private readonly reading: Reading,
    readonly unit: Unit,
    readonly name: string,
    readonly type: string,
    /** The box above it in this chart; null at the top. */
    readonly above: ChartUnit | null,
    /** Ids from the organisation's root down to the top of this chart, which is left out. */
    private readonly prefix: readonly UnitId[],
    /** 0 at the top of this chart. */
    readonly depth: number,
    /** False for a unit that is not certainly in force, shown since units in force stand under it. */
    readonly inForce: boolean,
    /** Its existence, name, type or place is indeterminate at the reading. */
    readonly indeterminate: boolean,
  ) {}

  get id(): UnitId {
    return this.unit.id;
  }

  /** The unit that it stands under, also when the chart starts below that; null for a root. */
  get parentId(): UnitId | null {
    return this.above?.id ?? this.prefix.at(-1) ?? null;
  }

  /** The ids from the organisation's root to this unit, itself last. */
  get path(): UnitId[] {
    const upwards: UnitId[] = [this.id];
    for (let box = this.above; box !== null; box = box.above) upwards.push(box.id);
    return [...this.prefix, ...upwards.reverse()];
  }

  get codes(): Record<Scheme, string> {
    return codesAt(this.reading, this.unit);
  }

  code(scheme: Scheme): string | null {
    return codeAt(this.reading, this.unit, scheme);
  }

  /** The code of the unit that it stands under, also when the chart starts below that; null for a root. */
  parentCode(scheme: Scheme): string | null {
    if (this.above !== null) return this.above.code(scheme);
    const id = this.prefix.at(-1);
    const parent = id === undefined ? undefined : this.reading.timeline.units.get(id);
    return parent === undefined ? null : codeAt(this.reading, parent, scheme);
  }

  /** First day of its present time in force; null if that is indeterminate. */
  get since(): CivilDate | null {
    const day = sinceDay(this.reading, this.unit);
    return day === null ? null : civil(day);
  }
}

/**
 * The organisation as a tree: every unit in force, parents before children, siblings by name (see
 * `compareNamed`). In `line` every unit in force is there; in other hierarchies those that take part, and
 * those that they stand under. A parent that is not certainly in force, since dates are imprecise, is shown
 * too and says so. Costs a look at every unit, or with `root` at those that ever stood under it.
 */
export function chart(reading: Reading, options: ChartOptions = {}): ChartUnit[] {
  const { root, depth = Infinity, hierarchy = LINE, type } = options;
  const children = root === undefined ? undefined : childrenOnDemand(reading, hierarchy);
  const boxes: ChartUnit[] = [];
  const seen = new Set<Unit>();

  const show = (tops: readonly Unit[], under: (unit: Unit) => readonly Unit[], prefix: readonly UnitId[]) => {
    const stack = boxesOf(reading, tops, null, prefix, hierarchy).reverse();
    for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
      if (seen.has(box.unit)) continue;
      seen.add(box.unit);
      if (type === undefined || box.type === type) boxes.push(box);
      if (box.depth >= depth) continue;
      const below = under(box.unit);
      if (below.length === 0) continue;
      const next = boxesOf(reading, below, box, prefix, hierarchy);
      for (let i = next.length - 1; i >= 0; i--) stack.push(next[i]!);
    }
  };

  if (root !== undefined) {
    if (!isShown(reading, root, hierarchy) && !mayBeInForce(reading, root)) return [];
    show(
      [root],
      children!,
      ancestorsAt(reading, root, hierarchy).map(({ id }) => id),
    );
    return boxes;
  }
  const placed = placeAll(reading, hierarchy);
  const under = (unit: Unit): readonly Unit[] => placed.under.get(unit) ?? NO_UNITS;
  show(placed.tops, under, []);
  // Units that stand in a ring are under no top: each ring is opened at its first unit.
  const reached = depth === Infinity ? seen : reachedFrom(placed.tops, under, new Set());
  if (reached.size === placed.all.length) return boxes;
  for (const unit of placed.all) {
    if (reached.has(unit)) continue;
    show([unit], under, []);
    reachedFrom([unit], under, reached);
  }
  return boxes;
}

function reachedFrom(
  tops: readonly Unit[],
  under: (unit: Unit) => readonly Unit[],
  reached: Set<Unit>,
): Set<Unit> {
  const stack = [...tops];
  for (let unit = stack.pop(); unit !== undefined; unit = stack.pop()) {
    if (reached.has(unit)) continue;
    reached.add(unit);
    for (const below of under(unit)) stack.push(below);
  }
  return reached;
}

const NO_UNITS: readonly Unit[] = [];

interface Placed {
  readonly tops: Unit[];
  readonly under: Map<Unit, Unit[]>;
  readonly all: Unit[];
}

/** All units to show, each under its parent. */
function placeAll(reading: Reading, hierarchy: Hierarchy): Placed {
  const placed: Placed = { tops: [], under: new Map(), all: [] };
  const parents = new Set<Unit>();
  const place = (unit: Unit) => {
    const parent = parentAt(reading, unit, hierarchy);
    placed.all.push(unit);
    if (parent == null) {
      placed.tops.push(unit);
      return;
    }
    parents.add(parent);
    const siblings = placed.under.get(parent);
    if (siblings === undefined) placed.under.set(parent, [unit]);
    else siblings.push(unit);
  };
  const takesPart = (unit: Unit) =>
    isInForce(reading, unit) && (hierarchy === LINE || parentAt(reading, unit, hierarchy) !== undefined);
  for (const unit of reading.timeline.units.values()) if (takesPart(unit)) place(unit);
  // Parents of parents join the set while this runs.
  for (const parent of parents) if (!takesPart(parent)) place(parent);
  return placed;
}

/** The children to show under a unit, found among the units that ever stood under it. */
function childrenOnDemand(reading: Reading, hierarchy: Hierarchy): (unit: Unit) => readonly Unit[] {
  return (unit) => {
    const below: Unit[] = [];
    for (const child of unit.everChildren(hierarchy)) {
      if (parentAt(reading, child, hierarchy) === unit && isShown(reading, child, hierarchy))
        below.push(child);
    }
    return below;
  };
}

/** Whether the unit or one that stands under it is in force. */
function isShown(reading: Reading, top: Unit, hierarchy: Hierarchy): boolean {
  if (isInForce(reading, top)) return true;
  const seen = new Set([top]);
  for (const unit of seen) {
    for (const child of unit.everChildren(hierarchy)) {
      if (seen.has(child) || parentAt(reading, child, hierarchy) !== unit) continue;
      if (isInForce(reading, child)) return true;
      seen.add(child);
    }
  }
  return false;
}

function boxesOf(
  reading: Reading,
  units: readonly Unit[],
  above: ChartUnit | null,
  prefix: readonly UnitId[],
  hierarchy: Hierarchy,
): ChartUnit[] {
  const depth = above === null ? 0 : above.depth + 1;
  const boxes: ChartUnit[] = [];
  for (const unit of units) {
    boxes.push(
      new ChartUnit(
        reading,
        unit,
        nameAt(reading, unit),
        valueAround(unit, unit.type, reading) ?? '',
        above,
        prefix,
        depth,
        isInForce(reading, unit),
        isMarked(reading, unit, hierarchy),
      ),
    );
  }
  return sortNamed(boxes);
}
