import { Evidence } from '#governance';
import type { Organisation as RegisteredOrganisation, RecordedEvent } from '#ledger';
import { applyRecord, logRecord, recordRecordingOf, type RecordEventData } from '#records';
import { replay, type ChangeEventData, type EventOrigin } from '#structure';
import { BEFORE_FIRST, type Position } from '#temporal';
import { RECORD_KINDS } from './any-draft.js';
import { EventTimes } from './event-times.js';
import { RecentlyUsed } from './recently-used.js';
import { RecordedOrganisation } from './recorded-organisation.js';
import { withPending, type OrganisationWithPending, type PendingIncluded } from './with-pending.js';

/** How many positions the evidence, and the organisation with what is pending, are kept for. */
const POSITIONS_KEPT = 4;

/** One organisation in memory, and how far into the ledger it reaches. */
export class OrganisationMemory extends RecordedOrganisation {
  /** The last event that readers may see. */
  position: Position = BEFORE_FIRST;
  /** Of the organisation's first event: who registered it, when. */
  registered: EventOrigin | undefined;
  readonly times = new EventTimes();
  private readonly evidence = new RecentlyUsed<number, Evidence>(POSITIONS_KEPT);
  private readonly pending = new RecentlyUsed<string, OrganisationWithPending>(POSITIONS_KEPT);
  private queue: Promise<unknown> = Promise.resolve();
  private readonly waiting: { readonly position: number; readonly reached: () => void }[] = [];

  constructor(readonly organisation: RegisteredOrganisation) {
    super();
  }

  /** What is evidenced of decisions at a position. */
  evidenceAt(position: Position): Evidence {
    return this.evidence.get(position, () => new Evidence(this.register, position));
  }

  /** The organisation as it would be at a position if what is pending came through. */
  pendingAt(position: Position, included: PendingIncluded): OrganisationWithPending {
    return this.pending.get(`${position} ${included}`, () =>
      withPending(this.timeline, this.evidenceAt(position), position, included),
    );
  }

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
    const recording = recordRecordingOf(RECORD_KINDS, event.type);
    if (recording === undefined) {
      replay(this.timeline, event.type, event.data as unknown as ChangeEventData, origin);
    } else {
      const data = event.data as unknown as RecordEventData;
      applyRecord(this.register, data, event.position);
      logRecord(this.register, recording, data, origin);
    }
    this.times.add(origin, event.command.key);
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
}
