import { type ChangeLine } from './lines.js';
import { apply, type Effect, type State } from './organisation-state.js';

/** One change as it stands: its last content, and what it resolved to. */
export interface Standing {
  /** Place in the order of first recording; an amended change keeps it. */
  readonly order: number;
  readonly id: string | undefined;
  readonly line: ChangeLine;
  readonly earliest: number;
  readonly latest: number;
  readonly effects: readonly Effect[];
  readonly acts: readonly string[];
  readonly revives: string | null;
}

/** A rule broken at the end of a day, or just before a change of that day. */
export interface Violation {
  readonly rule: string;
  readonly day: number;
  readonly units: readonly string[];
  readonly change?: Standing;
}

/** A change with the day on which it is taken to happen. */
export interface Dated {
  readonly change: Standing;
  readonly day: number;
}

export function inOrder(changes: readonly Dated[]): Dated[] {
  return [...changes].sort((a, b) => a.day - b.day || a.change.order - b.change.order);
}

/** The days that imprecise changes apply from, by their order; what is left out applies from its latest day. */
export type Choice = ReadonlyMap<number, number>;

/** The timeline of a choice of days: what charts are answered from. */
export function datedBy(changes: readonly Standing[], choice: Choice): Dated[] {
  return inOrder(changes.map((change) => ({ change, day: choice.get(change.order) ?? change.latest })));
}

/**
 * Walks through dated changes and gives every broken rule.
 * @param beforeEach called with the state just before each change, in order
 */
export function violationsOf(
  dated: readonly Dated[],
  options: { all?: boolean; beforeEach?: (change: Standing, before: State) => Violation | null } = {},
): Violation[] {
  const state: State = new Map();
  const found: Violation[] = [];
  const ordered = inOrder(dated);
  let index = 0;
  while (index < ordered.length && (options.all === true || found.length === 0)) {
    const day = ordered[index]?.day ?? 0;
    const laterTo: { to: string; change: Standing }[] = [];
    for (let next = ordered[index]; next?.day === day; next = ordered[index]) {
      const { change } = next;
      index += 1;
      const other = options.beforeEach?.(change, state);
      if (other) found.push(other);
      found.push(...guards(state, change, day));
      for (const effect of change.effects) {
        if (effect.e === 'lineage' && state.get(effect.from)?.begun !== true) {
          found.push({ rule: 'lineage-from-the-future', day, units: [effect.from], change });
        }
        apply(state, effect, day);
      }
      for (const effect of change.effects) {
        if (effect.e === 'lineage' && state.get(effect.to)?.inForce !== true)
          laterTo.push({ to: effect.to, change });
      }
    }
    for (const { to, change } of laterTo) {
      if (state.get(to)?.inForce !== true) found.push({ rule: 'lineage-back', day, units: [to], change });
    }
    found.push(...brokenAtEndOf(state, day));
  }
  return found;
}

function guards(state: State, change: Standing, day: number): Violation[] {
  const found: Violation[] = [];
  for (const unit of change.acts) {
    if (state.get(unit)?.inForce !== true)
      found.push({ rule: 'unit-not-in-force', day, units: [unit], change });
  }
  for (const effect of change.effects) {
    if (effect.e !== 'begin') continue;
    const unit = state.get(effect.unit);
    if (unit?.inForce === true) found.push({ rule: 'intervals-overlap', day, units: [effect.unit], change });
    if (change.revives === effect.unit && unit?.begun !== true) {
      found.push({ rule: 'never-began', day, units: [effect.unit], change });
    }
  }
  return found;
}

/** The invariants of one state, all units looked at. */
function brokenAtEndOf(state: State, day: number): Violation[] {
  const found: Violation[] = [];
  const codes = new Map<string, string>();
  for (const [key, unit] of state) {
    if (!unit.inForce) continue;
    for (const [hierarchy, parent] of unit.parents) {
      if (parent !== null && state.get(parent)?.inForce !== true) {
        found.push({ rule: 'parent-not-in-force', day, units: [key, parent] });
      }
      const path = [key];
      for (let up = parent; up !== null; up = state.get(up)?.parents.get(hierarchy) ?? null) {
        if (up === key) {
          found.push({ rule: 'cycle', day, units: path });
          break;
        }
        if (path.includes(up)) break;
        path.push(up);
      }
    }
    for (const [scheme, code] of unit.codes) {
      if (code === null) continue;
      const holder = codes.get(`${scheme}:${code}`);
      if (holder !== undefined) found.push({ rule: 'code-taken', day, units: [holder, key] });
      codes.set(`${scheme}:${code}`, key);
    }
  }
  return found;
}

/** Whether some change of the record is still undated on a day: begun to be possible, not yet certain. */
export function isUnsettled(changes: readonly Standing[], day: number): boolean {
  return changes.some((c) => c.earliest <= day && day < c.latest);
}
