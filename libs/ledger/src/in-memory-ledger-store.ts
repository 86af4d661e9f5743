import type { Instant, Position } from '#temporal';

import { chainHash, GENESIS_HASH } from './chain.js';
import { checkAppend, checkOrganisation } from './check-draft.js';
import {
  commandDigest,
  encodeCommand,
  type EncodedCommand,
  type EncodedEvent,
  envelopeStamp,
  parseEnvelope,
} from './envelope.js';
import type { EventTypes } from './event-types.js';
import { instantOf, microsecondsOf, systemClock, type Microseconds } from './microseconds.js';
import { LedgerFault } from './ledger-fault.js';
import type {
  AppendedCommand,
  AppendOutcome,
  CommandDraft,
  CommandRecord,
  EventTimes,
  Head,
  InlineProjection,
  LedgerStore,
  LedgerWriter,
  Organisation,
  OrganisationDraft,
  OrganisationId,
  ReadRange,
  RecordedEvent,
  RegisterOutcome,
  StoredCommand,
  StoredEvent,
} from './ledger-store.js';
import { registration } from './organisation-registered.event.js';
import { recordedEvent } from './recorded-event.js';

interface Stream {
  readonly organisation: Organisation;
  /** Event with position p at p - 1. */
  readonly events: StoredEvent[];
  readonly commands: Map<string, CommandRecord>;
}

