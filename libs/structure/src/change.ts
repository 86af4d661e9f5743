import type { Day, ImpreciseDate, Instant, Position } from '#temporal';
import type { Effect } from './effect.js';
import type { ChangeId } from './ids.js';
import type { ChangeKind, Payload } from './kinds/index.js';
import type { LineageEdge } from './lineage-edge.js';
import type { UnitFact } from './unit.js';

/** What one event says of a change: its first recording or an amendment. */
export interface ChangeVersion {
  readonly change: Change;
  readonly kind: ChangeKind;
  /** Its date as written, with its earliest and latest day. */
  readonly on: ImpreciseDate;
  /** The day it applies from: `on.latest`, or the latest day of its window that something else leaves open. */
  readonly from: Day;
  readonly payload: Payload;
  readonly effects: readonly Effect[];
  readonly knownFrom: Position;
  /** Position of the amendment that replaced or cancelled it. */
  knownUntil: number;
  facts: UnitFact[];
  edges: LineageEdge[];
}

/** A change through all its amendments. */
export interface Change {
  readonly id: ChangeId;
  readonly changeSet: string;
  /** Position of its first recording: its place among the changes of one date, also after amendments. */
  readonly order: Position;
  /** The name its source gave it, by which an amendment finds it. */
  readonly externalId: string | undefined;
  versions: ChangeVersion[];
}

/** `narrowed`: another change requires that an imprecise one happened earlier (or no longer does). */
export type Recording = 'recorded' | 'corrected' | 'rescheduled' | 'cancelled' | 'narrowed';

/** Who recorded what, when and why: one event of the ledger about a change. */
export interface LogEntry {
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly actor: string;
  readonly reason: string | undefined;
  readonly recording: Recording;
  readonly change: Change;
  /** The content it gave; a cancellation gives none. */
  readonly version: ChangeVersion | undefined;
  readonly basis: unknown;
  readonly source: unknown;
}
