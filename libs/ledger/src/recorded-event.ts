import type { Envelope } from './envelope.js';
import type { EventTypes } from './event-types.js';
import type { RecordedEvent } from './ledger-store.js';

/** A stored envelope as a reader gets it: upcast to its type's current schema version. */
export function recordedEvent(envelope: Envelope, types: EventTypes): RecordedEvent {
  const { schemaVersion, data } = types.upcast(envelope.type, envelope.schemaVersion, envelope.data);
  return {
    organisation: envelope.organisation,
    position: envelope.written.position,
    eventId: envelope.eventId,
    type: envelope.type,
    schemaVersion,
    data,
    touches: envelope.touches,
    command: envelope.command,
    recordedAt: envelope.written.recordedAt,
    knownAt: envelope.written.knownAt,
  };
}
