import type { Day, Position } from '#temporal';
import type { ChangeVersion } from '../change.js';
import { knownVersion, moveVersion } from '../recorded-event.js';
import type { Timeline } from '../timeline.js';
import { Check } from './check.js';
import type { Violation } from './violation.js';

/** How many choices are tried at most where a broken rule can be cured in several ways. */
const MOST_BRANCHES = 200;

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
 * satisfies them. When something went, what was moved for its sake may move back.
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
  const savepoint = timeline.savepoint();
  const search = new Search(timeline, position, reads);
  const freed = went.length > 0 ? search.free([...timeline.narrowed]) : { came: [], went: [] };
  const settlement = search.attempt([...came, ...freed.came], [...went, ...freed.went]);
  timeline.rollbackTo(savepoint);
  return settlement;
}

/** What applies and what does not, with the days chosen so far. */
interface Choice {
  readonly came: readonly ChangeVersion[];
  readonly went: readonly ChangeVersion[];
}

class Search {
  /** Versions as they were, by what stands in for them now. */
  private readonly originals = new Map<ChangeVersion, ChangeVersion>();
  private readonly tried = new Set<string>();

  constructor(
    private readonly timeline: Timeline,
    private readonly position: Position,
    private readonly reads: Set<string>,
  ) {}

  /** Moves narrowed changes back to the latest day of their windows. */
  free(changes: readonly ChangeVersion['change'][]): { came: ChangeVersion[]; went: ChangeVersion[] } {
    const went = changes.map((change) => knownVersion(change)).filter((version) => version !== undefined);
    return { went, came: went.map((version) => this.move(version, version.on.latest)) };
  }

  /** Moves what has to move, as far as there is only one way; where there are several, tries one after the other. */
  attempt(came: readonly ChangeVersion[], went: readonly ChangeVersion[]): Settlement {
    for (let choice: Choice = { came, went }; ;) {
      const { violations } = this.check(choice.came, choice.went);
      if (violations.length === 0) return { settled: true, moves: movesIn(choice.came, this.originals) };
      if (violations.some(({ cures }) => cures.length === 0)) return { settled: false, violations };
      const forced = forcedMoves(violations);
      if (forced.length === 0) return this.branch(choice, violations);
      for (const move of forced) choice = this.with(choice, move);
    }
  }

  private branch(choice: Choice, violations: readonly Violation[]): Settlement {
    for (const move of violations[0]!.cures) {
      if (!this.isNew(choice.came, move)) continue;
      const before = this.timeline.savepoint();
      const next = this.with(choice, move);
      const rest = this.attempt(next.came, next.went);
      if (rest.settled) return rest;
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
      if (came.length > 1 || version.from !== version.on.latest) check.resolvesAgain(version);
    }
    return check;
  }

  private move(version: ChangeVersion, to: Day): ChangeVersion {
    const moved = moveVersion(this.timeline, version, to, this.position);
    this.originals.set(moved, this.originals.get(version) ?? version);
    return moved;
  }

  /** Whether a choice of days has not been tried; counts it as tried. */
  private isNew(came: readonly ChangeVersion[], { version, to }: Move): boolean {
    if (this.tried.size >= MOST_BRANCHES) return false;
    const days = came
      .filter((other) => other !== version)
      .map((other) => `${other.change.id} ${other.from}`)
      .concat(`${version.change.id} ${to}`);
    const key = days.sort().join();
    if (this.tried.has(key)) return false;
    this.tried.add(key);
    return true;
  }
}

/** The moves without which some broken rule cannot be cured: the earliest day of each change's. */
function forcedMoves(violations: readonly Violation[]): Move[] {
  const forced = new Map<ChangeVersion, Move>();
  for (const { cures } of violations) {
    const [only] = cures;
    if (only === undefined || cures.length > 1) continue;
    const other = forced.get(only.version);
    if (other === undefined || only.to < other.to) forced.set(only.version, only);
  }
  return [...forced.values()];
}

function movesIn(
  came: readonly ChangeVersion[],
  originals: ReadonlyMap<ChangeVersion, ChangeVersion>,
): Move[] {
  return came.flatMap((version) => {
    const original = originals.get(version);
    return original === undefined || original.from === version.from
      ? []
      : [{ version: original, to: version.from }];
  });
}
