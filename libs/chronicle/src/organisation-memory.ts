import type { Organisation as RegisteredOrganisation, RecordedEvent } from '#ledger';
import { replay, Timeline, type ChangeEventData, type EventOrigin } from '#structure';
import { BEFORE_FIRST, type Instant, type Position } from '#temporal';

/** One organisation's timeline in memory, and how far into the ledger it reaches. */
export class OrganisationMemory {
  readonly timeline = new Timeline();
  /** The last event that readers may see. */
  position: Position = BEFORE_FIRST;
  /** Of the organisation's first event: who registered it, when. */
  registered: EventOrigin | undefined;
  private queue: Promise<unknown> = Promise.resolve();
  private readonly waiting: { readonly position: number; readonly reached: () => void }[] = [];

  constructor(readonly organisation: RegisteredOrganisation) {}

  /** Runs work that changes the timeline, one at a time, in the order of the calls. */
  exclusively<T>(work: () => Promise<T>): Promise<T> {
    const result = this.queue.then(work);
    this.queue = result.catch(() => undefined);
    return result;
  }

  /** Takes in an event read from the ledger: the next one. */
  take(event: RecordedEvent): void {
    if (event.position !== this.position + 1) {
      throw new Error(`Event ${event.position} cannot follow ${this.position} in ${this.organisation.slug}`);
    }
    const origin: EventOrigin = {
      position: event.position,
      recordedAt: event.recordedAt,
      knownAt: event.knownAt,
      actor: event.command.actor,
      reason: event.command.reason,
    };
    this.registered ??= origin;
    replay(this.timeline, event.type, event.data as unknown as ChangeEventData, origin);
    this.advance(event.position);
  }

  /** Lets readers see the events up to a position, which are in the ledger and in the timeline. */
  advance(position: Position): void {
    this.position = position;
    while (this.waiting.length > 0 && this.waiting[0]!.position <= position) this.waiting.shift()!.reached();
  }

  /** Waits until readers may see an event. */
  async reach(position: number): Promise<void> {
    if (this.position >= position) return;
    await new Promise<void>((reached) => {
      this.waiting.push({ position, reached });
      this.waiting.sort((a, b) => a.position - b.position);
    });
  }

  /** The greatest position known at a time; 0 before the first event. */
  positionKnownAt(time: Instant): Position {
    const { log } = this.timeline;
    let low = 0;
    let high = log.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (log[middle]!.knownAt <= time) low = middle + 1;
      else high = middle;
    }
    const entry = log[low - 1];
    if (entry !== undefined) return entry.position;
    return this.registered !== undefined && this.registered.knownAt <= time
      ? this.registered.position
      : BEFORE_FIRST;
  }

  /** When the event at a position was recorded; of the registration for the first. */
  timesAt(position: Position): { recordedAt: Instant; knownAt: Instant } | undefined {
    const { log } = this.timeline;
    const first = log[0]?.position ?? Infinity;
    return position >= first ? log[position - first] : this.registered;
  }
}
