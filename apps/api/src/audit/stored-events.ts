import { GENESIS_HASH, type LedgerStore, type OrganisationId, type StoredEvent } from '#ledger';
import type { Position } from '#temporal';

/** Positions as far apart as this are read at once. */
const GAP = 20;

interface Stretch {
  readonly first: number;
  readonly last: number;
  events: Promise<ReadonlyMap<number, StoredEvent>> | undefined;
}

/** Events exactly as they are stored, read when they are first asked for, those that stand together at once. */
export class StoredEvents {
  private readonly stretches: Stretch[] = [];
  private last: Promise<unknown> = Promise.resolve();

  /** `positions`: those that will be asked for, and each one before them. */
  constructor(
    private readonly ledger: LedgerStore,
    private readonly organisation: OrganisationId,
    positions: readonly number[],
  ) {
    for (const position of [...positions].sort((a, b) => a - b)) {
      const open = this.stretches.at(-1);
      if (open !== undefined && position - open.last <= GAP) {
        this.stretches[this.stretches.length - 1] = { ...open, last: position };
      } else this.stretches.push({ first: Math.max(1, position - 1), last: position, events: undefined });
    }
  }

  async at(position: number): Promise<StoredEvent> {
    const stretch = this.stretches.find(({ first, last }) => first <= position && position <= last);
    const events = stretch === undefined ? await this.read(position, position) : await this.of(stretch);
    const event = events.get(position);
    if (event === undefined) throw new Error(`The ledger has no event at ${position}`);
    return event;
  }

  /** The hash that the chain has before the event at a position. */
  async hashBefore(position: number): Promise<string> {
    return position === 1 ? GENESIS_HASH : (await this.at(position - 1)).hash;
  }

  private of(stretch: Stretch): Promise<ReadonlyMap<number, StoredEvent>> {
    return (stretch.events ??= this.read(stretch.first, stretch.last));
  }

  /** One stretch after another: each takes a connection. */
  private read(first: number, last: number): Promise<ReadonlyMap<number, StoredEvent>> {
    const reading = this.last.then(async () => {
      const range = { after: (first - 1) as Position, upTo: last as Position };
      const found = new Map<number, StoredEvent>();
      for await (const batch of this.ledger.streamStored(this.organisation, range)) {
        for (const event of batch) found.set(event.position, event);
      }
      return found;
    });
    this.last = reading.catch(() => undefined);
    return reading;
  }
}
