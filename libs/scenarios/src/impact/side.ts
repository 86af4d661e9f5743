import { boardOf } from '#governance';
import {
  isInForce,
  LINE,
  referenceTo,
  State,
  type Hierarchy,
  type Reading,
  type Unit,
  type UnitId,
  type UnitReference,
} from '#structure';
import { administrationAbove, kindOfType } from './administration.js';

/** The hierarchy that says which political body answers for a unit. */
export const POLITICAL: Hierarchy = 'political';

/** One of the two readings that an impact compares, with what it has been asked before. */
export class Side {
  readonly state: State;
  private readonly parents = new Map<Unit, Unit | null>();
  private readonly childrenOf = new Map<Unit, readonly Unit[]>();
  private readonly administrations = new Map<Unit, Unit | null>();
  private readonly boards = new Map<Unit, Unit | null>();

  constructor(readonly reading: Reading) {
    this.state = State.on(reading.timeline, reading.at, reading.position);
  }

  unit(id: UnitId): Unit | undefined {
    return this.reading.timeline.units.get(id);
  }

  /** The unit of an id if it is in force for certain. */
  inForce(id: UnitId): Unit | undefined {
    const unit = this.unit(id);
    return unit !== undefined && this.isInForce(unit) ? unit : undefined;
  }

  isInForce(unit: Unit): boolean {
    return isInForce(this.reading, unit);
  }

  typeOf(unit: Unit): string {
    return unit.type.at(this.reading.at, this.reading.position)?.value ?? '';
  }

  /** Null is a root; undefined: it takes no part in the hierarchy. */
  parent(unit: Unit, hierarchy: Hierarchy = LINE): Unit | null | undefined {
    if (hierarchy !== LINE) return this.parentRead(unit, hierarchy);
    let parent = this.parents.get(unit);
    if (parent === undefined) this.parents.set(unit, (parent = this.parentRead(unit, LINE) ?? null));
    return parent;
  }

  private parentRead(unit: Unit, hierarchy: Hierarchy): Unit | null | undefined {
    const { timeline, at, position } = this.reading;
    const pointer = unit.parents.get(hierarchy)?.at(at, position)?.value;
    return pointer && timeline.own(pointer);
  }

  /** The units in force directly under it, in no particular order. */
  children(unit: Unit, hierarchy: Hierarchy = LINE): readonly Unit[] {
    let children = hierarchy === LINE ? this.childrenOf.get(unit) : undefined;
    if (children === undefined) {
      const ever = [...this.reading.timeline.everChildren(unit, hierarchy)];
      children = ever.filter((child) => this.parent(child, hierarchy) === unit && this.isInForce(child));
      if (hierarchy === LINE) this.childrenOf.set(unit, children);
    }
    return children;
  }

  /** The administration that a unit belongs to; null: none. */
  administration(unit: Unit): Unit | null {
    return administrationAbove(unit, this, this.administrations);
  }

  /** The board that answers for a unit (see `boardOf`); null: none is found. */
  board(unit: Unit): Unit | null {
    let board = this.boards.get(unit);
    if (board === undefined) this.boards.set(unit, (board = this.boardRead(unit)));
    return board;
  }

  /** What climbs the line as its parent does has the same board, unless it is one itself. */
  private boardRead(unit: Unit): Unit | null {
    const parent = this.parent(unit);
    const climbsAsParent =
      parent &&
      this.parent(unit, POLITICAL) === undefined &&
      this.parent(parent, POLITICAL) === undefined &&
      kindOfType(this.typeOf(unit)) !== 'political';
    return climbsAsParent ? this.board(parent) : (boardOf(unit, this.state) ?? null);
  }

  /** The units above it, the nearest first. */
  *above(unit: Unit, hierarchy: Hierarchy = LINE): Generator<Unit> {
    const seen = new Set([unit]);
    for (let up = this.parent(unit, hierarchy); up && !seen.has(up); up = this.parent(up, hierarchy)) {
      seen.add(up);
      yield up;
    }
  }

  /** How many units stand above it. */
  depth(unit: Unit, hierarchy: Hierarchy = LINE): number {
    let depth = 0;
    for (const _ of this.above(unit, hierarchy)) depth += 1;
    return depth;
  }

  reference(unit: Unit): UnitReference {
    return referenceTo(this.reading, unit);
  }
}
