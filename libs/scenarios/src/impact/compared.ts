import {
  LINE,
  unitsActedOn,
  type ChangeVersion,
  type Hierarchy,
  type Reading,
  type Unit,
  type UnitId,
} from '#structure';
import { Side } from './side.js';

/** A unit of which the scenario has something of its own, on both sides; undefined where nothing is known of it. */
export interface ComparedUnit {
  readonly id: UnitId;
  readonly before: Unit | undefined;
  readonly after: Unit | undefined;
  /** Whether it was and is in force for certain. */
  readonly was: boolean;
  readonly is: boolean;
  /** Whether it is in force on both sides, and stands elsewhere in the line, or is of another type. */
  readonly moved: boolean;
  readonly reclassified: boolean;
}

/** The base and the scenario on one date, and where they can differ at all. */
export class Compared {
  readonly before: Side;
  readonly after: Side;
  /** The units that can differ themselves; all, of readings that are not of a timeline and its branch. */
  readonly changed: ReadonlyMap<UnitId, ComparedUnit>;
  /** The units that a change of the scenario acts on which has taken effect by the date. */
  readonly actedOn: ReadonlySet<UnitId>;

  constructor(before: Reading, after: Reading, versions: readonly ChangeVersion[]) {
    this.before = new Side(before);
    this.after = new Side(after);
    this.changed = new Map(Array.from(idsThatMayDiffer(before, after), (id) => [id, this.compare(id)]));
    const effective = versions.filter(({ from, pending }) => from <= after.at && !pending);
    this.actedOn = allActedOn(effective);
  }

  /** Whether a unit in force on both sides has another place in a hierarchy. */
  isMoved({ before, after, was, is, moved }: ComparedUnit, hierarchy: Hierarchy): boolean {
    if (hierarchy === LINE) return moved;
    return was && is && this.isElsewhere(before!, after!, hierarchy);
  }

  private compare(id: UnitId): ComparedUnit {
    const [before, after] = [this.before.unit(id), this.after.unit(id)];
    const was = before !== undefined && this.before.isInForce(before);
    const is = after !== undefined && this.after.isInForce(after);
    const both = was && is;
    return {
      id,
      before,
      after,
      was,
      is,
      moved: both && this.isElsewhere(before, after, LINE),
      reclassified: both && this.before.typeOf(before) !== this.after.typeOf(after),
    };
  }

  private isElsewhere(before: Unit, after: Unit, hierarchy: Hierarchy): boolean {
    return idOf(this.before.parent(before, hierarchy)) !== idOf(this.after.parent(after, hierarchy));
  }
}

/** The units that any of some changes acts on. */
export function allActedOn(versions: readonly ChangeVersion[]): Set<UnitId> {
  const units = new Set<UnitId>();
  for (const version of versions) for (const id of unitsActedOn(version)) units.add(id);
  return units;
}

/** A parent's id; a root (null) and no part in the hierarchy (undefined) are told apart. */
function idOf(unit: Unit | null | undefined): UnitId | null | undefined {
  return unit && unit.id;
}

function idsThatMayDiffer(before: Reading, after: Reading): Set<UnitId> {
  const [one, other] = [before, after].map(({ timeline, position }) => timeline.origin(position));
  const shareTheRest =
    before.at === after.at && one!.timeline === other!.timeline && one!.position === other!.position;
  return shareTheRest
    ? new Set([...before.timeline.changedUnits, ...after.timeline.changedUnits])
    : new Set([...before.timeline.units.keys(), ...after.timeline.units.keys()]);
}
