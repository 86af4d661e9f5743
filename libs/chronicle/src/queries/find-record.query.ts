import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { matter } from '#governance';
import { versionAt, type KnownRecord } from '#records';
import { matterNamed } from '../matter-named.js';
import type { OrganisationReading } from '../organisation-reading.js';

/** A record of any kind. */
export interface FoundRecord extends KnownRecord<unknown> {
  readonly kind: string;
}

/**
 * The record that a reference means: its id, the name its source gave it, or what else names one of its kind, such as a
 * matter's number; null if there is none, or it is withdrawn. Where only matters are sought, capitals and spaces of a
 * number do not count as long as one matter alone is meant: "rs 200432".
 */
export class FindRecord extends Query<FoundRecord | null> {
  constructor(
    readonly reading: OrganisationReading,
    readonly reference: string,
    /** Only among these kinds; default: all. */
    readonly kinds: readonly string[] = [],
  ) {
    super();
  }
}

@QueryHandler(FindRecord)
export class FindRecordHandler implements IQueryHandler<FindRecord> {
  async execute({ reading, reference, kinds }: FindRecord): Promise<FoundRecord | null> {
    const { register, ledgerPosition } = reading;
    const entry =
      kinds.join() === matter.kind
        ? matterNamed(register, reference, ledgerPosition)
        : register.find(reference, ledgerPosition, kinds);
    const version = entry && versionAt(entry, ledgerPosition);
    if (entry === undefined || version === undefined) return null;
    const { id, kind, externalId, first } = entry;
    return { id, kind, externalId, first, payload: version.payload, source: version.source };
  }
}
