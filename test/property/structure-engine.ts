import {
  chart,
  civil,
  decide,
  knownVersion,
  logEvent,
  marksOn,
  parseDraft,
  replay,
  State,
  Timeline,
  type ChangeEventData,
  type Draft,
  type Unit,
  type UnitId,
} from '#structure';
import { civilDate, dateOf, dayOf, instant, type Position } from '#temporal';
import { timelineSnapshot } from '../../libs/structure/src/testing/timeline-snapshot.js';
import { type Engine, type TrackMark } from './engine.js';
import { type Line } from './lines.js';
import { type Edge, type UnitRow } from './model.js';

const KEYS = 'import';
const TIME = instant('2020-06-30T12:00:00Z');
const ACTOR = 'registrar';

export interface EngineEvent {
  readonly type: string;
  readonly data: ChangeEventData;
  readonly position: Position;
  readonly reason: string | undefined;
}

/** The pure engine: decisions and timeline in memory, without ledger or database. */
export class StructureEngine implements Engine {
  private readonly timeline = new Timeline();
  /** Position after so many accepted sets. */
  private readonly positions = [0];
  private next = 1;
  private ids = 0;
  /** Everything accepted, as the ledger would have it. */
  readonly events: EngineEvent[] = [];

  constructor(private readonly today: string) {}

  record(set: readonly Line[]): { accepted: boolean; code?: string } {
    const drafts: Draft[] = [];
    for (const line of set) {
      const { set: _, ...said } = line;
      const parsed = parseDraft({ ...said });
      if (!parsed.ok) return { accepted: false, code: parsed.rejections[0]?.code ?? 'INVALID' };
      drafts.push(parsed.draft);
    }
    this.timeline.begin();
    const decision = decide(this.timeline, drafts, {
      position: this.next as Position,
      today: dayOf(civilDate(this.today)),
      newId: () => this.newId(),
      keyScheme: KEYS,
      confirmed: 'all',
    });
    if (!decision.accepted) {
      this.timeline.rollbackTo(0);
      this.timeline.commit();
      return { accepted: false, code: decision.rejections[0]?.code ?? 'WARNING' };
    }
    for (const { type, recording, data, version, reason } of decision.events) {
      const position = this.next as Position;
      this.events.push({ type, data, position, reason });
      logEvent(this.timeline, recording, data, version, {
        position,
        recordedAt: TIME,
        knownAt: TIME,
        actor: ACTOR,
        reason,
      });
      this.next += 1;
    }
    this.timeline.commit();
    this.positions.push(this.next - 1);
    return { accepted: true };
  }

  chart(at: string, known: number, hierarchy: string): UnitRow[] {
    const day = dayOf(civilDate(at));
    const position = this.positionOf(known);
    const state = State.on(this.timeline, day, position);
    return chart({ timeline: this.timeline, at: day, position }, { hierarchy })
      .filter((box) => hierarchy === 'line' || state.parent(box.unit, hierarchy) !== undefined)
      .map((box) => {
        const parents = state
          .parents(box.unit)
          .map(([h, parent]) => [h, parent === null ? null : this.keyOf(parent)]);
        const { [KEYS]: _, ...codes } = box.codes;
        return {
          key: this.keyOf(box.unit),
          name: box.name,
          type: box.type,
          parentKey: box.parentId === null ? null : this.keyOf(state.unit(box.parentId)),
          parents: { line: null, ...Object.fromEntries(parents) },
          codes,
          since: box.since ?? '',
        };
      })
      .sort(byKey);
  }

  indeterminate(at: string, known: number): TrackMark[] {
    const reading = { timeline: this.timeline, at: dayOf(civilDate(at)), position: this.positionOf(known) };
    const marks: TrackMark[] = [];
    for (const unit of this.timeline.units.values()) {
      const changes = new Map<string, Set<string>>();
      for (const { field, change } of marksOn(reading, unit)) {
        changes.set(field, (changes.get(field) ?? new Set()).add(change));
      }
      for (const [track, by] of changes) {
        if (track !== `code:${KEYS}`) marks.push({ key: this.keyOf(unit), track, changes: by.size });
      }
    }
    return marks;
  }

  lineage(known: number): Omit<Edge, 'change'>[] {
    const position = this.positionOf(known);
    return [...this.timeline.units.values()].flatMap((unit) =>
      unit.successors
        .filter((edge) => edge.knownFrom <= position && position < edge.knownUntil)
        .map(({ from, to, relation, share, earliest, day }) => ({
          from: this.keyOf(this.timeline.own(from)),
          to: this.keyOf(this.timeline.own(to)),
          relation,
          ...(share === undefined ? {} : { share }),
          earliest: civil(earliest) ?? '..',
          latest: civil(day) ?? '..',
        })),
    );
  }

  narrowed(): Map<string, string> {
    const days = new Map<string, string>();
    for (const id of this.timeline.narrowed) {
      const change = this.timeline.changes.get(id)!;
      const version = knownVersion(this.timeline, change);
      if (version !== undefined) days.set(change.externalId ?? change.id, dateOf(version.from));
    }
    return days;
  }

  /** Everything that the timeline says, to be compared. */
  snapshot(): unknown {
    return timelineSnapshot(this.timeline);
  }

  /** Another engine, from the same events alone, a batch at a time. */
  replayed(batches: readonly (readonly EngineEvent[])[]): StructureEngine {
    const other = new StructureEngine(this.today);
    for (const batch of batches) {
      other.timeline.begin();
      for (const { type, data, position, reason } of JSON.parse(JSON.stringify(batch)) as EngineEvent[]) {
        replay(other.timeline, type, data, {
          position,
          recordedAt: TIME,
          knownAt: TIME,
          actor: ACTOR,
          reason,
        });
      }
      other.timeline.commit();
    }
    return other;
  }

  private positionOf(known: number): number {
    const position = this.positions[known];
    if (position === undefined) throw new Error(`No ${known} sets were accepted`);
    return position;
  }

  /** The key a unit was given first: it is never taken away. */
  private keyOf(unit: Unit): string {
    const key = unit.codes.get(KEYS)?.all()[0]?.value;
    if (typeof key !== 'string') throw new Error(`The unit ${unit.id} has no key`);
    return key;
  }

  private newId(): UnitId {
    this.ids += 1;
    return `00000000-0000-7000-8000-${this.ids.toString(16).padStart(12, '0')}` as UnitId;
  }
}

function byKey(a: { readonly key: string }, b: { readonly key: string }): number {
  return a.key < b.key ? -1 : 1;
}
