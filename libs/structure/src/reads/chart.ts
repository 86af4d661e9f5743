import type { CivilDate } from '#temporal';
import { LINE, type Hierarchy, type Scheme, type UnitId } from '../ids.js';
import type { Unit, UnitPointer } from '../unit.js';
import { sinceDay } from './existence.js';
import { isMarked, marksOn, type Mark } from './marks.js';
import { sortNamed } from './names-in-order.js';
import { civil, isInForce, type Reading } from './reading.js';
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

  /** What of it is indeterminate, with what it may be and the change that would settle it. */
  get marks(): Mark[] {
    return this.indeterminate ? marksOn(this.reading, this.unit) : [];
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
 * those that they stand under. Nothing if `root` is not in force. Costs a look at every unit, or with `root`
 * at those that ever stood under it.
 */
export function chart(reading: Reading, options: ChartOptions = {}): ChartUnit[] {
  const { root, depth = Infinity, hierarchy = LINE, type } = options;
  if (root !== undefined && !isInForce(reading, root)) return [];
  const { tops, under } =
    root === undefined
      ? placeAll(reading, hierarchy)
      : { tops: [root], under: childrenOnDemand(reading, root, hierarchy) };
  const prefix = root === undefined ? [] : ancestorsAt(reading, root, hierarchy).map(({ id }) => id);
  const boxes: ChartUnit[] = [];
  const stack = boxesOf(reading, tops, null, prefix, hierarchy).reverse();
  for (let box = stack.pop(); box !== undefined; box = stack.pop()) {
    if (type === undefined || box.type === type) boxes.push(box);
    if (box.depth >= depth) continue;
    const below = under(box.unit);
    if (below.length === 0) continue;
    const next = boxesOf(reading, below, box, prefix, hierarchy);
    for (let i = next.length - 1; i >= 0; i--) stack.push(next[i]!);
  }
  return boxes;
}

const NO_UNITS: readonly Unit[] = [];

interface Placed {
  readonly tops: readonly Unit[];
  under(unit: Unit): readonly Unit[];
}

/** All units to show, each under its parent. */
function placeAll(reading: Reading, hierarchy: Hierarchy): Placed {
  const { at, position, timeline } = reading;
  const tops: Unit[] = [];
  const children = new Map<UnitPointer, Unit[]>();
  for (const unit of timeline.units.values()) {
    const parent = unit.parents.get(hierarchy)?.at(at, position)?.value;
    if (parent === undefined || unit.existence.at(at, position)?.value !== true) continue;
    const siblings = parent === null ? tops : children.get(parent);
    if (siblings === undefined) children.set(parent!, [unit]);
    else siblings.push(unit);
  }
  // A unit that others stand under may take no part in the hierarchy itself: then it is one of the top ones.
  for (const pointer of children.keys()) {
    const parent = timeline.own(pointer);
    if (parentAt(reading, parent, hierarchy) === undefined) tops.push(parent);
  }
  return { tops, under: (unit) => children.get(unit.pointer) ?? NO_UNITS };
}

/**
 * The children to show under a unit, found among the units that ever stood under it. Between the events of one
 * change set units may stand in a ring: the root is not shown again below itself.
 */
function childrenOnDemand(reading: Reading, root: Unit, hierarchy: Hierarchy): Placed['under'] {
  return (unit) => {
    const below: Unit[] = [];
    for (const child of reading.timeline.everChildren(unit, hierarchy)) {
      if (child === root) continue;
      if (parentAt(reading, child, hierarchy) === unit && isInForce(reading, child)) below.push(child);
    }
    return below;
  };
}

function boxesOf(
  reading: Reading,
  units: readonly Unit[],
  above: ChartUnit | null,
  prefix: readonly UnitId[],
  hierarchy: Hierarchy,
): ChartUnit[] {
  const { at, position } = reading;
  const depth = above === null ? 0 : above.depth + 1;
  const boxes = units.map((unit) => {
    const name = unit.name.at(at, position)?.value ?? '';
    const type = unit.type.at(at, position)?.value ?? '';
    return new ChartUnit(reading, unit, name, type, above, prefix, depth, isMarked(reading, unit, hierarchy));
  });
  return sortNamed(boxes);
}
