import { endOfDay, type Day, type Fact, type Track } from '#temporal';

/** What a track says at the end of every day from `from` up to, not including, `until`. */
export interface Segment<V> {
  readonly value: V | undefined;
  readonly from: Day;
  readonly until: Day;
  readonly fact: Fact<V> | undefined;
}

/** The stretches of days on which a track says one thing, as known at a position. */
export function segments<V>(
  track: Track<V> | undefined,
  position: number,
  from: Day,
  until: Day,
): Segment<V>[] {
  const found: Segment<V>[] = [];
  if (!(from < until)) return found;
  let start = from;
  let fact = track?.at(from, position);
  for (;;) {
    const next = track?.after(endOfDay(start), position);
    const end = next === undefined || next.from >= until ? until : next.from;
    found.push({ value: fact?.value, from: start, until: end, fact });
    if (end === until) return found;
    start = end;
    fact = track?.at(end, position);
  }
}
