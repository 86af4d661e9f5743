import type { Instant, Position } from '#temporal';
import type { RecordId, RecordKinds } from './record-kind.js';
import type { Register, RecordRecording } from './register.js';

/** Data of an event that records or corrects something beside the structure. */
export interface RecordContentData {
  readonly record: RecordId;
  readonly kind: string;
  /** With ids in the place of names. */
  readonly payload: unknown;
  /** The name its source gave it. */
  readonly id?: string;
  /** Of the import line. */
  readonly digest?: string;
  readonly source?: unknown;
}

/** Data of an event that withdraws a record: it should never have been recorded. */
export interface RecordWithdrawalData {
  readonly record: RecordId;
  readonly id?: string;
  readonly digest?: string;
  readonly source?: unknown;
}

export type RecordEventData = RecordContentData | RecordWithdrawalData;

export const RECORD_CORRECTED = 'RecordCorrected';
export const RECORD_WITHDRAWN = 'RecordWithdrawn';

/** How an event type records; undefined for events that are not about records. */
export function recordRecordingOf(kinds: RecordKinds, eventType: string): RecordRecording | undefined {
  if (eventType === RECORD_CORRECTED) return 'corrected';
  if (eventType === RECORD_WITHDRAWN) return 'withdrawn';
  for (const { event } of kinds.values()) if (event === eventType) return 'recorded';
  return undefined;
}

/** Applies the content of an event. No rule is run: what is in the ledger is so. */
export function applyRecord(register: Register, data: RecordEventData, position: Position): void {
  if ('payload' in data) {
    const { record: id, kind, payload, source } = data;
    const entry = { id, kind, externalId: data.id, first: position };
    register.apply(entry, payload, source, position);
  } else register.withdraw(data.record, position);
  if (data.digest !== undefined) register.addImportedLine(data.digest);
}

/** Takes what was stored into the register's log. */
export function logRecord(
  register: Register,
  recording: RecordRecording,
  data: RecordEventData,
  origin: {
    readonly position: Position;
    readonly recordedAt: Instant;
    readonly knownAt: Instant;
    readonly actor: string;
    readonly reason: string | undefined;
  },
): void {
  const kind = register.entries.get(data.record)!.kind;
  register.addLogEntry({ ...origin, recording, record: data.record, kind });
}
