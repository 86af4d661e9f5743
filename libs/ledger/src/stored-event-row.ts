import type { Instant, Position } from '#temporal';

import type { Hash, StoredEvent } from './ledger-store.js';

/** A row of `ledger.event`, times and hash as text. */
export interface StoredEventRow {
  readonly position: string | number;
  readonly event_id: string;
  readonly type: string;
  readonly schema_version: number;
  readonly recorded_at: Instant;
  readonly known_at: Instant;
  readonly command: string;
  readonly touches: readonly string[];
  readonly envelope: string;
  readonly hash: Hash;
}

export const STORED_EVENT_COLUMNS = `position, event_id, type, schema_version, ledger.instant(recorded_at) as recorded_at,
  ledger.instant(known_at) as known_at, command, touches, envelope, encode(hash, 'hex') as hash`;

export function storedEvent(row: StoredEventRow): StoredEvent {
  return {
    position: Number(row.position) as Position,
    eventId: row.event_id,
    type: row.type,
    schemaVersion: row.schema_version,
    recordedAt: row.recorded_at,
    knownAt: row.known_at,
    command: row.command,
    touches: row.touches,
    envelope: row.envelope,
    hash: row.hash,
  };
}
