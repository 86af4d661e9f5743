import { kindOf, type Block, type Change, type ChangeVersion, type Timeline } from '#structure';
import type { Day } from '#temporal';
import { competenceNeeded, isCompetent, type CompetenceNeeded } from './competence.js';
import type { Evidence, KnownCondition, KnownDecision } from './evidence.js';

/**
 * How firm a change is. `proposed`: no competent body has decided it; `conditional`: decided, a condition is open;
 * `decided`: nothing is open, and yet it could not take effect, or its form is not settled; `scheduled`: it takes effect
 * on a later day; `inForce`; `asserted`: it is recorded as a fact, without a decision of a competent body, and counts as
 * in force; `lapsed`: a condition failed, or a competent body rejected it; `cancelled`; `annulled`: a court set its
 * decision aside.
 */
export type ChangeStanding =
  | 'proposed'
  | 'conditional'
  | 'decided'
  | 'scheduled'
  | 'inForce'
  | 'asserted'
  | 'lapsed'
  | 'cancelled'
  | 'annulled';

/** A change's standing with all that it follows from. */
export interface StandingReport {
  readonly standing: ChangeStanding;
  /** All decisions that it rests on, first to last. */
  readonly decisions: readonly KnownDecision[];
  /** The one that settles it: the last by a competent body; undefined while there is none. */
  readonly settledBy: KnownDecision | undefined;
  readonly needed: CompetenceNeeded;
  readonly conditions: readonly KnownCondition[];
  /** Why it could not be applied, or not be taken back; undefined if nothing stands in the way. */
  readonly blocked: Block | undefined;
  /** It lies within the window of its date: whether it has taken effect cannot be known. */
  readonly indeterminate: boolean;
}

/**
 * The standing of a change on a date, as known at a position. It follows from what is recorded, and is nowhere stored.
 * Undefined: the change was not recorded yet.
 */
export function standingOf(
  timeline: Timeline,
  evidence: Evidence,
  change: Change,
  at: Day,
  position: number,
): StandingReport | undefined {
  const version = lastVersion(change, position);
  if (version === undefined) return undefined;
  const decisions = evidence.decisionsOn(change);
  const conditions = evidence.conditionsOf(decisions);
  const together = versionsTogether(timeline, change, version, position);
  const needed = competenceNeeded(timeline, together, evidence, position);
  const settling = decisions.filter((known) => isCompetent(known, needed, timeline, version.from, position));
  const standingOn = settling.filter(({ id }) => evidence.appealOf(id)?.payload.outcome !== 'annulled');
  const settledBy = standingOn.at(-1) ?? settling.at(-1);
  const isAnnulled = settling.length > 0 && standingOn.length === 0;
  return {
    standing: conclude(version, position, at, settledBy, isAnnulled, conditions),
    decisions,
    settledBy,
    needed,
    conditions,
    blocked: blockOf(change, version, position),
    indeterminate: !version.pending && version.on.earliest <= at && at < version.on.latest,
  };
}

/** The standing alone, for lists: most changes rest on no decision, and nothing else has to be looked up for those. */
export function standingAlone(
  timeline: Timeline,
  evidence: Evidence,
  change: Change,
  at: Day,
  position: number,
): ChangeStanding | undefined {
  const version = lastVersion(change, position);
  if (version === undefined) return undefined;
  if (!version.pending && evidence.decisionsOn(change).length === 0) {
    return conclude(version, position, at, undefined, false, []);
  }
  return standingOf(timeline, evidence, change, at, position)?.standing;
}

function conclude(
  version: ChangeVersion,
  position: number,
  at: Day,
  settledBy: KnownDecision | undefined,
  annulled: boolean,
  conditions: readonly KnownCondition[],
): ChangeStanding {
  if (version.knownUntil <= position && version.closedBy !== undefined) return version.closedBy;
  if (annulled) return 'annulled';
  if (!version.pending && kindOf(version.kind).open !== true) {
    if (settledBy === undefined || settledBy.payload.act === 'rejects') return 'asserted';
    return at < version.on.earliest ? 'scheduled' : 'inForce';
  }
  if (conditions.some(({ state }) => state === 'failed') || settledBy?.payload.act === 'rejects')
    return 'lapsed';
  if (settledBy === undefined) return 'proposed';
  return conditions.some(({ state }) => state === 'open') ? 'conditional' : 'decided';
}

/** The content of a change as known at a position; of one that is closed for good, the last. */
export function lastVersion(change: Change, position: number): ChangeVersion | undefined {
  return change.versions.findLast(({ knownFrom }) => knownFrom <= position);
}

/** What is recorded together is one reform, and takes one competence. */
function versionsTogether(
  timeline: Timeline,
  change: Change,
  version: ChangeVersion,
  position: number,
): ChangeVersion[] {
  if (!timeline.pendingChanges.has(change)) return [version];
  const others = timeline.pendingChanges
    .ofSet(change.changeSet)
    .filter((other) => other.id !== change.id)
    .flatMap((other) => lastVersion(other, position) ?? []);
  return [version, ...others];
}

function blockOf(change: Change, version: ChangeVersion, position: number): Block | undefined {
  const block = change.blocks.findLast(({ knownFrom }) => knownFrom <= position);
  return block !== undefined && block.knownFrom >= version.knownFrom ? block : undefined;
}
