import { endOfDay, type Day, type Moment } from '#temporal';
import { LINE, type Hierarchy, type Scheme, type UnitId } from './ids.js';
import type { Timeline } from './timeline.js';
import type { Unit } from './unit.js';

/** The organisation just before a moment, as known at a position. */
export class State {
  constructor(
    readonly timeline: Timeline,
    readonly moment: Moment,
    /** Everything that is known now unless said. */
    readonly position: number = timeline.horizon,
  ) {}

  /** The organisation at the end of a day. */
  static on(timeline: Timeline, at: Day, position?: number): State {
    return new State(timeline, endOfDay(at), position);
  }

  /** The unit of an id that is known to exist; an unknown id here is a fault. */
  unit(id: UnitId | string): Unit {
    const unit = this.timeline.units.get(id as UnitId);
    if (unit === undefined) throw new Error(`No unit ${id} in the timeline`);
    return unit;
  }

  inForce(unit: Unit): boolean {
    return unit.existence.before(this.moment, this.position)?.value === true;
  }

  everInForce(unit: Unit): boolean {
    return unit.existence.before(this.moment, this.position) !== undefined;
  }

  name(unit: Unit): string | undefined {
    return unit.name.before(this.moment, this.position)?.value;
  }

  type(unit: Unit): string | undefined {
    return unit.type.before(this.moment, this.position)?.value;
  }

  /** Its parent; null is a root; undefined: it takes no part in the hierarchy. */
  parent(unit: Unit, hierarchy: Hierarchy = LINE): Unit | null | undefined {
    const parent = unit.parents.get(hierarchy)?.before(this.moment, this.position)?.value;
    return parent && this.timeline.own(parent);
  }

  /** The hierarchies it takes part in, with its parent in each. */
  parents(unit: Unit): [Hierarchy, Unit | null][] {
    const parents: [Hierarchy, Unit | null][] = [];
    for (const hierarchy of unit.parents.keys()) {
      const parent = this.parent(unit, hierarchy);
      if (parent !== undefined) parents.push([hierarchy, parent]);
    }
    return parents;
  }

  code(unit: Unit, scheme: Scheme): string | undefined {
    return unit.codes.get(scheme)?.before(this.moment, this.position)?.value ?? undefined;
  }

  codes(unit: Unit): Record<Scheme, string> {
    const codes: Record<Scheme, string> = {};
    for (const scheme of [...unit.codes.keys()].sort()) {
      const code = this.code(unit, scheme);
      if (code !== undefined) codes[scheme] = code;
    }
    return codes;
  }

  /** The units in force that stand directly under it, in no particular order. */
  children(unit: Unit, hierarchy: Hierarchy = LINE): Unit[] {
    const children: Unit[] = [];
    for (const child of this.timeline.everChildren(unit, hierarchy)) {
      if (this.parent(child, hierarchy) === unit && this.inForce(child)) children.push(child);
    }
    return children;
  }

  /** Whether `unit` stands somewhere under `ancestor`. */
  isUnder(unit: Unit, ancestor: Unit, hierarchy: Hierarchy): boolean {
    const seen = new Set<Unit>();
    for (let up = this.parent(unit, hierarchy); up && !seen.has(up); up = this.parent(up, hierarchy)) {
      if (up === ancestor) return true;
      seen.add(up);
    }
    return false;
  }
}
