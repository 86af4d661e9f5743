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

/** Everything as if each change happens on its latest day: the timeline that charts are answered from. */
export function onLatestDays(changes: readonly Standing[]): Dated[] {
  return inOrder(
    changes.filter((c) => c.latest < Infinity).map((change) => ({ change, day: change.latest })),
  );
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

const MOST_CHOICES = 20_000;

/**
 * Looks for days, one within each window, on which every rule holds; tries them all if it has to.
 * A broken rule depends only on the changes that touch the units involved: choices that differ only in the
 * days of other changes are passed over, and when none of those is imprecise no choice can mend it.
 * @returns the first violation of the first choice when there is no such choice, else null
 */
export function brokenUnderEveryChoice(changes: readonly Standing[]): Violation | null {
  const imprecise = changes.filter((c) => c.earliest !== c.latest);
  const precise = changes
    .filter((c) => c.earliest === c.latest)
    .map((change) => ({ change, day: change.latest }));
  const candidates = candidateDays(changes, imprecise);
  let first: Violation | undefined;
  let tried = 0;

  /** Which imprecise changes the violation of this choice can be blamed on, null when there is none. */
  const blameOf = (chosen: readonly Dated[]): Set<number> | null => {
    tried += 1;
    if (tried > MOST_CHOICES) throw new Error('too many imprecise changes to try every choice');
    const violations = violationsOf([...precise, ...chosen], { all: true });
    first ??= violations[0];
    const blames = violations.map(
      ({ change: acting, units, day }) =>
        new Set(
          imprecise.flatMap((change, i) =>
            change === acting || (change.earliest <= day && touches(change, units)) ? [i] : [],
          ),
        ),
    );
    return blames.sort((a, b) => a.size - b.size)[0] ?? null;
  };

  /** Tries every day of the change at this place and of all after it; null when some days will do. */
  const blameFrom = (place: number, chosen: readonly Dated[]): Set<number> | null => {
    const change = imprecise[place];
    if (change === undefined) return blameOf(chosen);
    const blamed = new Set<number>();
    for (const day of candidates[place] ?? []) {
      const blame = blameFrom(place + 1, [...chosen, { change, day }]);
      if (blame === null || !blame.has(place)) return blame;
      for (const other of blame) if (other !== place) blamed.add(other);
    }
    return blamed;
  };

  return blameFrom(0, []) === null ? null : (first ?? null);
}

function touches(change: Standing, units: readonly string[]): boolean {
  return change.effects.some((effect) => effect.e !== 'lineage' && units.includes(effect.unit));
}

/**
 * Only the order of the changes matters: so for each imprecise one, every boundary in its window, and in
 * each gap between boundaries as many days as there are imprecise changes that could share it. Latest first.
 */
function candidateDays(changes: readonly Standing[], imprecise: readonly Standing[]): number[][] {
  const room = imprecise.length + 1;
  const finite = changes.flatMap((c) => [c.earliest, c.latest]).filter((day) => Number.isFinite(day));
  const [low, high] = finite.length === 0 ? [1, 1] : [Math.min(...finite) - room, Math.max(...finite) + room];
  const boundaries = [...new Set([low, ...finite, high])].sort((a, b) => a - b);
  return imprecise.map(({ earliest, latest }) => {
    const days = new Set<number>();
    boundaries.forEach((boundary, i) => {
      const next = boundaries[i + 1] ?? boundary + room;
      for (let day = boundary; day < next && day < boundary + room; day += 1) {
        if (day >= earliest && day <= latest) days.add(day);
      }
    });
    return [...days].sort((a, b) => b - a);
  });
}

/** Whether some change of the record is still undated on a day: begun to be possible, not yet certain. */
export function isUnsettled(changes: readonly Standing[], day: number): boolean {
  return changes.some((c) => c.earliest <= day && day < c.latest);
}
