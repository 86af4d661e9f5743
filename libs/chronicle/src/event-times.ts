import { firstIndex, type Instant, type Position } from '#temporal';

/** When each event of an organisation was recorded and known, and where its change sets begin. */
export class EventTimes {
  private readonly recorded: Instant[] = [];
  private readonly known: Instant[] = [];
  /** Of each event, the position of the first of its change set. */
  private readonly starts: number[] = [];
  private lastSet: string | undefined;

  /** Takes note of the next event; those of one set come one after another. */
  add(
    { recordedAt, knownAt }: { readonly recordedAt: Instant; readonly knownAt: Instant },
    set: string,
  ): void {
    const start = set === this.lastSet ? this.starts.at(-1)! : this.recorded.length + 1;
    this.lastSet = set;
    this.recorded.push(recordedAt);
    this.known.push(knownAt);
    this.starts.push(start);
  }

  /** When the event at a position was recorded and known; undefined if there is none. */
  at(position: Position): { readonly recordedAt: Instant; readonly knownAt: Instant } | undefined {
    const [recordedAt, knownAt] = [this.recorded[position - 1], this.known[position - 1]];
    return recordedAt === undefined || knownAt === undefined ? undefined : { recordedAt, knownAt };
  }

  /**
   * The greatest position known at a time, 0 before the first event. What was recorded together becomes known together:
   * a time between the events of one change set is before all of it.
   */
  positionKnownAt(time: Instant): Position {
    const known = firstIndex(this.known, (knownAt) => knownAt <= time);
    const next = this.starts[known];
    const isWithin = next !== undefined && next <= known;
    return (isWithin ? next - 1 : known) as Position;
  }
}
