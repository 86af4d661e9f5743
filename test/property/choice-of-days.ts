import {
  type Choice,
  type Dated,
  datedBy,
  type Standing,
  type Violation,
  violationsOf,
} from './acceptance.js';
import { type State } from './organisation-state.js';

/** What a search found: days on which every rule holds, or what is broken when everything is as late as it can be. */
export type Search =
  { readonly found: true; readonly choice: Choice } | { readonly found: false; readonly broken: Violation };

/** Says whether a change comes to something else on the state just before it than what was recorded. */
export type Unstable = (change: Standing, before: State) => boolean;

const MOST_CHOICES = 3_000;

/** There are more choices of days than can be tried: the model does not know. */
export class Undecided extends Error {}

const WORTH_KEEPING = 4;
const MOST_KEPT = 200;

/** Days of imprecise changes, by their place, on which some rule is broken whatever the others' days are. */
type Conflict = ReadonlyMap<number, Stretch>;

interface Stretch {
  readonly from: number;
  readonly to: number;
}

/**
 * Looks for days, one within each window, on which every rule holds; tries them all if it has to, the latest
 * days first: what it finds is the greatest choice when there is one, and in any case one that no other is
 * later than in every change. A broken rule depends only on the changes that touch the units involved: choices
 * that differ only in the days of other changes are passed over.
 * @param floor only choices are looked at in which no change is earlier than here
 */
export function latestChoice(
  changes: readonly Standing[],
  unstable: Unstable,
  floor: Choice = new Map(),
): Search {
  return new ChoiceSearch(changes, unstable, floor).run();
}

/** What a choice of days breaks: nothing, if it is one that the record may stand on. */
export function brokenBy(changes: readonly Standing[], choice: Choice, unstable: Unstable): Violation[] {
  const dated = datedBy(changes, choice);
  const broken = violationsOf(dated, { all: true });
  if (broken.length > 0) return broken;
  return violationsOf(dated, {
    all: true,
    beforeEach: (change, before) =>
      unstable(change, before)
        ? { rule: 'resolves-differently', day: choice.get(change.order) ?? change.latest, units: [], change }
        : null,
  });
}

/** Whether two choices mean the same days for the same changes. */
export function sameDays(changes: readonly Standing[], a: Choice, b: Choice): boolean {
  return changes.every(({ order, latest }) => (a.get(order) ?? latest) === (b.get(order) ?? latest));
}

class ChoiceSearch {
  private readonly imprecise: readonly Standing[];
  private readonly candidates: readonly (readonly number[])[];
  private first: Violation | undefined;
  private tried = 0;
  private answer: Choice | undefined;
  /** By the last place that they are about. */
  private readonly conflicts: Conflict[][];

  constructor(
    private readonly changes: readonly Standing[],
    private readonly unstable: Unstable,
    floor: Choice,
  ) {
    this.imprecise = changes.filter((c) => c.earliest !== c.latest);
    this.conflicts = this.imprecise.map(() => []);
    const lowest = ({ order, earliest }: Standing): number => floor.get(order) ?? earliest;
    this.candidates = candidateDays(changes, this.imprecise, floor).map((days, i) =>
      days.filter((day) => day >= lowest(this.imprecise[i]!)),
    );
  }

  run(): Search {
    this.blameFrom(0, new Map());
    if (this.answer !== undefined) return { found: true, choice: this.answer };
    return { found: false, broken: this.first! };
  }

  /** Tries every day of the change at this place and of all after it; null when some days will do. */
  private blameFrom(place: number, chosen: Choice): Set<number> | null {
    const change = this.imprecise[place];
    if (change === undefined) return this.blameOf(chosen);
    const blamed = new Set<number>();
    for (const day of this.candidates[place] ?? []) {
      const here = new Map(chosen).set(change.order, day);
      const blame = this.knownConflict(place, here) ?? this.blameFrom(place + 1, here);
      if (blame === null || !blame.has(place)) return blame;
      for (const other of blame) if (other !== place) blamed.add(other);
    }
    return blamed;
  }

  /** Which imprecise changes what this choice breaks can be blamed on, null when it breaks nothing. */
  private blameOf(chosen: Choice): Set<number> | null {
    this.tried += 1;
    if (this.tried > MOST_CHOICES) throw new Undecided('Too many imprecise changes to try every choice');
    const violations = brokenBy(this.changes, chosen, this.unstable);
    this.first ??= violations[0];
    if (violations.length === 0) {
      this.answer = chosen;
      return null;
    }
    const conflicts = violations.slice(0, 12).map((violation) => this.conflictOf(violation, chosen));
    conflicts.sort((a, b) => a.size - b.size);
    for (const conflict of conflicts) {
      const last = Math.max(-1, ...conflict.keys());
      if (last >= 0 && conflict.size <= WORTH_KEEPING) this.keep(last, conflict);
    }
    return new Set(conflicts[0]?.keys());
  }

