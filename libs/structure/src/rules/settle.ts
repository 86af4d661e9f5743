import type { Position } from '#temporal';
import type { ChangeVersion } from '../change.js';
import type { Timeline } from '../timeline.js';
import { Check } from './check.js';
import type { Cure, Violation } from './violation.js';

/** How many imprecise changes are moved at most while a choice of days is sought. */
const MOST_MOVES = 500;

export type Settlement =
  | {
      readonly settled: true;
      /** Changes whose windows the rules narrow. */ readonly narrowed: readonly string[];
    }
  | { readonly settled: false; readonly violations: readonly Violation[] };

/**
 * Checks the rules after versions came and went. Every imprecise change is first taken to happen as late as it
 * may; where a rule is then broken, those that could cure it are moved earlier within their windows, until
 * either all rules hold (some choice of days satisfies them) or nothing can be moved (none does).
 * The timeline is left as it was.
 */
export function settle(
  timeline: Timeline,
  came: readonly ChangeVersion[],
  went: readonly ChangeVersion[],
  position: Position,
  reads: Set<string>,
): Settlement {
  const savepoint = timeline.savepoint();
  let moves = 0;

  const attempt = (nowCame: readonly ChangeVersion[], nowWent: readonly ChangeVersion[]): Settlement => {
    const check = new Check(timeline, reads);
    for (const version of nowCame) check.came(version);
    for (const version of nowWent) check.changed(version);
    if (nowCame.length > 1) for (const version of nowCame) check.resolvesAgain(version);
    const { violations } = check;
    const first = violations.find(({ cures }) => cures.length === 0) ?? violations[0];
    if (first === undefined) return { settled: true, narrowed: [] };
    for (const cure of first.cures) {
      if (++moves > MOST_MOVES) break;
      const before = timeline.savepoint();
      const moved = move(timeline, cure, position);
      const rest = attempt(
        [...nowCame.filter((version) => version !== cure.version), moved],
        [...nowWent, cure.version],
      );
      if (rest.settled) return { settled: true, narrowed: [cure.version.change.id, ...rest.narrowed] };
      timeline.rollbackTo(before);
    }
    return { settled: false, violations };
  };

  const settlement = attempt(came, went);
  timeline.rollbackTo(savepoint);
  return settlement;
}

/** Lets an imprecise change happen on an earlier day of its window, for as long as it is not rolled back. */
function move(timeline: Timeline, { version, to }: Cure, position: Position): ChangeVersion {
  const moved: ChangeVersion = {
    ...version,
    from: to,
    knownFrom: position,
    knownUntil: Infinity,
    facts: [],
    edges: [],
  };
  timeline.retract(version, position);
  timeline.apply(moved);
  return moved;
}
