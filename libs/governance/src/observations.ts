import type { Register } from '#records';
import type { Direction, Relation } from '#structure';
import {
  observation,
  observationConfirmed,
  observationRejected,
  type Confidence,
  type ObservationPayload,
} from './kinds/index.js';

/** What a person has said of an inference; `unreviewed`: nobody has yet. */
export type Verdict = 'unreviewed' | 'confirmed' | 'rejected';

/** Something that a later document shows, what is inferred from it, and what a person has said of that. */
export interface Observation extends ObservationPayload {
  readonly id: string;
  readonly verdict: Verdict;
  /** The record of the verdict, and its reason; null while there is none. */
  readonly reviewedBy: string | null;
  readonly verdictText: string | null;
  readonly source: unknown;
}

export interface ObservationFilter {
  /** Only those that show this unit, or infer lineage from or to it. */
  readonly unit?: string | undefined;
  /** Only those that corroborate this change. */
  readonly change?: string | undefined;
}

/** What has been observed, in the order of recording, each with its verdict as known at the position. */
export function observationsAt(
  register: Register,
  position: number,
  { unit, change }: ObservationFilter = {},
): Observation[] {
  const verdicts = verdictsAt(register, position);
  return register
    .known(observation, position)
    .filter(({ payload }) => unit === undefined || unitsOf(payload).includes(unit))
    .filter(({ payload }) => change === undefined || payload.corroborates === change)
    .map(({ id, payload, source }) => ({
      ...payload,
      id,
      source,
      ...(verdicts.get(id) ?? { verdict: 'unreviewed', reviewedBy: null, verdictText: null }),
    }));
}

/** One step of lineage that no decision says, from predecessor to successor. */
export interface InferredStep {
  readonly direction: Direction;
  /** 1 for the nearest; counted from the unit that was asked about. */
  readonly generation: number;
  readonly from: string;
  readonly to: string;
  readonly relation: Relation;
  readonly confidence: Confidence;
  readonly verdict: Exclude<Verdict, 'rejected'>;
  /** What it is inferred from. */
  readonly observation: string;
}

/**
 * Lineage that is only inferred, through all generations, nearest first; each step once. What a person has
 * rejected is left out. It is never part of the lineage that changes give, and is to be shown as inferred.
 */
export function inferredLineage(
  register: Register,
  position: number,
  unit: string,
  direction: Direction | 'both' = 'both',
): InferredStep[] {
  const inferences = observationsAt(register, position);
  return (direction === 'both' ? (['back', 'forward'] as const) : [direction]).flatMap((way) =>
    walk(inferences, unit, way),
  );
}

function walk(inferences: readonly Observation[], unit: string, direction: Direction): InferredStep[] {
  const steps: InferredStep[] = [];
  const reached = new Set([unit]);
  let near = [unit];
  for (let generation = 1; near.length > 0; generation++) {
    const next: string[] = [];
    for (const { id, infers, confidence, verdict } of inferences) {
      if (infers === undefined || verdict === 'rejected') continue;
      const [here, there] = direction === 'back' ? [infers.to, infers.from] : [infers.from, infers.to];
      if (!near.includes(here)) continue;
      steps.push({ direction, generation, ...infers, confidence, verdict, observation: id });
      if (!reached.has(there)) {
        reached.add(there);
        next.push(there);
      }
    }
    near = next;
  }
  return steps;
}

function unitsOf({ units, infers }: ObservationPayload): string[] {
  return infers === undefined ? units : [...units, infers.from, infers.to];
}

function verdictsAt(
  register: Register,
  position: number,
): Map<string, Pick<Observation, 'verdict' | 'reviewedBy' | 'verdictText'>> {
  return new Map(
    ([observationConfirmed, observationRejected] as const).flatMap((kind) =>
      register.known(kind, position).map(({ id, payload }) => [
        payload.observation,
        {
          verdict: kind === observationConfirmed ? ('confirmed' as const) : ('rejected' as const),
          reviewedBy: id,
          verdictText: payload.text ?? null,
        },
      ]),
    ),
  );
}
