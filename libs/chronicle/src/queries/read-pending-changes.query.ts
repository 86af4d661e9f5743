import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { lastVersion, standingAlone, type ChangeStanding } from '#governance';
import {
  chronicleEntry,
  isAbout,
  isKnownAt,
  unitsMovedBetween,
  type ChangeId,
  type ChangeVersion,
  type ChronicleEntry,
  type Unit,
} from '#structure';
import { decidedChanges } from '../decided-changes-kept.js';
import type { OrganisationReading } from '../organisation-reading.js';
import { isPlanned, withoutPending } from '../planned-change.js';

export interface PendingFilter {
  /** Those that act on the unit, connect it, or move something to or from it. */
  readonly unit?: Unit | undefined;
  /** Those of a matter, by its id. */
  readonly matter?: string | undefined;
  readonly standings?: readonly ChangeStanding[] | undefined;
}

/**
 * The changes that stand beside the organisation in force, in the order of their recording: proposed, conditional,
 * decided, and lapsed ones; not those that were cancelled or annulled.
 */
export class ReadPendingChanges extends Query<readonly ChronicleEntry[]> {
  constructor(
    readonly reading: OrganisationReading,
    readonly filter: PendingFilter = {},
  ) {
    super();
  }
}

@QueryHandler(ReadPendingChanges)
export class ReadPendingChangesHandler implements IQueryHandler<ReadPendingChanges> {
  async execute({ reading, filter }: ReadPendingChanges): Promise<readonly ChronicleEntry[]> {
    const { base, evidence, at, ledgerPosition } = reading;
    const { unit, matter, standings } = filter;
    const { timeline, position } = withoutPending(reading);
    const moves = (version: ChangeVersion, other: Unit) =>
      unitsMovedBetween(version, { timeline, at, position }).has(other.id);
    const ofMatter =
      matter === undefined
        ? undefined
        : new Set(
            decidedChanges(reading)
              .ofMatter(matter)
              .map(({ id }) => id),
          );
    const standingOf = (id: ChangeId) => {
      const recorded = isPlanned(reading, id) ? undefined : base.changes.get(id);
      return recorded && standingAlone(base, evidence, recorded, at, ledgerPosition);
    };
    return [...timeline.pendingChanges]
      .filter((change) => {
        const version = lastVersion(change, position);
        if (version === undefined || !version.pending || !isKnownAt(version, position)) return false;
        if (unit !== undefined && !isAbout(version, unit) && !moves(version, unit)) return false;
        if (ofMatter !== undefined && !ofMatter.has(change.id)) return false;
        if (standings === undefined) return true;
        const standing = standingOf(change.id);
        return standing !== undefined && standings.includes(standing);
      })
      .sort((a, b) => a.first - b.first)
      .flatMap((change) => {
        const shown = reading.timeline.changes.get(change.id);
        return (shown && chronicleEntry(reading.timeline, shown, reading.position)) ?? [];
      });
  }
}
