/** What one contestant gave, a value a round. */
export interface Sample {
  readonly name: string;
  readonly values: readonly number[];
  readonly median: number;
  readonly min: number;
  readonly max: number;
}

export interface Contestant {
  readonly name: string;
  /** One slice of the race; answers the value of this round (a rate, or milliseconds). */
  run(round: number): Promise<number>;
}

/**
 * Runs all contestants one after the other in each round, beginning with another one each round, because the speed of
 * a shared machine drifts: what is compared must have run side by side. One round before the first is not counted.
 */
export async function interleave(contestants: readonly Contestant[], rounds: number): Promise<Sample[]> {
  const values = contestants.map((): number[] => []);
  for (let round = -1; round < rounds; round++) {
    for (let step = 0; step < contestants.length; step++) {
      const turn = (step + Math.max(round, 0)) % contestants.length;
      const value = await contestants[turn]!.run(round);
      if (round >= 0) values[turn]!.push(value);
    }
  }
  return contestants.map(({ name }, i) => sampleOf(name, values[i]!));
}

export function sampleOf(name: string, values: readonly number[]): Sample {
  return { name, values, median: median(values), min: Math.min(...values), max: Math.max(...values) };
}

/** The middle value; of an even number, the mean of the two in the middle. */
export function median(values: readonly number[]): number {
  if (values.length === 0) throw new RangeError('No values, no median.');
  const sorted = [...values].sort((a, b) => a - b);
  const half = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2;
}

/** Milliseconds that `work` takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

/** The middle of `times` runs of `work`, in milliseconds. */
export async function medianOf(times: number, work: (turn: number) => Promise<unknown>): Promise<number> {
  const values: number[] = [];
  for (let turn = 0; turn < times; turn++) values.push(await timed(() => work(turn)));
  return median(values);
}

/** Fails the bench: a fast wrong answer counts for nothing. */
export function ensure(condition: boolean, message: string): asserts condition {
  if (!condition) throw new Error(`The bench found a wrong result: ${message}`);
}
