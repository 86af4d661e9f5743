import type { Day, Position } from '#temporal';
import type { Change, ChangeVersion } from '../change.js';
import { moveVersion } from '../recorded-event.js';
import type { Timeline } from '../timeline.js';
import { Check } from './check.js';
import { narrowedNear } from './narrowed-near.js';
import type { Cure, Violation } from './violation.js';

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
  if (near.length === 0) return kept.settled && kept.branched ? search.raised(kept, []) : kept;
  const freed = search.from(new Map(near.map((version) => [version, version.on.latest])));
  if (!kept.settled) return freed.settled ? search.raised(freed, []) : kept;
  return freed.settled && isLater(freed.moves, kept.moves)
    ? search.raised(freed, [])
    : search.raised(kept, near);
}

type Found =
  | { readonly settled: true; readonly moves: readonly Move[]; readonly branched: boolean }
  | { readonly settled: false; readonly violations: readonly Violation[] };

/** What applies and what does not, with the days chosen so far. */
interface Choice {
  readonly came: readonly ChangeVersion[];
  readonly went: readonly ChangeVersion[];
}

class Search {
  /** Versions as they were, by what stands in for them now. */
  private readonly originals = new Map<ChangeVersion, ChangeVersion>();
  private readonly tried = new Set<string>();
  private readonly moved = new Set<Change>();
  private looked = 0;

  constructor(
    private readonly timeline: Timeline,
    private readonly came: readonly ChangeVersion[],
    private readonly went: readonly ChangeVersion[],
    private readonly position: Position,
    private readonly reads: Set<string>,
  ) {}

  /** Searches downwards from where the versions apply now, or from the days given. */
  from(days: ReadonlyMap<ChangeVersion, Day>, movable?: ChangeVersion): Found {
    const savepoint = this.timeline.savepoint();
    this.originals.clear();
    this.tried.clear();
    this.moved.clear();
    this.looked = 0;
    let choice: Choice = { came: this.came, went: this.went };
    for (const [version, to] of days) {
      if (version.from !== to) choice = this.with(choice, { version, to });
    }
    const found = this.attempt(choice, movable);
    this.timeline.rollbackTo(savepoint);
    return found;
  }

  /**
   * Where a rule could be kept by moving one change or another, one may have been moved for nothing in the end:
   * whatever can apply later while everything else stays does.
   */
  raised(found: Found & { settled: true }, others: readonly ChangeVersion[]): Settlement {
    if (!found.branched && others.length === 0) return found;
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
  private attempt(start: Choice, movable: ChangeVersion | undefined): Found {
    for (let choice = start; ;) {
      const { violations } = this.check(choice.came, choice.went);
      this.looked += 1;
      if (violations.length === 0) {
        return { settled: true, moves: this.movesIn(choice.came), branched: false };
      }
      const waysOut = this.waysOut(violations, movable);
      if (this.isExhausted() || waysOut.some((ways) => ways.length === 0)) {
        return { settled: false, violations };
      }
      const forced = forcedMoves(waysOut);
      if (forced.length === 0) return this.branch(choice, waysOut[0]!, violations, movable);
      for (const move of forced) choice = this.with(choice, move);
    }
  }

  /**
   * The cures of each violation. What a change comes to can be right again once everything else is: it counts
   * when nothing else is wrong.
   */
  private waysOut(violations: readonly Violation[], movable: ChangeVersion | undefined): (readonly Cure[])[] {
    const invariants = violations.filter(({ code }) => code !== 'RESOLVES_DIFFERENTLY');
    return (invariants.length > 0 ? invariants : violations).map(({ cures }) =>
      movable === undefined ? cures : cures.filter(({ version }) => version.change === movable.change),
    );
  }

  private branch(
    choice: Choice,
    ways: readonly Cure[],
    violations: readonly Violation[],
    movable: ChangeVersion | undefined,
  ): Found {
    for (const move of ways) {
      if (!this.isNew(choice.came, move)) continue;
      const before = this.timeline.savepoint();
      const rest = this.attempt(this.with(choice, move), movable);
      if (rest.settled) return { ...rest, branched: true };
      this.timeline.rollbackTo(before);
    }
    return { settled: false, violations };
  }

  private with({ came, went }: Choice, { version, to }: Move): Choice {
    const moved = this.move(version, to);
    return {
      came: [...came.filter((other) => other !== version), moved],
      went: [...went.filter((other) => other !== version), version],
    };
  }

  private check(came: readonly ChangeVersion[], went: readonly ChangeVersion[]): Check {
    const check = new Check(this.timeline, this.reads);
    for (const version of came) check.came(version);
    for (const version of went) check.changed(version);
    for (const version of came) {
      if (came.length > 1 || this.originals.has(version)) check.resolvesAgain(version);
    }
    return check;
  }

  private move(version: ChangeVersion, to: Day): ChangeVersion {
    const moved = moveVersion(this.timeline, version, to, this.position);
    this.originals.set(moved, this.originals.get(version) ?? version);
    this.moved.add(version.change);
    return moved;
  }

  private isExhausted(): boolean {
    return this.looked >= MOST_CHOICES + this.moved.size;
  }

  /** Whether a choice of days has not been tried; counts it as tried. */
  private isNew(came: readonly ChangeVersion[], { version, to }: Move): boolean {
    if (this.isExhausted()) return false;
    const days = came
      .filter((other) => other !== version)
      .map((other) => `${other.change.id} ${other.from}`)
      .concat(`${version.change.id} ${to}`);
    const key = days.sort().join();
    if (this.tried.has(key)) return false;
    this.tried.add(key);
    return true;
  }

  private movesIn(came: readonly ChangeVersion[]): Move[] {
    return came.flatMap((version) => {
      const original = this.originals.get(version);
      return original === undefined || original.from === version.from
        ? []
        : [{ version: original, to: version.from }];
    });
  }
}

/** The moves without which some broken rule cannot be cured: the earliest day of each change's. */
function forcedMoves(waysOut: readonly (readonly Cure[])[]): Move[] {
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