  /**
   * What is broken on a day stays so while the changes that could mend it happen in the same order up to that
   * day, and those after it stay after it. So each may happen anywhere between its neighbours in that order.
   */
  private conflictOf({ rule, change: acting, units, day }: Violation, chosen: Choice): Conflict {
    const involved = rule === 'resolves-differently' ? this.readBy(acting!) : units;
    const order = datedBy(
      this.changes.filter((change) => change === acting || involved === 'all' || touches(change, involved)),
      chosen,
    );
    const lastBefore = order.findLast((other) => other.day <= day);
    const firstAfter = order.find((other) => other.day > day);
    const conflict = new Map<number, Stretch>();
    order.forEach(({ change, day: on }, at) => {
      const place = this.imprecise.indexOf(change);
      if (place < 0) return;
      const [previous, next] = [order[at - 1], order[at + 1]];
      let [from, to] = [-Infinity, Infinity];
      if (on <= day) {
        if (previous !== undefined) from = previous.day === on ? on : borders(previous, on) + 1;
        if (next !== undefined)
          to = next.day === on ? on : isPrecise(next) ? next.day - 1 : middle(on, next.day);
      } else if (firstAfter !== undefined && isPrecise(firstAfter)) from = firstAfter.day;
      else if (lastBefore !== undefined && firstAfter !== undefined)
        from = borders(lastBefore, firstAfter.day) + 1;
      if (change.earliest < from || change.latest > to) conflict.set(place, { from, to });
    });
    return conflict;
  }

  /** Those found last come first: they are the most likely to be met again. */
  private keep(place: number, conflict: Conflict): void {
    const known = this.conflicts[place];
    if (known === undefined) return;
    if (known.length >= MOST_KEPT) known.pop();
    known.unshift(conflict);
  }

  private knownConflict(place: number, chosen: Choice): Set<number> | undefined {
    const found = this.conflicts[place]?.find((conflict) =>
      [...conflict].every(([i, { from, to }]) => {
        const on = chosen.get(this.imprecise[i]!.order)!;
        return from <= on && on <= to;
      }),
    );
    return found && new Set(found.keys());
  }

  /** The units whose state decides what a change comes to. */
  private readBy({ line, acts, revives }: Standing): readonly string[] | 'all' {
    if (line.kind === 'transfer') return 'all';
    // Without an heir only the children that are mapped are moved.
    if (line.kind === 'split' || line.kind === 'spinOff')
      return line.children === 'leave' ? [] : Object.keys(line.children ?? {});
    const own = [...acts, ...(revives === null ? [] : [revives])];
    const placedUnder = this.changes.flatMap(({ effects }) =>
      effects.flatMap((effect) => {
        if (effect.e === 'begin')
          return Object.values(effect.parents).some((p) => p !== null && own.includes(p))
            ? [effect.unit]
            : [];
        if (effect.e !== 'set' || !effect.field.startsWith('parent:') || effect.value === null) return [];
        return own.includes(effect.value) ? [effect.unit] : [];
      }),
    );
    return [...own, ...placedUnder];
  }
}

/** The last day that is left to the earlier of two neighbours. */
function borders(earlier: Dated, later: number): number {
  return isPrecise(earlier) ? earlier.day : middle(earlier.day, later);
}

function middle(a: number, b: number): number {
  return b === Infinity ? a : Math.floor((a + b) / 2);
}

function isPrecise({ change }: Dated): boolean {
  return change.earliest === change.latest;
}

function touches(change: Standing, units: readonly string[]): boolean {
  return change.effects.some((effect) => effect.e !== 'lineage' && units.includes(effect.unit));
}

/**
 * Only the order of the changes matters: so for each imprecise one, every boundary in its window, and before
 * each boundary as many days as there are imprecise changes that could share the gap. Latest first.
 */
function candidateDays(
  changes: readonly Standing[],
  imprecise: readonly Standing[],
  floor: Choice,
): number[][] {
  const room = imprecise.length + 1;
  const finite = [...changes.flatMap((c) => [c.earliest, c.latest]), ...floor.values()].filter(
    Number.isFinite,
  );
  const boundaries = [...new Set(finite)].sort((a, b) => a - b);
  const high = (boundaries.at(-1) ?? 1) + room;
  const days = new Set<number>();
  boundaries.concat(high).forEach((boundary, i, all) => {
    const previous = all[i - 1] ?? -Infinity;
    for (let day = boundary; day > previous && day > boundary - room; day -= 1) days.add(day);
  });
  return imprecise.map(({ earliest, latest }) =>
    [...new Set([...days, latest])]
      .filter((day) => day >= earliest && day <= latest)
      .sort((a, b) => (a === b ? 0 : b - a)),
  );
}
