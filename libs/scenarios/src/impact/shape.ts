import { formatDecimal } from '#measures';
import { sortNamed, type UnitId, type UnitReference } from '#structure';
import type { Compared } from './compared.js';
import { Places, tallyKept, type ShapeTally } from './shape-tally.js';
import { unitsUnder } from './units-under.js';

/** Span of control: how many units stand directly under each unit that has any. */
export interface Span {
  readonly min: number;
  /** Exact decimal text: between two, the one halfway ("2.5"). */
  readonly median: string;
  readonly max: number;
  /** Decimal text with one decimal, rounded half up. */
  readonly mean: string;
}

/** The shape of an organisation in the line, or of what stands under one top. Only units in force for certain count. */
export interface Shape {
  readonly units: number;
  /** Steps from the top down to the lowest unit; null: there is no unit. */
  readonly depth: number | null;
  /** How many units stand on each layer, the top first: there are as many layers as there are numbers. */
  readonly layers: readonly number[];
  /** Null: no unit stands under another. */
  readonly span: Span | null;
  /** How many units have exactly one under them. */
  readonly singleChild: number;
}

export interface ShapeImpact {
  readonly before: Shape;
  readonly after: Shape;
  /** Units that come to have exactly one under them, and those that no longer do. By name. */
  readonly chainsBegun: readonly UnitReference[];
  readonly chainsEnded: readonly UnitReference[];
}

/**
 * The shape before and after. Of the base it is counted once; of the scenario it is what the units that begin, end or
 * move, and all under them, make of that.
 */
export function shapeImpact(compared: Compared, root?: UnitId): ShapeImpact {
  const base = tallyKept(compared.before.reading, root);
  const changed = correction(compared, root);
  const [begun, ended]: UnitReference[][] = [[], []];
  for (const [id, difference] of changed.children) {
    const was = base.children.get(id) ?? 0;
    const is = was + difference;
    if (was === is) continue;
    if (is === 1) begun!.push(compared.after.reference(compared.after.unit(id)!));
    if (was === 1) ended!.push(compared.before.reference(compared.before.unit(id)!));
  }
  return {
    before: shapeOf(base),
    after: shapeOf(corrected(base, changed)),
    chainsBegun: sortNamed(begun!),
    chainsEnded: sortNamed(ended!),
  };
}

/** By how much counts differ. */
interface Correction {
  readonly levels: ReadonlyMap<number, number>;
  readonly children: ReadonlyMap<UnitId, number>;
}

function correction(compared: Compared, root: UnitId | undefined): Correction {
  const levels = new Map<number, number>();
  const children = new Map<UnitId, number>();
  const displaced = [...compared.changed.values()].filter((unit) => unit.was !== unit.is || unit.moved);
  for (const side of [compared.before, compared.after]) {
    const by = side === compared.after ? 1 : -1;
    const places = new Places(side, root);
    for (const unit of unitsUnder(
      side,
      displaced.map(({ id }) => id),
    )) {
      const place = places.of(unit);
      if (place === undefined) continue;
      levels.set(place.level, (levels.get(place.level) ?? 0) + by);
      if (place.parent !== null) children.set(place.parent, (children.get(place.parent) ?? 0) + by);
    }
  }
  return { levels, children };
}

function corrected(base: ShapeTally, changed: Correction): Pick<ShapeTally, 'levels' | 'spans'> {
  const levels = [...base.levels];
  for (const [level, by] of changed.levels) {
    while (levels.length <= level) levels.push(0);
    levels[level]! += by;
  }
  const spans = new Map(base.spans);
  const count = (span: number, by: number) => span > 0 && spans.set(span, (spans.get(span) ?? 0) + by);
  for (const [id, by] of changed.children) {
    const was = base.children.get(id) ?? 0;
    count(was, -1);
    count(was + by, 1);
  }
  return { levels, spans };
}

export function shapeOf({ levels, spans }: Pick<ShapeTally, 'levels' | 'spans'>): Shape {
  const lowest = levels.findLastIndex((units) => units > 0);
  return {
    units: levels.reduce((total, units) => total + units, 0),
    depth: lowest < 0 ? null : lowest,
    layers: levels.slice(0, lowest + 1),
    span: spanOf([...spans].filter(([, units]) => units > 0).sort(([a], [b]) => a - b)),
    singleChild: spans.get(1) ?? 0,
  };
}

/** @param spans how many units have so many under them, the fewest first */
function spanOf(spans: readonly (readonly [span: number, units: number])[]): Span | null {
  if (spans.length === 0) return null;
  const parents = spans.reduce((total, [, units]) => total + units, 0);
  const children = spans.reduce((total, [span, units]) => total + span * units, 0);
  const middles = spanAt(spans, Math.floor((parents - 1) / 2)) + spanAt(spans, Math.floor(parents / 2));
  return {
    min: spans[0]![0],
    median: middles % 2 === 0 ? String(middles / 2) : `${(middles - 1) / 2}.5`,
    max: spans.at(-1)![0],
    mean: formatDecimal({
      digits: BigInt(Math.floor((20 * children + parents) / (2 * parents))),
      decimals: 1,
    }),
  };
}

/** The span of the unit at a place among all, from 0. */
function spanAt(spans: readonly (readonly [span: number, units: number])[], place: number): number {
  let left = place;
  for (const [span, units] of spans) {
    if (left < units) return span;
    left -= units;
  }
  return 0;
}
