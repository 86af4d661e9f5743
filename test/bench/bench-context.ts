import type { Instance } from './instance.js';
import type { Sample } from './rounds.js';
import type { Subject } from './subject.js';

/** The name of the product among the contestants. */
export const OURS = 'Krönika';

export interface Sizes {
  /** Organisations that are charted and asked: units and changes. */
  readonly organisations: readonly { readonly units: number; readonly changes: number }[];
  /** Lines of one import round. */
  readonly importLines: number;
  /** Organisations that scenarios are made of, and how many changes the largest scenario has. */
  readonly planned: readonly { readonly units: number; readonly changes: number }[];
  readonly simulated: number;
  /** Events that Emmett rebuilds from in one round; it does some hundreds a second. */
  readonly emmettRebuild: number;
}

export interface BenchContext {
  readonly instance: Instance;
  /** Absent while the product cannot be started: the contenders run alone. */
  readonly subject: Subject | undefined;
  readonly sizes: Sizes;
  readonly rounds: number;
  readonly sliceMs: number;
  say(line: string): void;
}

/** What was asked for, as a comparison of two samples of one row. */
export interface Goal {
  readonly ours: string;
  readonly against: string;
  /** Rates: ours at least `factor` times theirs. Times: ours at most `factor` times theirs. */
  readonly factor: number;
}

/** What was asked for in milliseconds, whoever else does whatever. */
export interface Limit {
  readonly ours: string;
  readonly most: number;
}

/** One line of the results: the same work by several. */
export interface Row {
  readonly what: string;
  /** A rate is better when it is higher, milliseconds when lower. */
  readonly unit: 'changes/s' | 'events/s' | 'rows/s' | 'ms';
  readonly samples: readonly Sample[];
  readonly goals?: readonly Goal[];
  readonly limits?: readonly Limit[];
  /** What the reader must know to read the figures right. */
  readonly notes?: readonly string[];
}

export type Bench = (context: BenchContext) => Promise<readonly Row[]>;
