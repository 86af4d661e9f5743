import type { Fact, Track } from '#temporal';
import type { LogEntry } from '../change.js';
import type { Relation } from '../effect.js';
import type { ChangeId } from '../ids.js';
import type { LineageEdge } from '../lineage-edge.js';
import type { Timeline } from '../timeline.js';
import type { Unit, UnitPointer } from '../unit.js';
import type { MarkedField } from './marks.js';
import { logEntryAt, nameAt, versionBehind, whenOf, type When } from './reading.js';

/** A field, or a step of lineage: `predecessor` names what the unit continues, `successor` what continues it. */
export type HistoryField = MarkedField | 'predecessor' | 'successor';

/** One thing that was ever said about a unit, in both times. */
export interface HistoryEntry {
  readonly field: HistoryField;
  /** Name, type or code; id of a parent, predecessor or successor; whether it is in force; null: none, or a root. */
  readonly value: string | boolean | null;
  /** What the unit with that id was called then; null if the value is no unit. */
  readonly valueName: string | null;
  /** Of a step of lineage. */
  readonly relation: Relation | null;
  readonly share: number | null;
  /** Valid time: from when it holds, until the field's next entry that is known at the same time. */
  readonly validFrom: When;
  readonly change: ChangeId;
  /** Knowledge time: the event that said it. */
  readonly knownFrom: number;
  /** The position of the amendment that took it back; null while it stands. */
  readonly knownUntil: number | null;
  readonly recorded: LogEntry;
  /** The amendment that took it back. */
  readonly takenBack: LogEntry | null;
}

/** Everything ever said about a unit until the position: by the day it holds from, then as it was recorded. */
export function history(timeline: Timeline, unit: Unit, position: number): HistoryEntry[] {
  const rows: { entry: HistoryEntry; from: number; order: number; seq: number }[] = [];
  const common = (item: { change: string; knownFrom: number; knownUntil: number }) => {
    const stands = item.knownUntil > position;
    const recorded = logEntryAt(timeline, item.knownFrom);
    if (recorded === undefined)
      throw new Error(`Nothing about a change is logged at position ${item.knownFrom}`);
    return {
      validFrom: whenOf(versionBehind(timeline, item).on),
      change: item.change as ChangeId,
      knownFrom: item.knownFrom,
      knownUntil: stands ? null : item.knownUntil,
      recorded,
      takenBack: stands ? null : (logEntryAt(timeline, item.knownUntil) ?? null),
    };
  };
  const addTrack = <V extends string | boolean | UnitPointer | null>(field: MarkedField, track: Track<V>) => {
    for (const fact of track.all()) {
      if (fact.knownFrom > position) continue;
      rows.push({
        entry: {
          field,
          ...shownValue(timeline, fact, position),
          relation: null,
          share: null,
          ...common(fact),
        },
        from: fact.from,
        order: fact.order,
        seq: fact.seq,
      });
    }
  };
  const addEdges = (field: 'predecessor' | 'successor', edges: readonly LineageEdge[]) => {
    for (const edge of edges) {
      if (edge.knownFrom > position) continue;
      const other = timeline.own(field === 'predecessor' ? edge.from : edge.to);
      rows.push({
        entry: {
          field,
          value: other.id,
          valueName: nameAt({ timeline, at: edge.day, position }, other),
          relation: edge.relation,
          share: edge.share ?? null,
          ...common(edge),
        },
        from: edge.day,
        order: edge.order,
        seq: Number.MAX_SAFE_INTEGER,
      });
    }
  };
  addTrack('existence', unit.existence);
  addTrack('name', unit.name);
  addTrack('type', unit.type);
  for (const [hierarchy, track] of unit.parents) addTrack(`parent:${hierarchy}`, track);
  for (const [scheme, track] of unit.codes) addTrack(`code:${scheme}`, track);
  addEdges('predecessor', unit.predecessors);
  addEdges('successor', unit.successors);
  return rows
    .sort((a, b) =>
      a.from !== b.from
        ? a.from < b.from
          ? -1
          : 1
        : a.order - b.order || a.entry.knownFrom - b.entry.knownFrom || a.seq - b.seq,
    )
    .map(({ entry }) => entry);
}

function shownValue(
  timeline: Timeline,
  fact: Fact<string | boolean | UnitPointer | null>,
  position: number,
): Pick<HistoryEntry, 'value' | 'valueName'> {
  const { value } = fact;
  if (value === null || typeof value !== 'object') return { value, valueName: null };
  return { value: value.id, valueName: nameAt({ timeline, at: fact.from, position }, timeline.own(value)) };
}
