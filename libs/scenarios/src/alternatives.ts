import {
  difference,
  isKnownAt,
  sortNamed,
  unitState,
  type Begun,
  type Difference,
  type Ended,
  type FieldChange,
  type Hierarchy,
  type Moved,
  type Placement,
  type Reading,
  type Recoded,
  type Scheme,
  type UnitId,
  type UnitReference,
  type UnitState,
} from '#structure';

/** In what a unit can differ from the first reading: the lists of a difference that are about one unit each. */
export const ASPECTS = ['begun', 'ended', 'renamed', 'reclassified', 'moved', 'recoded'] as const;

export type Aspect = (typeof ASPECTS)[number];

/**
 * One thing in which a unit is not as it is in the first reading. The words are those of a difference that takes the
 * first reading to be the earlier one: `begun` is in force here and not there, `ended` there and not here.
 */
export interface Deviation {
  readonly aspect: Aspect;
  /** The hierarchy in which it moved, or the scheme in which its code is another; null of all else. */
  readonly track: Hierarchy | Scheme | null;
  /** False where a date is not known well enough to tell. */
  readonly certain: boolean;
}

/** What one reading says of one unit. */
export interface AlternativeCell {
  /** Null: it may have begun or not. What has not certainly ended is in force, as on the chart. */
  readonly inForce: boolean | null;
  /** Null where it is not in force; where it may have begun, what it begins with. So too its type, places and codes. */
  readonly name: string | null;
  readonly type: string | null;
  /** Its place in each hierarchy it takes part in, `line` first; parents as they are called here. */
  readonly parents: readonly Placement[];
  readonly codes: Readonly<Record<Scheme, string>>;
  /**
   * Where it is not certainly in force: units in force here that continue it, nearest first, through what is not part
   * of the first reading in which it is in force.
   */
  readonly continuedBy: readonly UnitReference[];
  /** Nothing where it is as in the first reading. */
  readonly differs: readonly Deviation[];
}

/** A unit that is not the same in all readings. */
export interface AlternativeRow {
  readonly id: UnitId;
  /** What it is called in the first reading in which it is in force. */
  readonly name: string;
  /** One for each reading, in their order. */
  readonly cells: readonly AlternativeCell[];
}

export interface AlternativeColumn {
  readonly reading: Reading;
  /** How many of each differ from the first reading; a unit that moved in two hierarchies counts twice. */
  readonly counts: Readonly<Record<Aspect, number>>;
}

export interface AlternativesTable {
  /** One for each reading, in their order. */
  readonly columns: readonly AlternativeColumn[];
  /** By name, see `compareNamed`. */
  readonly rows: readonly AlternativeRow[];
}

/**
 * Lays readings of one organisation side by side: other dates, other positions, branches, or all of it. What differs
 * is what `difference` tells between the first reading and each of the others, so that a unit is a row when it is not
 * the same, as far as is certain, in any two of them.
 */
export function compareAlternatives(readings: readonly Reading[]): AlternativesTable {
  const between = pairsOf(readings);
  const columns: AlternativeColumn[] = [];
  const deviations: Map<UnitId, Deviation[]>[] = [];
  readings.forEach((reading, column) => {
    const told = column === 0 ? null : between(0, column).told;
    columns.push({ reading, counts: countsOf(told) });
    deviations.push(deviationsIn(told));
  });
  const continuedBy = (id: UnitId, from: number, column: number): readonly UnitReference[] => {
    const there = readings[column]!;
    const leadsOn = there.timeline.units.get(id)?.successors.some((edge) => isKnownAt(edge, there.position));
    return (leadsOn && between(from, column).ended.get(id)?.successors) || [];
  };
  const rows: AlternativeRow[] = [];
  for (const id of new Set(deviations.flatMap((byUnit) => [...byUnit.keys()]))) {
    const states = readings.map((reading) => stateIn(reading, id));
    const from = states.findIndex(isInForce);
    const cells = states.map((state, column) => ({
      ...saidOf(state),
      continuedBy: isInForce(state) ? [] : continuedBy(id, from, column),
      differs: deviations[column]!.get(id) ?? [],
    }));
    rows.push({ id, name: states[from]!.name, cells });
  }
  return { columns, rows: sortNamed(rows) };
}

interface Pair {
  readonly told: Difference;
  readonly ended: ReadonlyMap<UnitId, Ended>;
}

/** What differs between two of the readings, worked out once, and only where it is asked for. */
function pairsOf(readings: readonly Reading[]): (first: number, second: number) => Pair {
  const pairs = new Map<string, Pair>();
  return (first, second) => {
    const key = `${first} ${second}`;
    let pair = pairs.get(key);
    if (pair === undefined) {
      const told = difference(readings[first]!, readings[second]!);
      pair = { told, ended: new Map(told.ended.map((unit) => [unit.id, unit])) };
      pairs.set(key, pair);
    }
    return pair;
  };
}

function countsOf(told: Difference | null): AlternativeColumn['counts'] {
  return {
    begun: told?.begun.length ?? 0,
    ended: told?.ended.length ?? 0,
    renamed: told?.renamed.length ?? 0,
    reclassified: told?.reclassified.length ?? 0,
    moved: told?.moved.length ?? 0,
    recoded: told?.recoded.length ?? 0,
  };
}

function deviationsIn(told: Difference | null): Map<UnitId, Deviation[]> {
  const byUnit = new Map<UnitId, Deviation[]>();
  if (told === null) return byUnit;
  for (const aspect of ASPECTS) {
    for (const unit of told[aspect]) {
      const deviation = { aspect, track: trackOf(unit), certain: unit.certain };
      const others = byUnit.get(unit.id);
      if (others === undefined) byUnit.set(unit.id, [deviation]);
      else others.push(deviation);
    }
  }
  return byUnit;
}

function trackOf(unit: Begun | Ended | FieldChange | Moved | Recoded): Deviation['track'] {
  if ('hierarchy' in unit) return unit.hierarchy;
  return 'scheme' in unit ? unit.scheme : null;
}

function stateIn(reading: Reading, id: UnitId): UnitState | null {
  const unit = reading.timeline.units.get(id);
  return unit === undefined ? null : unitState(reading, unit);
}

function isInForce(state: UnitState | null): boolean {
  return state?.status === 'inForce';
}

function saidOf(
  state: UnitState | null,
): Pick<AlternativeCell, 'inForce' | 'name' | 'type' | 'parents' | 'codes'> {
  if (state === null || (state.status !== 'inForce' && state.status !== 'indeterminate')) {
    return { inForce: false, name: null, type: null, parents: [], codes: {} };
  }
  const { name, type, parents, codes } = state;
  return { inForce: isInForce(state) ? true : null, name, type, parents, codes };
}
