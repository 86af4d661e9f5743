import type { ChangeEventData, ChangeId, ContentEventData, Effect } from '#structure';
import { sqlDate, type Day, type ImpreciseDate, type Position } from '#temporal';
import { ArrayLiteral } from './array-literal.js';
import { edgeRows, factRows, unitsOfEffects } from './effect-rows.js';
import { AMENDING_TYPES, appliedContent, rowRecording, type RowRecording } from './row-recording.js';

/** An event about a change, with what the read model needs beside its data. */
export interface ProjectedEvent {
  readonly type: string;
  readonly data: ChangeEventData;
  /** Of what the event says; none for a cancellation. */
  readonly version: ProjectedVersion | undefined;
}

export interface ProjectedVersion {
  readonly on: ImpreciseDate;
  /** The day its facts hold from. */
  readonly from: Day;
  /** Position from which the change applies: of its first recording, or of its enactment. */
  readonly order: number;
}

/** The arrays that `read_model.project_changes` takes, in its order. */
const COLUMNS = {
  eventOffset: 'int[]',
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

/**
 * What `read_model.project_changes` takes after organisation and first position; undefined if no event writes rows.
 *
 * @param events in order, the first decided for `first`
 */
export function batchValues(
  events: readonly (ProjectedEvent | undefined)[],
  first: Position,
): string[] | undefined {
  const rows = rowsOf(events);
  if (rows.length === 0) return undefined;
  const columns = Object.fromEntries(
    Object.keys(COLUMNS).map((name) => [name, new ArrayLiteral()]),
  ) as Columns;
  const amendments = amendmentsIn(rows, first);
  rows.forEach((row, index) => {
    columns.eventUntil.plain(amendments.until[index] ?? null);
    addEvent(columns, row);
    if (row.content !== undefined) addRows(columns, row.content.effects, index + 1);
  });
  for (const [change, position] of amendments.before) {
    columns.amended.plain(change);
    columns.amendedBy.plain(position);
  }
  return [String(first), ...Object.values(columns).map(String)];
}

/** An event that writes rows, and its place in the batch from 0. */
interface Row {
  readonly event: ProjectedEvent;
  readonly recording: RowRecording;
  readonly content: ContentEventData | undefined;
  readonly offset: number;
}

function rowsOf(events: readonly (ProjectedEvent | undefined)[]): Row[] {
  const rows: Row[] = [];
  events.forEach((event, offset) => {
    const recording = event && rowRecording(event.type, event.data);
    if (recording === undefined) return;
    rows.push({ event: event!, recording, content: appliedContent(event!.data), offset });
  });
  return rows;
}

function addEvent(columns: Columns, { event, recording, content, offset }: Row): void {
  const { data } = event;
  const version = content && event.version;
  columns.eventOffset.plain(offset);
  columns.eventChange.plain(data.change);
  columns.eventOrder.plain(version?.order ?? null);
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
  rows: readonly Row[],
  first: Position,
): { until: (number | null)[]; before: Map<ChangeId, number> } {
  const until: (number | null)[] = rows.map(() => null);
  const before = new Map<ChangeId, number>();
  const latest = new Map<ChangeId, number>();
  rows.forEach(({ event, offset }, index) => {
    const { change } = event.data;
    const amended = latest.get(change);
    if (amended !== undefined) until[amended] = first + offset;
    else if (AMENDING_TYPES.includes(event.type)) before.set(change, first + offset);
    latest.set(change, index);
  });
  return { until, before };
}
