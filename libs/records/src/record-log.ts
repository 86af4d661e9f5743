import { itemAt, STILL } from '#temporal';
import type { RecordId } from './record-kind.js';
import type { RecordLogEntry, RecordVersion, Register } from './register.js';

/** One event about a record, with what it said. */
export interface RecordEvent extends RecordLogEntry {
  /** What it said; undefined for a withdrawal. */
  readonly version: RecordVersion | undefined;
}

/** Who recorded, corrected and withdrew a record up to a position, when and why, first to last. */
export function logOfRecord(register: Register, id: string, position: number): RecordEvent[] {
  const versions = register.entries.get(id as RecordId)?.versions ?? [];
  const events = new Map<number, RecordVersion | undefined>();
  for (const version of versions) {
    events.set(version.knownFrom, version);
    if (version.knownUntil !== STILL && !events.has(version.knownUntil)) {
      events.set(version.knownUntil, undefined);
    }
  }
  return [...events]
    .filter(([at]) => at <= position)
    .sort(([a], [b]) => a - b)
    .flatMap(([at, version]) => {
      const entry = itemAt(register.log, at);
      return entry === undefined ? [] : [{ ...entry, version }];
    });
}
