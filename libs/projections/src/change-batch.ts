import type { ChangeEventData, ChangeId, Effect, Recording } from '#structure';
import { sqlDate, type Day, type ImpreciseDate, type Position } from '#temporal';
import { ArrayLiteral } from './array-literal.js';
import { edgeRows, factRows, unitsOfEffects } from './effect-rows.js';

/** An event about a change, with what the read model needs beside its data. */
export interface ProjectedEvent {
  readonly recording: Recording;
  readonly data: ChangeEventData;
  /** Of what the event says; none for a cancellation. */
  readonly version: ProjectedVersion | undefined;
}

export interface ProjectedVersion {
  readonly on: ImpreciseDate;
  /** The day its facts hold from. */
  readonly from: Day;
  /** `order` is the position of the change's first recording. */
  readonly change: { readonly order: Position };
}

/** The arrays that `read_model.project_changes` takes, in its order. */
const COLUMNS = {
  eventChange: 'uuid[]',
  eventOrder: 'bigint[]',
  eventUntil: 'bigint[]',
  eventSet: 'uuid[]',
  eventEarliest: 'date[]',
  eventLatest: 'date[]',
  eventFrom: 'date[]',
  eventRecording: 'text[]',
  eventKind: 'text[]',
  eventWritten: 'text[]',
  eventExternal: 'text[]',
  eventDigest: 'text[]',
  eventUnits: 'text[]',
  factEvent: 'int[]',
  factSeq: 'int[]',
  factUnit: 'uuid[]',
  factTrack: 'text[]',
  factValue: 'text[]',
  edgeEvent: 'int[]',
  edgeSeq: 'int[]',
  edgePredecessor: 'uuid[]',
  edgeSuccessor: 'uuid[]',
  edgeRelation: 'text[]',
  edgeShare: 'double precision[]',
  amended: 'uuid[]',
  amendedBy: 'bigint[]',
} as const;
type Columns = Record<keyof typeof COLUMNS, ArrayLiteral>;

/** The types of `batchValues`. */
export const BATCH_CASTS: readonly string[] = ['bigint', ...Object.values(COLUMNS)];

/** What `read_model.project_changes` takes after organisation and first position: events in order, the first decided for `first`. */
export function batchValues(events: readonly ProjectedEvent[], first: Position): string[] {
  const columns = Object.fromEntries(
    Object.keys(COLUMNS).map((name) => [name, new ArrayLiteral()]),
  ) as Columns;
  const amendments = amendmentsIn(events, first);
  events.forEach((event, index) => {
    columns.eventUntil.plain(amendments.until[index] ?? null);
    addEvent(columns, event);
    if ('effects' in event.data) addRows(columns, event.data.effects, index + 1);
  });
  for (const [change, position] of amendments.before) {
    columns.amended.plain(change);
    columns.amendedBy.plain(position);
  }
  return [String(first), ...Object.values(columns).map(String)];
}

function addEvent(columns: Columns, { recording, data, version }: ProjectedEvent): void {
  const content = 'effects' in data ? data : undefined;
  columns.eventChange.plain(data.change);
  columns.eventOrder.plain(version?.change.order ?? null);
  columns.eventSet.plain(content?.changeSet ?? null);
  columns.eventEarliest.plain(version ? sqlDate(version.on.earliest) : null);
  columns.eventLatest.plain(version ? sqlDate(version.on.latest) : null);
  columns.eventFrom.plain(version ? sqlDate(version.from) : null);
  columns.eventRecording.plain(recording);
  columns.eventKind.plain(content?.kind ?? null);
  columns.eventWritten.quoted(content?.on ?? null);
  columns.eventExternal.quoted(data.id ?? null);
  columns.eventDigest.quoted(data.digest ?? null);
  columns.eventUnits.quoted(`{${unitsOfEffects(content?.effects ?? []).join(',')}}`);
}

function addRows(columns: Columns, effects: readonly Effect[], event: number): void {
  for (const { seq, unit, track, value } of factRows(effects)) {
    columns.factEvent.plain(event);
    columns.factSeq.plain(seq);
    columns.factUnit.plain(unit);
    columns.factTrack.quoted(track);
    columns.factValue.quoted(value);
  }
  for (const { seq, predecessor, successor, relation, share } of edgeRows(effects)) {
    columns.edgeEvent.plain(event);
    columns.edgeSeq.plain(seq);
    columns.edgePredecessor.plain(predecessor);
    columns.edgeSuccessor.plain(successor);
    columns.edgeRelation.plain(relation);
    columns.edgeShare.plain(share);
  }
}

/** Which events of the batch are amended within it, and which changes from before it are. */
function amendmentsIn(
  events: readonly ProjectedEvent[],
  first: Position,
): { until: (number | null)[]; before: Map<ChangeId, number> } {
  const until: (number | null)[] = events.map(() => null);
  const before = new Map<ChangeId, number>();
  const latest = new Map<ChangeId, number>();
  events.forEach(({ data: { change }, recording }, index) => {
    const amended = latest.get(change);
    if (amended !== undefined) until[amended] = first + index;
    else if (recording !== 'recorded') before.set(change, first + index);
    latest.set(change, index);
  });
  return { until, before };
}
