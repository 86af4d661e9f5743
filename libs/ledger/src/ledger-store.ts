import type { Brand, Instant, Position } from '#temporal';

import type { JsonObject } from './json.js';

/** An organisation's id: a UUID in lower case. */
export type OrganisationId = Brand<string, 'OrganisationId'>;

/** A SHA-256 as 64 lower-case hexadecimal digits. */
export type Hash = string;

/** An event to be appended. */
export interface EventDraft {
  /** UUID in lower case, made by the application. */
  readonly eventId: string;
  readonly type: string;
  /** From 1; see `EventTypes`. */
  readonly schemaVersion: number;
  readonly data: JsonObject;
  /** The read-set keys that this event invalidates: a unit id, `children:<unit>`, `code:<scheme>:<value>` ... A set: order and repetition mean nothing. */
  readonly touches: readonly string[];
}

/** A decided command: the events it gave, and what they were decided on. */
export interface CommandDraft {
  /** Unique in the organisation for ever: the same key is stored once. At most 200 characters. */
  readonly idempotencyKey: string;
  readonly commandType: string;
  /** Who: an opaque id, never personal data. */
  readonly actor: string;
  readonly reason?: string;
  /**
   * What makes a retry the same command (its input, say). The same key with another fingerprint is a mismatch.
   * Without it: the events' types, versions and data.
   */
  readonly fingerprint?: string;
  /** Only in a backdated import: when the register says it learned this. Never in the future, never before the previous event's. */
  readonly knownAt?: Instant;
  /** The position that the decision was made on. */
  readonly basis: Position;
  /** The read set: no event after `basis` may touch any of these. */
  readonly reads: readonly string[];
  /** The caller's own precondition: the head immediately before this command's events. */
  readonly expectedPosition?: Position;
  /** At least one. */
  readonly events: readonly EventDraft[];
}

/** A stretch of events that one command stored. */
export interface StoredCommand {
  readonly first: Position;
  readonly last: Position;
  /** Of the last event. */
  readonly recordedAt: Instant;
}

export type AppendedCommand = StoredCommand & {
  /** The chain's hash after the last event. */
  readonly hash: Hash;
};

export type ConflictReason =
  /** An event after the command's basis touches what it read: decide again. */
  | 'READ_SET'
  | 'EXPECTED_POSITION'
  /** `knownAt` is before the previous event's. */
  | 'KNOWN_AT_BACKWARDS'
  /** `knownAt` is later than the ledger's clock. */
  | 'KNOWN_AT_FUTURE';

/**
 * What became of an append. All commands are appended, or none.
 * Duplicates are looked for before conflicts; each reports the first command (index in the call) that it concerns.
 */
export type AppendOutcome =
  | {
      readonly outcome: 'appended';
      readonly head: Position;
      readonly commands: readonly AppendedCommand[];
    }
  | {
      readonly outcome: 'duplicate';
      readonly command: number;
      readonly stored: StoredCommand;
      /** The stored command had other content: the key was used for something else. */
      readonly mismatch: boolean;
    }
  | {
      readonly outcome: 'conflict';
      readonly command: number;
      readonly reason: ConflictReason;
      readonly head: Position;
    };

/** Writes the read model together with the events: same statement, same transaction. */
export interface InlineProjection {
  /** For the PostgreSQL store. Evaluated once, only if the commands were appended; an error undoes the append. */
  readonly sql?: InlineSql;
  /** For the in-memory store: told the positions of the first and last event. Throwing undoes the append. */
  readonly memory?: (first: Position, last: Position) => void;
}

export interface InlineSql {
  /** Names the shape of the expression: same name, same SQL text. The statement is prepared under it. */
  readonly name: string;
  /** An SQL expression (a volatile function call, usually) over the appended events. */
  readonly expression: (at: InlineSqlPlaces) => string;
  readonly values: readonly unknown[];
}

export interface InlineSqlPlaces {
  /** SQL for the organisation's id (uuid). */
  readonly organisation: string;
  /** SQL for the position of the batch's first event (bigint); event i of the batch has `first + i`. */
  readonly first: string;
  /** SQL for the position of the batch's last event (bigint); not in a registration, whose event is one. */
  readonly last: string;
  /** SQL for the batch's first `recorded_at` (timestamptz); event i has i microseconds more. */
  readonly recordedAt: string;
  /** SQL placeholder for `values[index]`. Cast it: `${value(0)}::bigint[]`. */
  readonly value: (index: number) => string;
}

/** A new organisation and the command that registers it: `OrganisationRegistered` becomes its event at position 1. */
export interface OrganisationDraft {
  readonly id: OrganisationId;
  /** Lower-case letters, digits and inner hyphens, at most 63; unique. */
  readonly slug: string;
  readonly name: string;
  /** Code scheme in which its first import keeps keys, if it is not the usual one. */
  readonly keyScheme?: string;
  readonly eventId: string;
  readonly idempotencyKey: string;
  readonly actor: string;
  readonly reason?: string;
  /** As in `CommandDraft`. */
  readonly knownAt?: Instant;
}

