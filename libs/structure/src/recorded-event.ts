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
import type { Block, Change, ChangeVersion, Ground, Recording } from './change.js';
import type { Effect } from './effect.js';
import type { ChangeId } from './ids.js';
import { CHANGE_KINDS, KINDS, kindOf, type ChangeKind, type Payload } from './kinds/index.js';
import type { Rejection } from './rejection.js';
import type { Timeline } from './timeline.js';

/** What every event about a change may carry beside its content. */
export interface EventCircumstances {
  /** The name its source gave the change or amendment. */
  readonly id?: string;
  readonly digest?: string;
  readonly basis?: Record<string, unknown>;
  /** Ids of the decisions that `basis` names, of those that were recorded. */
  readonly restsOn?: readonly string[];
  readonly source?: unknown;
  /** The scenario by whose adoption it was recorded. */
  readonly scenario?: string;
  /** It concerns a change beside the timeline in force. */
  readonly pending?: true;
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

/** Data of an event that cancels or annuls a change, or says why it is blocked. */
export interface CancellationEventData extends EventCircumstances {
  readonly change: ChangeId;
  /** Of a blocked change. */
  readonly reasons?: readonly Rejection[];
}

export type ChangeEventData = ContentEventData | CancellationEventData;

export const CORRECTED = 'ChangeCorrected';
export const RESCHEDULED = 'ChangeRescheduled';
export const CANCELLED = 'ChangeCancelled';
export const NARROWED = 'ChangeDateNarrowed';
export const PROPOSED = 'ChangeProposed';
export const ENACTED = 'ChangeEnacted';
export const BLOCKED = 'ChangeBlocked';
export const ANNULLED = 'ChangeAnnulled';
export const SUSPENDED = 'ChangeSuspended';

/** Event types that first record a change, one per kind. */
export const RECORDED_TYPES: readonly string[] = Object.values(KINDS).map((kind) => kind.event);

/** Version of the data above, for every event type. */
export const SCHEMA_VERSION = 1;

/** How an event type records; undefined for events that are not about changes. */
export function recordingOf(eventType: string): Recording | undefined {
  return RECORDING_OF.get(eventType);
}

const RECORDING_OF: ReadonlyMap<string, Recording> = new Map([
  ...CHANGE_KINDS.map((kind): [string, Recording] => [
    kindOf(kind).event,
    kindOf(kind).open === true ? 'proposed' : 'recorded',
  ]),
  [CORRECTED, 'corrected'],
  [RESCHEDULED, 'rescheduled'],
  [CANCELLED, 'cancelled'],
  [NARROWED, 'narrowed'],
  [PROPOSED, 'proposed'],
  [ENACTED, 'enacted'],
  [BLOCKED, 'blocked'],
  [ANNULLED, 'annulled'],
  [SUSPENDED, 'suspended'],
]);

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
  const version = applyEvent(timeline, recording, data, origin.position);
  noteCircumstances(timeline, data, recording, origin.position);
  logEvent(timeline, recording, data, version, origin);
}

/** Applies what an event says of a change; the content it gives, if it gives any. */
function applyEvent(
  timeline: Timeline,
  recording: Recording,
  data: ChangeEventData,
  position: Position,
): ChangeVersion | undefined {
  if ('effects' in data) return applyContent(timeline, data, impreciseDate(data.on), position);
  if (recording === 'blocked') return block(timeline, data, position);
  return cancel(timeline, data.change, position, recording === 'annulled' ? 'annulled' : 'cancelled');
}

/** Gives a change its (new) content, beside the timeline if it is pending; what it said before is closed at the position. */
export function applyContent(
  timeline: Timeline,
  data: ContentEventData,
  on: ImpreciseDate,
  position: Position,
): ChangeVersion {
  const change = timeline.changes.get(data.change) ?? newChange(timeline, data, position);
  const previous = knownVersion(timeline, change);
  if (previous !== undefined) timeline.retract(previous, position);
  const pending = data.pending === true;
  const order = pending ? change.first : placeAmong(change, position);
  const version: ChangeVersion = {
    change,
    kind: data.kind,
    on,
    from: data.appliesFrom === undefined ? on.latest : dayOf(civilDate(data.appliesFrom)),
    payload: data.payload,
    effects: data.effects,
    pending,
    order,
    knownFrom: position,
    knownUntil: STILL,
    facts: [],
    edges: [],
  };
  if (pending) timeline.pend(version);
  else timeline.apply(version);
  return version;
}

/** The place of a change that is applied at a position: the one that it has, or a new one if it was not applied before. */
export function placeAmong(change: Change, position: Position): Position {
  const last = change.versions.at(-1);
  return last === undefined || last.pending ? position : last.order;
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

export function cancel(
  timeline: Timeline,
  id: ChangeId,
  position: Position,
  how: 'cancelled' | 'annulled' = 'cancelled',
): undefined {
  const version = knownVersion(timeline, timeline.changes.get(id));
  if (version === undefined) return;
  timeline.retract(version, position, how);
}

/** Takes note of why a change could not be applied or taken back. */
export function block(
  timeline: Timeline,
  { change: id, reasons = [] }: CancellationEventData,
  position: Position,
): undefined {
  const change = timeline.changes.get(id);
  if (change !== undefined) timeline.block(change, { reasons, knownFrom: position });
}

/** The content of a change that is known now; undefined if it is cancelled. */
export function knownVersion(timeline: Timeline, change: Change | undefined): ChangeVersion | undefined {
  return change?.versions.findLast((version) => version.knownUntil > timeline.horizon);
}

/** Remembers the names and import lines by which the change will be found again. */
export function noteCircumstances(
  timeline: Timeline,
  data: ChangeEventData,
  recording: Recording,
  position: Position,
): void {
  if (data.digest !== undefined) timeline.addImportedLine(data.digest, position);
  const change = timeline.changes.get(data.change)!;
  if (data.id !== undefined && recording !== 'recorded' && recording !== 'proposed') {
    timeline.nameChange(data.id, change, position);
  }
  if (recording === 'corrected' && data.restsOn !== undefined) timeline.unground(change, position);
  for (const decision of data.restsOn ?? []) timeline.ground(change, { decision, knownFrom: position });
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
    scenario: data.scenario,
  });
}

function newChange(timeline: Timeline, data: ContentEventData, position: Position): Change {
  const change: Change = {
    id: data.change,
    changeSet: data.changeSet,
    first: position,
    externalId: data.id,
    versions: [],
    grounds: NO_GROUNDS,
    blocks: NO_BLOCKS,
  };
  timeline.addChange(change);
  return change;
}

/** Shared by all changes that have none. */
const NO_GROUNDS: readonly Ground[] = [];
const NO_BLOCKS: readonly Block[] = [];