/** The ledger in memory, for tests, scenarios and examples. Same contract as the PostgreSQL store; nothing is durable. */
export class InMemoryLedgerStore implements LedgerStore {
  private readonly streams = new Map<OrganisationId, Stream>();
  /** Writers take turns: the tail of the queue. */
  private turn: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly types: EventTypes,
    private readonly clock: () => Microseconds = systemClock,
  ) {}

  append(
    organisation: OrganisationId,
    commands: readonly CommandDraft[],
    inline?: InlineProjection,
  ): Promise<AppendOutcome> {
    return this.inTurn(async () => this.appendNow(organisation, commands, inline));
  }

  register(draft: OrganisationDraft, inline?: InlineProjection): Promise<RegisterOutcome> {
    return this.inTurn(async () => this.registerNow(draft, inline));
  }

  transaction<T>(work: (writer: LedgerWriter) => Promise<T>): Promise<T> {
    return this.inTurn(async () => {
      const lengths = [...this.streams].map(([id, stream]) => [id, stream.events.length] as const);
      try {
        return await work({
          append: async (...args) => this.appendNow(...args),
          register: async (...args) => this.registerNow(...args),
        });
      } catch (error) {
        this.rollBack(new Map(lengths));
        throw error;
      }
    });
  }

  async organisations(): Promise<readonly Organisation[]> {
    return [...this.streams.values()]
      .map((stream) => stream.organisation)
      .sort((a, b) => (a.slug < b.slug ? -1 : 1));
  }

  async findOrganisation(by: { id: OrganisationId } | { slug: string }): Promise<Organisation | null> {
    if ('id' in by) return this.streams.get(by.id)?.organisation ?? null;
    return this.bySlug(by.slug)?.organisation ?? null;
  }

  async head(organisation: OrganisationId): Promise<Head | null> {
    const last = this.streams.get(organisation)?.events.at(-1);
    if (last === undefined) return null;
    const { position, hash, recordedAt, knownAt } = last;
    return { position, hash, recordedAt, knownAt };
  }

  async findCommand(organisation: OrganisationId, idempotencyKey: string): Promise<CommandRecord | null> {
    return this.streams.get(organisation)?.commands.get(idempotencyKey) ?? null;
  }

  async findCommands(
    organisation: OrganisationId,
    idempotencyKeys: readonly string[],
  ): Promise<readonly CommandRecord[]> {
    const commands = this.streams.get(organisation)?.commands;
    return idempotencyKeys.flatMap((key) => commands?.get(key) ?? []);
  }

  async read(
    organisation: OrganisationId,
    after: Position,
    limit: number,
  ): Promise<readonly RecordedEvent[]> {
    const events = this.streams.get(organisation)?.events ?? [];
    return events
      .slice(after, after + limit)
      .map((event) => recordedEvent(parseEnvelope(event.envelope), this.types));
  }

  async *stream(
    organisation: OrganisationId,
    range: ReadRange = {},
  ): AsyncGenerator<readonly RecordedEvent[], void> {
    for await (const batch of this.streamStored(organisation, range)) {
      yield batch.map((event) => recordedEvent(parseEnvelope(event.envelope), this.types));
    }
  }

  async *streamStored(
    organisation: OrganisationId,
    { after = 0 as Position, upTo, batchSize = 1000 }: ReadRange = {},
  ): AsyncGenerator<readonly StoredEvent[], void> {
    const events = this.streams.get(organisation)?.events ?? [];
    const end = Math.min(upTo ?? Infinity, events.length);
    for (let from: number = after; from < end; from += batchSize) {
      yield events.slice(from, Math.min(from + batchSize, end));
    }
  }

  /** Events and records are written together here, and nobody else reaches them. */
  async firstBrokenCommand(): Promise<Position | null> {
    return null;
  }

  async positionKnownAt(organisation: OrganisationId, knownAt: Instant): Promise<Position> {
    const events = this.streams.get(organisation)?.events ?? [];
    return (events.findLast((event) => event.knownAt <= knownAt)?.position ?? 0) as Position;
  }

  async timesAt(organisation: OrganisationId, position: Position): Promise<EventTimes | null> {
    const event = this.streams.get(organisation)?.events[position - 1];
    return event === undefined ? null : { recordedAt: event.recordedAt, knownAt: event.knownAt };
  }

  private registerNow(draft: OrganisationDraft, inline?: InlineProjection): RegisterOutcome {
    checkOrganisation(draft);
    const command = registration(draft);
    checkAppend(draft.id, [command]);
    const rival = this.bySlug(draft.slug);
    const stored = rival?.commands.get(draft.idempotencyKey);
    if (rival !== undefined && stored !== undefined) {
      const mismatch = stored.digest !== commandDigest(command);
      return {
        outcome: 'duplicate',
        organisation: rival.organisation,
        stored: whereStored(stored),
        mismatch,
      };
    }
    if (rival !== undefined) return { outcome: 'conflict', reason: 'SLUG_TAKEN' };
    if (this.streams.has(draft.id)) return { outcome: 'conflict', reason: 'ID_TAKEN' };

    const organisation: Organisation = { id: draft.id, slug: draft.slug, name: draft.name };
    this.streams.set(draft.id, { organisation, events: [], commands: new Map() });
    try {
      const outcome = this.appendNow(draft.id, [command], inline);
      if (outcome.outcome === 'appended') {
        return { outcome: 'registered', organisation, command: outcome.commands[0] as AppendedCommand };
      }
    } catch (error) {
      this.streams.delete(draft.id);
      throw error;
    }
    this.streams.delete(draft.id);
    return { outcome: 'conflict', reason: 'KNOWN_AT_FUTURE' };
  }

  private appendNow(
    organisation: OrganisationId,
    commands: readonly CommandDraft[],
    inline?: InlineProjection,
  ): AppendOutcome {
    checkAppend(organisation, commands);
    const stream = this.streams.get(organisation);
    if (stream === undefined)
      throw new LedgerFault('UNKNOWN_ORGANISATION', `No organisation ${organisation}`);
    const encoded = commands.map((command) => encodeCommand(organisation, command));

    const last = stream.events.at(-1);
    const start = Math.max(this.clock(), last === undefined ? 0 : microsecondsOf(last.recordedAt) + 1);
    const refusal = duplicateIn(stream, commands) ?? conflictIn(stream, commands, start);
    if (refusal !== undefined) return refusal;

    const length = stream.events.length;
    try {
      const appended = commands.map((command, index) =>
        write(stream, command, encoded[index] as EncodedCommand, start - length),
      );
      inline?.memory?.((length + 1) as Position, stream.events.length as Position);
      return { outcome: 'appended', head: stream.events.length as Position, commands: appended };
    } catch (error) {
      truncate(stream, length);
      throw error;
    }
  }

  private rollBack(lengths: ReadonlyMap<OrganisationId, number>): void {
    for (const [id, stream] of this.streams) {
      const length = lengths.get(id);
      if (length === undefined) this.streams.delete(id);
      else truncate(stream, length);
    }
  }

  private bySlug(slug: string): Stream | undefined {
    return [...this.streams.values()].find((stream) => stream.organisation.slug === slug);
  }

  private inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.turn.then(work);
    this.turn = done.catch(() => undefined);
    return done;
  }
}

