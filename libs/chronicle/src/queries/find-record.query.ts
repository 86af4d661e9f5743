import { Query, QueryHandler, type IQueryHandler } from '@nestjs/cqrs';
import { versionAt, type KnownRecord } from '#records';
import type { OrganisationReading } from '../organisation-reading.js';

/** A record of any kind. */
export interface FoundRecord extends KnownRecord<unknown> {
  readonly kind: string;
}

/**
 * The record that a reference means: its id, the name its source gave it, or a matter's number; null if there is none,
 * or it is withdrawn.
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
    const entry = register.find(reference, ledgerPosition, kinds);
    const version = entry && versionAt(entry, ledgerPosition);
    if (entry === undefined || version === undefined) return null;
    const { id, kind, externalId, first } = entry;
    return { id, kind, externalId, first, payload: version.payload, source: version.source };
  }
}
