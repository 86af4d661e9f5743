import type { Day, Position } from '#temporal';
import type { ChangeVersion } from '../change.js';
import type { UnitId } from '../ids.js';
import { moveVersion } from '../recorded-event.js';
import type { Timeline } from '../timeline.js';
import { Check } from './check.js';
import { DaysThatDiffer } from './days-that-differ.js';
import { narrowedNear } from './narrowed-near.js';
import type { Violation } from './violation.js';

/** How many choices of days one search looks at at most, beside one for each change that it moves. */
const MOST_CHOICES = 400;

/** How many choices of days it is taken to cost to mend one broken rule. */
const BROKEN_RULE = 8;

/** An imprecise change that is to apply from another day of its window. */
export interface Move {
  readonly version: ChangeVersion;
  readonly to: Day;
}

export type Settlement =
  | { readonly settled: true; readonly moves: readonly Move[] }
  | { readonly settled: false; readonly violations: readonly Violation[] };

/**
 * Checks the rules after versions came and went, and settles from which day imprecise changes apply: the latest
 * day of their windows with which all rules hold. Where a rule is broken, an imprecise change that could cure it
 * is moved earlier within its window, until either all rules hold or nothing can be moved: then no choice of days
 * satisfies them. What was moved for the sake of something that is no longer so moves back.
 *
 * The timeline is left as it was; the moves are the caller's to make.
 *
 * @param asGiven the versions come with days that were settled before: they stay where all rules hold with them
 */
export function settle(
  timeline: Timeline,
  came: readonly ChangeVersion[],
  went: readonly ChangeVersion[],
  position: Position,
  reads: Set<string>,
  asGiven = false,
): Settlement {
  const search = new Search(timeline, came, went, position, reads, asGiven);
  const near = narrowedNear(timeline, came, went);
  const kept = search.from(new Map());
  if (asGiven && kept.settled && kept.moves.length === 0) return kept;
  if (near.length === 0) return kept.settled && kept.branched ? search.raised(kept, near) : kept;
  const freed = search.from(new Map(near.map((version) => [version, version.on.latest])));
  if (freed.settled && (!kept.settled || isLater(freed.moves, kept.moves))) {
    return freed.branched ? search.raised(freed, near) : freed;
  }
  return kept.settled ? search.raised(kept, near) : kept;
}

type Found =
  | { readonly settled: true; readonly moves: readonly Move[]; readonly branched: boolean }
  | { readonly settled: false; readonly violations: readonly Violation[] };

/** The days from which versions apply, where these are not the ones they apply from now. */
type Days = ReadonlyMap<ChangeVersion, Day>;

/** A choice of days that is still to be looked at. */
interface Open {
  readonly days: Days;
  /** How many choices were looked at on the way to it. */
  readonly looks: number;
  /** What it took to get here, and what it may take from here. */
  readonly cost: number;
}

class Search {
  private readonly tried = new Set<string>();
  private readonly moved = new Set<ChangeVersion>();
  private looked = 0;
  private differing: { readonly reads: number; readonly days: DaysThatDiffer } | undefined;

  constructor(
    private readonly timeline: Timeline,
    private readonly came: readonly ChangeVersion[],
    private readonly went: readonly ChangeVersion[],
    private readonly position: Position,
    private readonly reads: Set<string>,
    private readonly resolvesAgain: boolean,
  ) {}

  /**
   * Searches downwards from where the versions apply now, or from the days given.
   * @param floor days than which none may be earlier, and at least one has to be later
   */
  from(days: Days, floor?: Days): Found {
    this.tried.clear();
    this.moved.clear();
    this.looked = 0;
    if (floor !== undefined) this.isNew(floor);
    return this.isNew(days) ? this.attempt(days, floor) : { settled: false, violations: [] };
  }

  /**
   * Where a rule could be kept by moving one change or another, one may have been moved for nothing in the end:
   * looks for days of which none is earlier than those found, until there are no others.
   */
  raised(found: Found & { settled: true }, others: readonly ChangeVersion[]): Settlement {
    const versions = [...new Set([...found.moves.map(({ version }) => version), ...others])];
    const latest = new Map(versions.map((version) => [version, version.on.latest]));
    for (let moves = found.moves; ;) {
      const days = daysOf(moves);
      const later = this.from(latest, new Map(versions.map((v) => [v, days.get(v) ?? v.from])));
      if (!later.settled) return { settled: true, moves };
      moves = later.moves;
    }
  }

  /**
   * Goes on from a choice of days to those in which what has to move has moved, or, where there are several ways,
   * to one choice for each. It is always the open choice that promises most: a way that leads nowhere holds up none.
   */
  private attempt(start: Days, floor: Days | undefined): Found {
    const open: Open[] = [{ days: start, looks: 0, cost: 0 }];
    let branched = false;
    let broken: readonly Violation[] = [];
    for (let next = takeCheapest(open); next !== undefined; next = takeCheapest(open)) {
      const { violations, waysOut } = this.look(next.days, floor);
      if (violations.length === 0) return { settled: true, moves: movesTo(next.days), branched };
      if (!branched) broken = violations;
      if (this.isExhausted()) break;
      if (waysOut.some((ways) => ways.length === 0)) continue;
      const forced = forcedMoves(waysOut);
      branched ||= forced.length === 0;
      const looks = next.looks + 1;
      // Of what costs the same, the last is taken: the first way out comes last.
      for (const moves of forced.length > 0 ? [forced] : waysOut[0]!.map((move) => [move]).reverse()) {
        const days = this.with(next.days, moves, start, floor);
        if (!this.isNew(days)) continue;
        open.push({ days, looks, cost: looks + BROKEN_RULE * violations.length });
      }
    }
    return { settled: false, violations: broken };
  }

