import type { Day, ImpreciseDate, Instant, Position } from '#temporal';
import type { Effect } from './effect.js';
import type { ChangeId } from './ids.js';
import type { ChangeKind, Payload } from './kinds/index.js';
import type { LineageEdge } from './lineage-edge.js';
import type { Rejection } from './rejection.js';
import type { UnitFact } from './unit.js';

/** What one event says of a change: its first recording or an amendment. */
export interface ChangeVersion {
  readonly change: ChangeIdentity;
  readonly kind: ChangeKind;
  /** Its date as written, with its earliest and latest day. */
  readonly on: ImpreciseDate;
  /** The day it applies from: `on.latest`, or the latest day of its window that something else leaves open. */
  readonly from: Day;
  readonly payload: Payload;
  readonly effects: readonly Effect[];
  /** It stands beside the timeline in force: its effects are what it would come to, and have no facts. */
  readonly pending: boolean;
  /**
   * Its place among the changes of one date: the position at which it was applied, kept through amendments; of what is
   * pending, that of its first recording.
   */
  readonly order: Position;
  readonly knownFrom: Position;
  /** Position of the amendment that replaced or cancelled it. */
  knownUntil: number;
  /** How it was closed for good; undefined while it stands, or when another version followed. */
  closedBy?: 'cancelled' | 'annulled' | undefined;
  facts: UnitFact[];
  edges: LineageEdge[];
}

/** What never changes about a change. Its versions are the timeline's to tell: `timeline.changes.get(id)`. */
export interface ChangeIdentity {
  readonly id: ChangeId;
  readonly changeSet: string;
  /** Position of its first recording. */
  readonly first: Position;
  /** The name its source gave it, by which an amendment finds it. */
  readonly externalId: string | undefined;
}

/** A change through all its amendments, as far as its timeline knows them. */
export interface Change extends ChangeIdentity {
  versions: ChangeVersion[];
  /** The decisions that it was said to rest on, since when. */
  grounds: readonly Ground[];
  /** The times it should have come into force, or have been taken back, and could not. */
  blocks: readonly Block[];
}

/** A decision, by the id of its record, that a change rests on. */
export interface Ground {
  readonly decision: string;
  readonly knownFrom: Position;
  /** Position of the correction that gave another basis; absent while none did. */
  readonly knownUntil?: number;
}

/** Why a change that was decided could not take effect, or one that was annulled could not be taken back. */
export interface Block {
  readonly reasons: readonly Rejection[];
  readonly knownFrom: Position;
}

/**
 * `narrowed`: another change requires that an imprecise one happened earlier (or no longer does). `proposed`: recorded
 * beside the timeline; `enacted`: its standing sufficed, and it was applied; `blocked`: it could not be; `annulled`:
 * a court set its decision aside; `suspended`: what it rested on was recorded wrongly, and it is pending again.
 */
export type Recording =
  | 'recorded'
  | 'corrected'
  | 'rescheduled'
  | 'cancelled'
  | 'narrowed'
  | 'proposed'
  | 'enacted'
  | 'blocked'
  | 'annulled'
  | 'suspended';

/** Who recorded what, when and why: one event of the ledger about a change. */
export interface LogEntry {
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly actor: string;
  readonly reason: string | undefined;
  readonly recording: Recording;
  readonly change: ChangeIdentity;
  /** The content it gave; a cancellation gives none. */
  readonly version: ChangeVersion | undefined;
  readonly basis: unknown;
  readonly source: unknown;
  /** The scenario by whose adoption it was recorded. */
  readonly scenario: string | undefined;
}