function duplicateIn(stream: Stream, commands: readonly CommandDraft[]): AppendOutcome | undefined {
  for (const [index, command] of commands.entries()) {
    const stored = stream.commands.get(command.idempotencyKey);
    if (stored !== undefined) {
      const mismatch = stored.digest !== commandDigest(command);
      return { outcome: 'duplicate', command: index, stored: whereStored(stored), mismatch };
    }
  }
  return undefined;
}

function conflictIn(
  stream: Stream,
  commands: readonly CommandDraft[],
  start: Microseconds,
): AppendOutcome | undefined {
  const head = stream.events.length as Position;
  let position: number = head;
  let known = stream.events.at(-1)?.knownAt ?? ('' as Instant);
  for (const [command, draft] of commands.entries()) {
    const conflict = (reason: 'EXPECTED_POSITION' | 'KNOWN_AT_FUTURE' | 'KNOWN_AT_BACKWARDS' | 'READ_SET') =>
      ({ outcome: 'conflict', command, reason, head }) as const;
    if (draft.expectedPosition !== undefined && draft.expectedPosition !== position) {
      return conflict('EXPECTED_POSITION');
    }
    const recordedAt = instantOf(start + position - head);
    const knownAt = draft.knownAt ?? recordedAt;
    if (knownAt > recordedAt) return conflict('KNOWN_AT_FUTURE');
    if (knownAt < known) return conflict('KNOWN_AT_BACKWARDS');
    const reads = new Set(draft.reads);
    if (
      draft.basis > head ||
      stream.events.slice(draft.basis).some((event) => event.touches.some((touch) => reads.has(touch)))
    ) {
      return conflict('READ_SET');
    }
    position += draft.events.length;
    known = draft.knownAt ?? instantOf(start + position - head - 1);
  }
  return undefined;
}

/** `base + position` is the time of the event before that position. */
function write(
  stream: Stream,
  command: CommandDraft,
  { digest, events }: EncodedCommand,
  base: Microseconds,
): AppendedCommand {
  const first = (stream.events.length + 1) as Position;
  for (const [index, draft] of command.events.entries()) {
    const length = stream.events.length;
    const position = (length + 1) as Position;
    const recordedAt = instantOf(base + length);
    const knownAt = command.knownAt ?? recordedAt;
    const { body, touches } = events[index] as EncodedEvent;
    const envelope = body + envelopeStamp(position, recordedAt, knownAt);
    stream.events.push({
      position,
      eventId: draft.eventId,
      type: draft.type,
      schemaVersion: draft.schemaVersion,
      command: command.idempotencyKey,
      touches,
      recordedAt,
      knownAt,
      envelope,
      hash: chainHash(stream.events[length - 1]?.hash ?? GENESIS_HASH, envelope),
    });
  }
  const { position: last, recordedAt, hash } = stream.events.at(-1) as StoredEvent;
  const key = command.idempotencyKey;
  stream.commands.set(key, { key, first, last, recordedAt, digest });
  return { first, last, recordedAt, hash };
}

function truncate(stream: Stream, length: number): void {
  stream.events.length = length;
  for (const [key, command] of stream.commands) if (command.last > length) stream.commands.delete(key);
}

function whereStored({ first, last, recordedAt }: StoredCommand): StoredCommand {
  return { first, last, recordedAt };
}