  /** What moves once more passes over the days that cannot differ: two changes could overtake each other daily. */
  private with(days: Days, moves: readonly Move[], start: Days, floor: Days | undefined): Days {
    const next = new Map(days);
    for (const { version, to } of moves) {
      const before = days.get(version);
      const again = before !== undefined && before !== start.get(version);
      const lowest = floor === undefined ? version.on.earliest : floor.get(version)!;
      const differs = again ? this.daysThatDiffer().latestBy(to) : to;
      next.set(version, differs < lowest ? lowest : differs);
      this.moved.add(version);
    }
    return next;
  }

  /** Among the changes to all units that were read so far. */
  private daysThatDiffer(): DaysThatDiffer {
    if (this.differing?.reads !== this.reads.size) {
      const { timeline } = this;
      const units = new Set(
        [...this.came, ...this.went, ...this.moved].flatMap(({ facts }) =>
          facts.map(({ unit }) => timeline.own(unit)),
        ),
      );
      for (const key of this.reads) {
        const unit = timeline.units.get(key as UnitId);
        if (unit !== undefined) units.add(unit);
      }
      this.differing = { reads: this.reads.size, days: new DaysThatDiffer(timeline, units) };
    }
    return this.differing.days;
  }

  /** What is broken with a choice of days, and how each of it can be cured. The timeline is left as it was. */
  private look(
    days: Days,
    floor: Days | undefined,
  ): { violations: readonly Violation[]; waysOut: readonly (readonly Move[])[] } {
    this.looked += 1;
    const { timeline } = this;
    const savepoint = timeline.savepoint();
    const originals = new Map<ChangeVersion, ChangeVersion>();
    for (const { version, to } of movesTo(days)) {
      originals.set(moveVersion(timeline, version, to, this.position), version);
    }
    const moved = new Set(originals.values());
    const came = [...this.came.filter((version) => !moved.has(version)), ...originals.keys()];
    const check = new Check(timeline, this.reads);
    for (const version of came) check.came(version);
    for (const version of this.went) check.changed(version);
    for (const version of moved) if (!this.came.includes(version)) check.changed(version);
    for (const version of came) {
      if (this.resolvesAgain || came.length > 1 || originals.has(version)) check.resolvesAgain(version);
    }
    const waysOut = decisive(check.violations).map(({ cures }) =>
      cures
        .map(({ version, to }) => ({ version: originals.get(version) ?? version, to }))
        .filter(({ version, to }) => floor === undefined || to >= (floor.get(version) ?? version.from)),
    );
    timeline.rollbackTo(savepoint);
    return { violations: check.violations, waysOut };
  }

  private isExhausted(): boolean {
    return this.looked >= MOST_CHOICES + this.moved.size;
  }

  /** Whether a choice of days has not been tried; counts it as tried. */
  private isNew(days: Days): boolean {
    const key = [...days]
      .map(([version, day]) => `${version.change.id} ${day}`)
      .sort()
      .join();
    if (this.tried.has(key)) return false;
    this.tried.add(key);
    return true;
  }
}

/** Takes out the cheapest; of several, the last. */
function takeCheapest(open: Open[]): Open | undefined {
  let at = open.length - 1;
  for (let i = at - 1; i >= 0; i--) if (open[i]!.cost < open[at]!.cost) at = i;
  return open.splice(at, 1)[0];
}

/** What a change comes to can be right again once everything else is: it counts when nothing else is wrong. */
function decisive(violations: readonly Violation[]): readonly Violation[] {
  const invariants = violations.filter(({ code }) => code !== 'RESOLVES_DIFFERENTLY');
  return invariants.length > 0 ? invariants : violations;
}

function movesTo(days: Days): Move[] {
  return [...days].filter(([version, to]) => version.from !== to).map(([version, to]) => ({ version, to }));
}

/** The moves without which some broken rule cannot be cured: the earliest day of each change's. */
function forcedMoves(waysOut: readonly (readonly Move[])[]): Move[] {
  const forced = new Map<ChangeVersion, Move>();
  for (const ways of waysOut) {
    const [only] = ways;
    if (only === undefined || ways.length > 1) continue;
    const other = forced.get(only.version);
    if (other === undefined || only.to < other.to) forced.set(only.version, only);
  }
  return [...forced.values()];
}

function daysOf(moves: readonly Move[]): Map<ChangeVersion, Day> {
  return new Map(moves.map(({ version, to }) => [version, to]));
}

/** Whether with some moves nothing applies earlier than with others. */
function isLater(moves: readonly Move[], than: readonly Move[]): boolean {
  const [days, others] = [daysOf(moves), daysOf(than)];
  return [...days.keys(), ...others.keys()].every(
    (version) => (days.get(version) ?? version.from) >= (others.get(version) ?? version.from),
  );
}
