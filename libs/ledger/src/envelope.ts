import type { Instant, Position } from '#temporal';

import { canonicalJson } from './canonical-json.js';
import { textHash } from './chain.js';
import type { JsonObject } from './json.js';
import type {
  CommandDraft,
  EventDraft,
  EventTimes,
  Hash,
  OrganisationId,
  RecordedEvent,
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

/** A command as the ledger takes it: canonical texts made, sets sorted. */
export interface EncodedCommand {
  /** See `commandDigest`. */
  readonly digest: Hash;
  readonly events: readonly EncodedEvent[];
}

export interface EncodedEvent {
  /** The envelope's canonical text up to and without `,"written":...}`. */
  readonly body: string;
  readonly touches: readonly string[];
}

/** @throws LedgerFault NOT_CANONICAL */
export function encodeCommand(organisation: OrganisationId, command: CommandDraft): EncodedCommand {
  const head = commandHead(command);
  const data = command.events.map((event) => canonicalJson(event.data));
  return {
    digest: digestOf(command, data),
    events: command.events.map((event, index) => {
      const touches = asSet(event.touches);
      return {
        touches,
        body: `${head},"data":${data[index]}${envelopeColumns(organisation, event, canonicalJson(touches))}`,
      };
    }),
  };
}

/**
 * Tells a retry from another use of the same idempotency key. Covers who (`actor`), what kind (`commandType`) and the
 * fingerprint, or without one the events' types, versions and data; not what a retry may have made anew (event ids, basis).
 */
export function commandDigest(command: DigestedCommand): Hash {
  return digestOf(
    command,
    command.fingerprint === undefined ? command.events.map((event) => canonicalJson(event.data)) : [],
  );
}

/** The parts of a command that its digest covers. */
export type DigestedCommand = Pick<CommandDraft, 'actor' | 'commandType' | 'fingerprint' | 'events'>;

function digestOf(
  { actor, commandType, fingerprint, events }: DigestedCommand,
  data: readonly string[],
): Hash {
  const content =
    fingerprint === undefined
      ? `[${events.map(({ type, schemaVersion }, index) => `["${type}",${schemaVersion},${data[index]}]`).join()}]`
      : canonicalJson(fingerprint);
  return textHash(`[${canonicalJson(actor)},${canonicalJson(commandType)},${content}]`);
}

function commandHead(command: CommandDraft): string {
  const reason = command.reason === undefined ? '' : `,"reason":${canonicalJson(command.reason)}`;
  return (
    `{"command":{"actor":${canonicalJson(command.actor)},"key":${canonicalJson(command.idempotencyKey)}` +
    `${reason},"type":${canonicalJson(command.commandType)}}`
  );
}

/** The members between `data` and `written`; `touches` as canonical JSON. */
export function envelopeColumns(
  organisation: OrganisationId,
  event: Pick<EventDraft, 'eventId' | 'schemaVersion' | 'type'>,
  touches: string,
): string {
  return (
    `,"eventId":"${event.eventId}","organisation":"${organisation}","schemaVersion":${event.schemaVersion}` +
    `,"touches":${touches},"type":"${event.type}"`
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
