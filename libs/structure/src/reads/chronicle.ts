import { dateOf, FIRST_DAY, LAST_DAY, type CivilDate, type Day, type Message } from '#temporal';
import type { Change, ChangeVersion, LogEntry } from '../change.js';
import { unitsOf } from '../effect.js';
import { unitsActedOn } from '../acted-on.js';
import type { ChangeId, UnitId } from '../ids.js';
import { kindOf, type ChangeKind } from '../kinds/index.js';
import type { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';
import { narrate } from './narrate.js';
import { foldText, wordsSought } from './folded-text.js';
import { isKnownAt, logEntryAt, whenOf, type When } from './reading.js';

export interface ChronicleFilter {
  /** Changes that may take effect on this day or later. */
  readonly from?: Day;
  /** Changes that may take effect on this day or earlier. */
  readonly to?: Day;
  readonly position: number;
  /** Changes that act on the unit, or name it as predecessor or successor. */
  readonly unit?: Unit;
  readonly kind?: ChangeKind | readonly ChangeKind[];
  /** Words in the Swedish or English sentence, or in the change's own name, without regard to case and diacritics. */
  readonly text?: string;
  /** Leaves out what is cancelled. */
  readonly inEffectOnly?: boolean;
  /** Also changes that stand beside the timeline in force. */
  readonly includePending?: boolean;
}

/** One change of the chronicle as known at a position. Sentence and log are computed when asked for. */
export class ChronicleEntry {
  constructor(
    private readonly timeline: Timeline,
    private readonly position: number,
    readonly change: Change,
    /** Its content as known; of a cancelled change, the last that was. */
    readonly version: ChangeVersion,
    readonly cancelled: boolean,
  ) {}

  get id(): ChangeId {
    return this.change.id;
  }

  get kind(): ChangeKind {
    return this.version.kind;
  }

  get on(): When {
    return whenOf(this.version.on);
  }

  get sentence(): Message {
    return narrate(this.timeline, this.version, this.position);
  }

  /** Units that it acts on or its effects are about, each once. */
  get units(): UnitId[] {
    const { kind, payload, effects } = this.version;
    return [...new Set([...effects.flatMap(unitsOf), ...(kindOf(kind).actsOn?.(payload) ?? [])])];
  }

  /** Whether it stands beside the timeline in force. */
  get pending(): boolean {
    return this.version.pending;
  }

  /** How it was recorded and amended, first to last. */
  get log(): LogEntry[] {
    return logOf(this.timeline, this.change, this.position);
  }

  /** The event that recorded it first. */
  get recorded(): LogEntry | undefined {
    return logEntryAt(this.timeline, this.change.first);
  }
}

/** A change as known at the position; null if it was not recorded yet. */
export function chronicleEntry(timeline: Timeline, change: Change, position: number): ChronicleEntry | null {
  let last: ChangeVersion | undefined;
  for (const version of change.versions) if (version.knownFrom <= position) last = version;
  return last === undefined
    ? null
    : new ChronicleEntry(timeline, position, change, last, !isKnownAt(last, position));
}

/**
 * The chronicle: changes in the order in which they apply (by the last day of their date, then as recorded).
 * Both days of the filter are included; a change whose date is imprecise is there if some day of it fits.
 */
export function changesBetween(timeline: Timeline, filter: ChronicleFilter): ChronicleEntry[] {
  const { from = -Infinity, to = Infinity, position, unit, kind } = filter;
  const { inEffectOnly = false, includePending = false } = filter;
  const kinds = kind === undefined ? undefined : new Set(typeof kind === 'string' ? [kind] : kind);
  const words = wordsSought(filter.text);
  const entries: ChronicleEntry[] = [];
  const changes = unit === undefined ? timeline.changes.values() : changesAbout(timeline, unit);
  for (const change of changes) {
    if (change.first > position) continue;
    const entry = chronicleEntry(timeline, change, position);
    if (entry === null || (inEffectOnly && entry.cancelled)) continue;
    const { version } = entry;
    if (version.pending && !includePending) continue;
    if (version.on.latest < from || version.on.earliest > to) continue;
    if (kinds !== undefined && !kinds.has(version.kind)) continue;
    if (unit !== undefined && !isAbout(version, unit)) continue;
    if (words.length > 0 && !mentions(entry, words)) continue;
    entries.push(entry);
  }
  return entries.sort(inOrder);
}

function changesAbout(timeline: Timeline, unit: Unit): Change[] {
  const ids = new Set(unit.touchedBy.map(({ change }) => change.id));
  for (const { id } of timeline.pendingChanges) ids.add(id);
  return [...ids].flatMap((id) => timeline.changes.get(id) ?? []);
}

/** Whether a version acts on a unit, or names it as predecessor or successor; a pending one touches nothing. */
export function isAbout(version: ChangeVersion, unit: Unit): boolean {
  return version.pending ? unitsActedOn(version).has(unit.id) : unit.touchedBy.includes(version);
}

function inOrder(a: ChronicleEntry, b: ChronicleEntry): number {
  const [left, right] = [a.version.on.latest, b.version.on.latest];
  if (left !== right) return left < right ? -1 : 1;
  return a.version.order - b.version.order;
}

function mentions(entry: ChronicleEntry, words: readonly string[]): boolean {
  const { sv, en } = entry.sentence;
  const text = foldText(`${sv}\n${en}\n${entry.change.externalId ?? ''}`);
  return words.every((word) => text.includes(word));
}

/** The events about a change up to a position, in order. */
export function logOf(timeline: Timeline, change: Change, position: number): LogEntry[] {
  const positions = new Set<number>();
  for (const { knownFrom, knownUntil } of change.versions) {
    positions.add(knownFrom);
    if (knownUntil <= position) positions.add(knownUntil);
  }
  for (const { knownFrom } of change.blocks) positions.add(knownFrom);
  return [...positions]
    .filter((at) => at <= position)
    .sort((a, b) => a - b)
    .map((at) => logEntryAt(timeline, at))
    .filter((entry) => entry !== undefined);
}

export interface ChangeDates {
  /** The distinct days on which something certainly took or takes effect, in order. */
  readonly days: readonly CivilDate[];
  /** The distinct dates that are not known to the day, by last and then first day. */
  readonly windows: readonly When[];
}

/** When the organisation changes, as known at a position: where it is worth looking. */
export function changeDates(timeline: Timeline, position: number): ChangeDates {
  const days = new Set<Day>();
  const windows = new Map<string, ChangeVersion>();
  for (const change of timeline.changes.values()) {
    for (const version of change.versions) {
      if (version.pending || !isKnownAt(version, position)) continue;
      if (version.on.precise) days.add(version.on.latest);
      else windows.set(version.on.written, version);
    }
  }
  return {
    days: [...days]
      .sort((a, b) => a - b)
      .filter((day) => day >= FIRST_DAY && day <= LAST_DAY)
      .map(dateOf),
    windows: [...windows.values()]
      .map(({ on }) => on)
      .sort(
        (a, b) =>
          compareDays(a.latest, b.latest) ||
          compareDays(a.earliest, b.earliest) ||
          (a.written < b.written ? -1 : 1),
      )
      .map(whenOf),
  };
}

function compareDays(a: Day, b: Day): number {
  return a === b ? 0 : a < b ? -1 : 1;
}
