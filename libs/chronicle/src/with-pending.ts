import { standingOf, type ChangeStanding, type Evidence } from '#governance';
import {
  branch,
  enact,
  isPending,
  logEntryAt,
  logEvent,
  type ChangeId,
  type NotEnacted,
  type Timeline,
} from '#structure';
import type { Day, Position } from '#temporal';
import { newId } from './new-id.js';

/** How much of what is pending is included. */
export type PendingIncluded = 'CONDITIONAL' | 'PROPOSED';

const INCLUDED: Readonly<Record<PendingIncluded, ReadonlySet<ChangeStanding>>> = {
  CONDITIONAL: new Set(['decided', 'conditional']),
  PROPOSED: new Set(['decided', 'conditional', 'proposed']),
};

/** An organisation as it would be if what is pending came through. */
export interface OrganisationWithPending {
  readonly timeline: Timeline;
  /** The position of that timeline at which all of it is known. */
  readonly position: Position;
  readonly included: readonly ChangeId[];
  /** What does not fit the organisation, or not together with what was proposed before it. */
  readonly leftOut: readonly NotEnacted[];
}

/** The organisation at a position of its ledger, with what is pending there applied in the order of its recording. */
export function withPending(
  base: Timeline,
  evidence: Evidence,
  position: Position,
  included: PendingIncluded,
): OrganisationWithPending {
  const pending = [...base.pendingChanges].filter((change) => {
    const standing = standingOf(base, evidence, change, ANY_DAY, position)?.standing;
    return standing !== undefined && INCLUDED[included].has(standing);
  });
  if (pending.length === 0) return { timeline: base, position, included: [], leftOut: [] };
  const timeline = branch(base, position);
  timeline.begin();
  const changes = pending
    .map(({ id }) => timeline.changes.get(id)!)
    .filter((change) => isPending(timeline, change));
  const { events, notEnacted } = enact(timeline, changes, {
    position: (position + timeline.step) as Position,
    today: ANY_DAY,
    newId,
    keyScheme: 'import',
    confirmed: 'all',
  });
  timeline.commit();
  for (const [i, { data, recording, version }] of events.entries()) {
    // By whoever recorded what is pending, and for the same reason.
    const { actor, reason, recordedAt, knownAt } = logEntryAt(base, base.changes.get(data.change)!.first)!;
    const at = (position + (i + 1) * timeline.step) as Position;
    logEvent(timeline, recording, data, version, { position: at, actor, reason, recordedAt, knownAt });
  }
  const left = new Set<ChangeId>(notEnacted.flatMap((set) => set.changes.map(({ id }) => id)));
  return {
    timeline,
    position: (position + events.length * timeline.step) as Position,
    included: changes.map(({ id }) => id).filter((id) => !left.has(id)),
    leftOut: notEnacted,
  };
}

/** The standing of what is pending does not depend on the date. */
const ANY_DAY = 0 as Day;
