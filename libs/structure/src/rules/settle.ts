import type { Day, Position } from '#temporal';
import type { ChangeVersion } from '../change.js';
import { moveVersion } from '../recorded-event.js';
import type { Timeline } from '../timeline.js';
import { Check } from './check.js';
import { narrowedNear } from './narrowed-near.js';
import type { Violation } from './violation.js';

/** How many choices of days one search looks at at most, beside one for each change that it moves. */
const MOST_CHOICES = 200;

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
 */
export function settle(
  timeline: Timeline,
  came: readonly ChangeVersion[],
  went: readonly ChangeVersion[],
  position: Position,
  reads: Set<string>,
): Settlement {
  const search = new Search(timeline, came, went, position, reads);
  const near = narrowedNear(timeline, came, went);
  const kept = search.from(new Map());
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

class Search {
  private readonly tried = new Set<string>();
  private readonly moved = new Set<ChangeVersion>();
  private looked = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly came: readonly ChangeVersion[],
    private readonly went: readonly ChangeVersion[],
    private readonly position: Position,
    private readonly reads: Set<string>,
  ) {}

  /** Searches downwards from where the versions apply now, or from the days given. */
  from(days: Days, movable?: ChangeVersion): Found {
    this.tried.clear();
    this.moved.clear();
    this.looked = 0;
    return this.attempt(days, movable);
  }

  /**
   * Where a rule could be kept by moving one change or another, one may have been moved for nothing in the end:
   * whatever can apply later while everything else stays does.
   */
  raised(found: Found & { settled: true }, others: readonly ChangeVersion[]): Settlement {
    let days = daysOf(found.moves);
    const candidates = new Set([...days.keys(), ...others]);
    for (let again = true; again;) {
      again = false;
      for (const version of candidates) {
        const before = days.get(version) ?? version.from;
        if (before >= version.on.latest) continue;
        const raised = this.from(new Map(days).set(version, version.on.latest), version);
        if (!raised.settled) continue;
        const later = daysOf(raised.moves);
        if ((later.get(version) ?? version.from) <= before) continue;
        days = later;
        again = true;
      }
    }
    return { settled: true, moves: [...days].map(([version, to]) => ({ version, to })) };
  }

  /** Moves what has to move, as far as there is only one way; where there are several, tries one after the other. */
  private attempt(start: Days, movable: ChangeVersion | undefined): Found {
    for (let days = start; ;) {
      const { violations, waysOut } = this.look(days, movable);
      if (violations.length === 0) return { settled: true, moves: movesTo(days), branched: false };
      if (this.isExhausted() || waysOut.some((ways) => ways.length === 0)) {
        return { settled: false, violations };
      }
      const forced = forcedMoves(waysOut);
      if (forced.length === 0) return this.branch(days, waysOut[0]!, violations, movable);
      days = this.with(days, forced);
    }
  }

  private branch(
    days: Days,
    ways: readonly Move[],
    violations: readonly Violation[],
    movable: ChangeVersion | undefined,
  ): Found {
    for (const move of ways) {
      const next = this.with(days, [move]);
      if (!this.isNew(next)) continue;
      const rest = this.attempt(next, movable);
      if (rest.settled) return { ...rest, branched: true };
    }
    return { settled: false, violations };
  }

  private with(days: Days, moves: readonly Move[]): Days {
    const next = new Map(days);
    for (const { version, to } of moves) {
      next.set(version, to);
      this.moved.add(version);
    }
    return next;
  }

  /** What is broken with a choice of days, and how each of it can be cured. The timeline is left as it was. */
  private look(
    days: Days,
    movable: ChangeVersion | undefined,
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
      if (came.length > 1 || originals.has(version)) check.resolvesAgain(version);
    }
    const waysOut = decisive(check.violations).map(({ cures }) =>
      cures
        .map(({ version, to }) => ({ version: originals.get(version) ?? version, to }))
        .filter(({ version }) => movable === undefined || version === movable),
    );
    timeline.rollbackTo(savepoint);
    // One change alone goes down no further than it has to.
    if (movable !== undefined) for (const ways of waysOut) ways.sort((a, b) => b.to - a.to);
    return { violations: check.violations, waysOut };
  }

  private isExhausted(): boolean {
    return this.looked >= MOST_CHOICES + this.moved.size;
  }

  /** Whether a choice of days has not been tried; counts it as tried. */
  private isNew(days: Days): boolean {
    if (this.isExhausted()) return false;
    const key = [...days]
      .map(([version, day]) => `${version.change.id} ${day}`)
      .sort()
      .join();
    if (this.tried.has(key)) return false;
    this.tried.add(key);
    return true;
  }
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
