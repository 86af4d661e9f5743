import { type Instant, type Position } from '#temporal';

import { canonicalJson } from './canonical-json.js';
import { type JsonObject } from './json.js';
import {
  type CommandDraft,
  type EventDraft,
  type EventTimes,
  type OrganisationId,
  type RecordedEvent,
} from './ledger-store.js';

/**
 * What is stored and hashed for an event, as canonical JSON (its members in this order, which is RFC 8785's):
 *
 * ```
 * { "command":      { "actor", "key", "reason"?, "type" },
 *   "data":         the event's own content,
 *   "eventId":      UUID,
 *   "organisation": UUID,
 *   "schemaVersion": integer from 1,
 *   "touches":      strings, each once, sorted by UTF-16 code unit,
 *   "type":         the event's type,
 *   "written":      { "knownAt", "position", "recordedAt" } }
 * ```
 *
 * `written` is what the ledger knows only when it appends. It sorts last, so that the application makes the canonical
 * text of all the rest and the ledger completes it by adding to the end.
 */
export interface Envelope {
  readonly command: RecordedEvent['command'];
  readonly data: JsonObject;
  readonly eventId: string;
  readonly organisation: OrganisationId;
  readonly schemaVersion: number;
  readonly touches: readonly string[];
  readonly type: string;
  readonly written: EventTimes & { readonly position: Position };
}

/** The envelope's canonical text up to and without `,"written":...}`. */
export function envelopeBody(organisation: OrganisationId, command: CommandDraft, event: EventDraft): string {
  return commandHead(command) + eventTail(organisation, event);
}

/** The part of the body that all events of a command share. */
export function commandHead(
  command: Pick<CommandDraft, 'actor' | 'idempotencyKey' | 'reason' | 'commandType'>,
): string {
  const reason = command.reason === undefined ? '' : `,"reason":${canonicalJson(command.reason)}`;
  return (
    `{"command":{"actor":${canonicalJson(command.actor)},"key":${canonicalJson(command.idempotencyKey)}` +
    `${reason},"type":${canonicalJson(command.commandType)}}`
  );
}

/** The rest of the body. */
export function eventTail(organisation: OrganisationId, event: EventDraft): string {
  return `,"data":${canonicalJson(event.data)}${envelopeColumns(organisation, event, asSet(event.touches))}`;
}

/** The members between `data` and `written`. */
export function envelopeColumns(
  organisation: OrganisationId,
  event: Pick<EventDraft, 'eventId' | 'schemaVersion' | 'type'>,
  touches: readonly string[],
): string {
  return (
    `,"eventId":"${event.eventId}","organisation":"${organisation}","schemaVersion":${event.schemaVersion}` +
    `,"touches":${canonicalJson(touches)},"type":${canonicalJson(event.type)}`
  );
}

/** The envelope's end, from `,"written":` on. */
export function envelopeStamp(position: number, recordedAt: Instant, knownAt: Instant): string {
  return `,"written":{"knownAt":"${knownAt}","position":${position},"recordedAt":"${recordedAt}"}}`;
}

/** Reads a stored envelope back. The text is trusted to be one: verify the chain to know. */
export function parseEnvelope(text: string): Envelope {
  return JSON.parse(text) as Envelope;
}

/** Strings as a set: each once, sorted by UTF-16 code unit. */
export function asSet(strings: readonly string[]): readonly string[] {
  return strings.length < 2 ? strings : [...new Set(strings)].sort();
}