export interface Organisation {
  readonly id: OrganisationId;
  readonly slug: string;
  /** As registered. */
  readonly name: string;
}

export type RegisterOutcome =
  | { readonly outcome: 'registered'; readonly organisation: Organisation; readonly command: AppendedCommand }
  /** The same key registered this slug before (perhaps under another id): here it is. */
  | {
      readonly outcome: 'duplicate';
      readonly organisation: Organisation;
      readonly stored: StoredCommand;
      readonly mismatch: boolean;
    }
  | { readonly outcome: 'conflict'; readonly reason: 'SLUG_TAKEN' | 'ID_TAKEN' | 'KNOWN_AT_FUTURE' };

/** The newest point of an organisation's ledger. */
export interface Head {
  readonly position: Position;
  readonly hash: Hash;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
}

/** When the ledger wrote an event, and when what it says was known. */
export interface EventTimes {
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
}

/** An event as read: data brought up to the newest schema version of its type. */
export interface RecordedEvent extends EventTimes {
  readonly organisation: OrganisationId;
  readonly position: Position;
  readonly eventId: string;
  readonly type: string;
  /** Of `data` as given here; the stored one may be older. */
  readonly schemaVersion: number;
  readonly data: JsonObject;
  readonly touches: readonly string[];
  readonly command: {
    readonly key: string;
    readonly type: string;
    readonly actor: string;
    readonly reason?: string;
  };
}

/** A row of the ledger exactly as stored, for verification and backup. */
export interface StoredEvent extends EventTimes {
  readonly position: Position;
  readonly eventId: string;
  readonly type: string;
  readonly schemaVersion: number;
  /** The command's idempotency key. */
  readonly command: string;
  readonly touches: readonly string[];
  /** The exact canonical JSON. */
  readonly envelope: string;
  readonly hash: Hash;
}

/** What is kept of a command beside its events. */
export type CommandRecord = StoredCommand & {
  readonly key: string;
  /** See `commandDigest`. */
  readonly digest: Hash;
};

/** Which events: after `after` (default 0), up to and including `upTo` (default the head when the reading began). */
export interface ReadRange {
  readonly after?: Position;
  readonly upTo?: Position;
  /** Events per round trip. */
  readonly batchSize?: number;
}

/** The writing side; also what a transaction offers. */
export interface LedgerWriter {
  /**
   * Appends all commands in order, or none. Later commands count as decided on top of earlier ones:
   * the read set is compared with the events after `basis` that were stored before this call.
   * @throws LedgerFault
   */
  append(
    organisation: OrganisationId,
    commands: readonly CommandDraft[],
    inline?: InlineProjection,
  ): Promise<AppendOutcome>;

  /** Creates an organisation and its first event. */
  register(organisation: OrganisationDraft, inline?: InlineProjection): Promise<RegisterOutcome>;
}

/** The append-only log: one stream of events per organisation, positions 1, 2, 3 ... without gaps. */
export interface LedgerStore extends LedgerWriter {
  /** Several appends in one transaction, all or none: `work` throwing undoes them. Keep it short, it holds the head. */
  transaction<T>(work: (writer: LedgerWriter) => Promise<T>): Promise<T>;

  /** All organisations, by slug. */
  organisations(): Promise<readonly Organisation[]>;
  findOrganisation(
    by: { readonly id: OrganisationId } | { readonly slug: string },
  ): Promise<Organisation | null>;
  /** Null if there is no such organisation. */
  head(organisation: OrganisationId): Promise<Head | null>;

  /** What was stored under an idempotency key; `digest` compares with `commandDigest(draft)`. */
  findCommand(organisation: OrganisationId, idempotencyKey: string): Promise<CommandRecord | null>;

  /** At most `limit` events after a position, in order, upcast. */
  read(organisation: OrganisationId, after: Position, limit: number): Promise<readonly RecordedEvent[]>;
  /** The same in batches, to the end of the range. */
  stream(organisation: OrganisationId, range?: ReadRange): AsyncGenerator<readonly RecordedEvent[], void>;
  /** The rows as stored, in batches. */
  streamStored(organisation: OrganisationId, range?: ReadRange): AsyncGenerator<readonly StoredEvent[], void>;

  /** The records of several commands at once, in any order; keys that were never used are left out. */
  findCommands(
    organisation: OrganisationId,
    idempotencyKeys: readonly string[],
  ): Promise<readonly CommandRecord[]>;

  /**
   * The first position whose command's record is missing or says something else than the events, or that has a record
   * without events; null if all records agree. Its digest has nothing to be compared with.
   */
  firstBrokenCommand(organisation: OrganisationId): Promise<Position | null>;

  /** P(knownAt): the greatest position known at a time; 0 before the first event. */
  positionKnownAt(organisation: OrganisationId, knownAt: Instant): Promise<Position>;
  /** The times of the event at a position; null if there is none. */
  timesAt(organisation: OrganisationId, position: Position): Promise<EventTimes | null>;
}
