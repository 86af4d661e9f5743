import type { Brand, Message } from '#temporal';
import type { z } from 'zod';
import type { Register } from './register.js';

/** Identity of a record (UUID, lower case); a corrected record keeps it. */
export type RecordId = Brand<string, 'RecordId'>;

/**
 * Rewrites what a payload names: the names that its source uses to ids when it is recorded, ids to names in an
 * export. `field` is the path within the payload, for what cannot be found.
 */
export interface ReferenceMapping {
  /** A unit: key, `scheme:code` or id. */
  unit(reference: string, field: string): string;
  /** A record of one of the kinds: the name its source gave it, another name of its own, or its id. */
  record(reference: string, field: string, kinds: readonly string[]): string;
  /** A change of the structure: the name its source gave it, or its id. */
  change(reference: string, field: string): string;
}

/** Words for what a payload names by id. */
export interface RecordWords {
  unit(id: string): string;
  /** What a record is called: its title, number or sentence. */
  record(id: string): string;
}

/** What is wrong with a record beside what is recorded already. */
export interface RecordObjection {
  readonly code: RecordRejectionCode;
  readonly message: Message;
  /** Path within the payload. */
  readonly field?: string;
}

/** Why a record is refused. A closed list: codes are added, never reused with another meaning. */
export type RecordRejectionCode =
  | 'UNKNOWN_RECORD'
  | 'RECORD_ID_TAKEN'
  | 'RECORD_NAME_TAKEN'
  | 'RECORD_WITHDRAWN'
  | 'KIND_DIFFERS'
  | 'ALREADY_SETTLED'
  | 'ANSWERS_ITSELF'
  | 'OTHER_MATTER'
  | 'INVALID_AMOUNT'
  | 'INVALID_PERIOD'
  | 'FIGURE_EXISTS';

/**
 * One kind of thing that is recorded beside the structure: a matter, a decision, an assignment, a figure ... A
 * payload's references are names until it is bound, and ids from then on.
 */
export interface RecordKind<P> {
  /** What an import line calls it. */
  readonly kind: string;
  /** Type of the event that records it. */
  readonly event: string;
  readonly schema: z.ZodType<P>;
  map(payload: P, references: ReferenceMapping): P;
  /** Further names by which records and people find it, unique among the records of its kind: a registry number. */
  names?(payload: P): readonly string[];
  /** Ids of the records and changes by which it is looked up (`Register.about`): of those that it is about. */
  about?(payload: P): readonly string[];
  /** What is wrong beside what is recorded. `self`: the record that is corrected; undefined when it is new. */
  object?(payload: P, register: Register, self: RecordId | undefined): RecordObjection | undefined;
  /** What it is called where others mention it. */
  title(payload: P, words: RecordWords): string;
  /** What it says, as a sentence without full stop. */
  sentence(payload: P, words: RecordWords): Message;
}

/** For type inference of a kind's payload from its schema. */
export function defineRecordKind<P>(kind: RecordKind<P>): RecordKind<P> {
  return kind;
}

/** Kinds by their names, for code that treats all alike. */
export type RecordKinds = ReadonlyMap<string, RecordKind<unknown>>;

export function recordKinds(...kinds: readonly Pick<RecordKind<unknown>, 'kind' | 'event'>[]): RecordKinds {
  return new Map(kinds.map((kind) => [kind.kind, kind as unknown as RecordKind<unknown>]));
}
