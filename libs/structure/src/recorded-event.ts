import {
  civilDate,
  dateOf,
  dayOf,
  impreciseDate,
  STILL,
  type Day,
  type ImpreciseDate,
  type Instant,
  type Position,
} from '#temporal';
import type { Change, ChangeVersion, Recording } from './change.js';
import type { Effect } from './effect.js';
import type { ChangeId } from './ids.js';
import { KINDS, type ChangeKind, type Payload } from './kinds/index.js';
import { LATEST } from './state.js';
import type { Timeline } from './timeline.js';

/** What every event about a change may carry beside its content. */
export interface EventCircumstances {
  /** The name its source gave the change or amendment. */
  readonly id?: string;
  readonly digest?: string;
  readonly basis?: Record<string, unknown>;
  readonly source?: unknown;
}

/** Data of an event that gives a change its content: its first recording, a correction, a rescheduling. */
export interface ContentEventData extends EventCircumstances {
  readonly change: ChangeId;
  readonly changeSet: string;
  readonly kind: ChangeKind;
  /** EDTF, as written. */
  readonly on: string;
  readonly payload: Payload;
  readonly effects: readonly Effect[];
  /** The last day of its date's window that something else leaves open; absent: the window's last day. */
  readonly appliesFrom?: string;
}

/** Data of an event that cancels a change. */
export interface CancellationEventData extends EventCircumstances {
  readonly change: ChangeId;
}

export type ChangeEventData = ContentEventData | CancellationEventData;

export const CORRECTED = 'ChangeCorrected';
export const RESCHEDULED = 'ChangeRescheduled';
export const CANCELLED = 'ChangeCancelled';
export const NARROWED = 'ChangeDateNarrowed';

/** Event types that first record a change, one per kind. */
export const RECORDED_TYPES: readonly string[] = Object.values(KINDS).map((kind) => kind.event);

/** Version of the data above, for every event type. */
export const SCHEMA_VERSION = 1;

/** How an event type records; undefined for events that are not about changes. */
export function recordingOf(eventType: string): Recording | undefined {
  if (eventType === CORRECTED) return 'corrected';
  if (eventType === RESCHEDULED) return 'rescheduled';
  if (eventType === CANCELLED) return 'cancelled';
  if (eventType === NARROWED) return 'narrowed';
  return RECORDED_TYPES.includes(eventType) ? 'recorded' : undefined;
}

/** Where and by whom an event was recorded. */
export interface EventOrigin {
  readonly position: Position;
  readonly recordedAt: Instant;
  readonly knownAt: Instant;
  readonly actor: string;
  readonly reason: string | undefined;
}

/** Applies an event of the ledger to the timeline. No business rule is run: effects are facts. */
export function replay(timeline: Timeline, type: string, data: ChangeEventData, origin: EventOrigin): void {
  const recording = recordingOf(type);
  if (recording === undefined) return;
  const version =
    'effects' in data
      ? applyContent(timeline, data, impreciseDate(data.on), origin.position)
      : cancel(timeline, data.change, origin.position);
  noteCircumstances(timeline, data, recording);
  logEvent(timeline, recording, data, version, origin);
}

/** Gives a change its (new) content; what it said before is closed at the position. */
export function applyContent(
  timeline: Timeline,
  data: ContentEventData,
  on: ImpreciseDate,
  position: Position,
): ChangeVersion {
  const change = timeline.changes.get(data.change) ?? newChange(timeline, data, position);
  const previous = knownVersion(change);
  if (previous !== undefined) timeline.retract(previous, position);
  const version: ChangeVersion = {
    change,
    kind: data.kind,
    on,
    from: data.appliesFrom === undefined ? on.latest : dayOf(civilDate(data.appliesFrom)),
    payload: data.payload,
    effects: data.effects,
    knownFrom: position,
    knownUntil: STILL,
    facts: [],
    edges: [],
  };
  timeline.apply(version);
  return version;
}

/** Lets an imprecise change apply from another day of its window. */
export function moveVersion(
  timeline: Timeline,
  version: ChangeVersion,
  to: Day,
  position: Position,
): ChangeVersion {
  const moved: ChangeVersion = {
    ...version,
    from: to,
    knownFrom: position,
    knownUntil: STILL,
    facts: [],
    edges: [],
  };
  timeline.retract(version, position);
  timeline.apply(moved);
  return moved;
}

/** The data of an event that gives a change the content of a version. */
export function contentOf(version: ChangeVersion): ContentEventData {
  const { change, kind, on, payload, effects, from } = version;
  return {
    change: change.id,
    changeSet: change.changeSet,
    kind,
    on: on.written,
    payload,
    effects,
    ...(from === on.latest ? {} : { appliesFrom: dateOf(from) }),
  };
}

export function cancel(timeline: Timeline, id: ChangeId, position: Position): undefined {
  const version = knownVersion(timeline.changes.get(id));
  if (version !== undefined) timeline.retract(version, position);
}

/** The content of a change that is known now; undefined if it is cancelled. */
export function knownVersion(change: Change | undefined): ChangeVersion | undefined {
  return change?.versions.findLast((version) => version.knownUntil > LATEST);
}

/** Remembers the names and import lines by which the change will be found again. */
export function noteCircumstances(timeline: Timeline, data: ChangeEventData, recording: Recording): void {
  if (data.digest !== undefined) timeline.addImportedLine(data.digest);
  if (data.id !== undefined && recording !== 'recorded') {
    timeline.nameChange(data.id, timeline.changes.get(data.change)!);
  }
}

export function logEvent(
  timeline: Timeline,
  recording: Recording,
  data: ChangeEventData,
  version: ChangeVersion | undefined,
  origin: EventOrigin,
): void {
  timeline.addLogEntry({
    position: origin.position,
    recordedAt: origin.recordedAt,
    knownAt: origin.knownAt,
    actor: origin.actor,
    reason: origin.reason,
    recording,
    change: timeline.changes.get(data.change)!,
    version,
    basis: data.basis,
    source: data.source,
  });
}

function newChange(timeline: Timeline, data: ContentEventData, order: Position): Change {
  const change: Change = {
    id: data.change,
    changeSet: data.changeSet,
    order,
    externalId: data.id,
    versions: [],
  };
  timeline.addChange(change);
  return change;
}
