import { civilDate, dayOf, instant, type Day, type Position } from '#temporal';
import { branch } from '../branch.js';
import { decide } from '../decide.js';
import type { Decision, DecisionContext } from '../decision.js';
import { decidePending } from '../decide-pending.js';
import { parseDraft, type Draft } from '../draft.js';
import type { Reading } from '../reads/reading.js';
import { logEvent } from '../recorded-event.js';
import { Timeline } from '../timeline.js';
import type { Unit } from '../unit.js';

/** A change or amendment as a line of the import format. */
export type Line = Readonly<Record<string, unknown>>;

type Options = Partial<{ today: string; confirmed: DecisionContext['confirmed'] }>;

/**
 * A history recorded line by line through the real decisions, in memory. The first line gets position 1; the
 * event at position n is recorded at n minutes past noon.
 */
export class RecordedHistory {
  constructor(
    readonly timeline = new Timeline(),
    private next = 1,
    private ids = 0,
  ) {}

  /** Another history, which goes on from a position, the last one unless said; this one does not see what it records. */
  branch(position = this.position): RecordedHistory {
    return this.goingOn(branch(this.timeline, position), position);
  }

  /** A history that goes on from a position in a timeline that knows what this one does. */
  goingOn(timeline: Timeline, position: number): RecordedHistory {
    return new RecordedHistory(timeline, position + timeline.step, this.ids);
  }

  /** Records one change set. @returns the position after it. @throws Error if it is refused */
  record(...lines: Line[]): number {
    const decision = this.decide(lines);
    if (!decision.accepted) throw new Error(JSON.stringify(decision.rejections));
    return this.position;
  }

  /** Decides one change set, and keeps it if it is accepted. @throws Error if a line cannot be read */
  decide(lines: readonly Line[], options: Options = {}): Decision {
    const drafts = draftsOf(lines);
    return this.keep((context) => decide(this.timeline, drafts, context), options);
  }

  /** Decides one change set beside the timeline in force, and keeps it if it is accepted. */
  propose(lines: readonly Line[], options: Options = {}): Decision {
    const drafts = draftsOf(lines);
    return this.keep((context) => decidePending(this.timeline, drafts, [], context), options);
  }

  /** Lets follow what decisions bring about: a change comes into force, is taken back or is pending again. */
  follow(draft: 'enact' | 'annul' | 'suspend', change: string, options: Options = {}): Decision {
    return this.keep((context) => decide(this.timeline, [{ draft, change }], context), options);
  }

  private keep(
    take: (context: DecisionContext) => Decision,
    { today = '2000-01-01', confirmed = 'all' }: Options,
  ): Decision {
    this.timeline.begin();
    const decision = take({
      position: this.next as Position,
      today: day(today),
      newId: () => this.newId(),
      keyScheme: 'import',
      confirmed,
    });
    if (!decision.accepted) {
      this.timeline.commit();
      return decision;
    }
    for (const { recording, data, version, reason } of decision.events) {
      const time = instant(`2024-01-01T${hourAndMinute(Math.floor(this.next))}:00Z`);
      logEvent(this.timeline, recording, data, version, {
        position: this.next as Position,
        recordedAt: time,
        knownAt: time,
        actor: 'registrar',
        reason,
      });
      this.next += this.timeline.step;
    }
    this.timeline.commit();
    return decision;
  }

  /** Position of the last event. */
  get position(): number {
    return this.next - this.timeline.step;
  }

  /** The organisation at the end of a date, as known at a position, the last one unless said. */
  on(date: string, position = this.position): Reading {
    return { timeline: this.timeline, at: day(date), position };
  }

  /** The unit that was recorded under a key. */
  unit(key: string): Unit {
    const [unit] = this.timeline.holdersOf('import', key);
    if (unit === undefined) throw new Error(`No unit with the key ${key}`);
    return unit;
  }

  private newId(): string {
    this.ids += 1;
    return `00000000-0000-7000-8000-${this.ids.toString(16).padStart(12, '0')}`;
  }
}

function draftsOf(lines: readonly Line[]): Draft[] {
  return lines.map((line) => {
    const parsed = parseDraft({ ...line });
    if (!parsed.ok) throw new Error(parsed.rejections[0]!.message.en);
    return parsed.draft;
  });
}

export function day(date: string): Day {
  return dayOf(civilDate(date));
}

/** A line that establishes a unit whose name is its key in capitals unless said. */
export function establish(key: string, on: string, parent: string | null = null, more: Line = {}): Line {
  return { kind: 'establish', on, unit: { key, name: key.toUpperCase(), type: 'unit', parent, ...more } };
}

function hourAndMinute(minutes: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two((12 + Math.floor(minutes / 60)) % 24)}:${two(minutes % 60)}`;
}
