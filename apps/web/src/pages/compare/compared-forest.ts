import type { ChartUnit } from '../../units/chart-question.js';
import { forestOf, type Forest } from '../../units/unit-forest.js';
import type { Difference } from './compare-question.js';
import type { DifferenceKind } from './differences.js';

/** A unit of the later side, or what is left of one where it was on the earlier side. */
export interface ComparedUnit {
  readonly id: string;
  readonly parentId: string | null;
  readonly name: string;
  readonly type: string;
  /** What differs about it. */
  readonly kinds: readonly DifferenceKind[];
  /** Null: it is there; else why it is only a shadow of what was. */
  readonly ghost: 'moved' | 'ended' | null;
}

/** The name of the shadow that a moved unit leaves. */
export const ghostOf = (id: string) => `ghost:${id}`;

/** Both sides as one tree: the later one, with what ended and what moved away still where it was. */
export function comparedForest(
  before: readonly ChartUnit[],
  after: readonly ChartUnit[],
  difference: Difference,
  hierarchy: string,
): Forest<ComparedUnit> {
  const there = new Set(after.map(({ id }) => id));
  const moved = new Set(difference.moved.filter((move) => move.hierarchy === hierarchy).map(({ id }) => id));
  const kinds = kindsOf(difference, hierarchy);
  const present = after.map(({ id, parentId, name, type }) => ({
    id,
    parentId,
    name,
    type,
    kinds: kinds.get(id) ?? [],
    ghost: null,
  }));
  const shadows = before
    .filter(({ id }) => !there.has(id) || moved.has(id))
    .map(({ id, parentId, name, type }): ComparedUnit => {
      const ended = !there.has(id);
      return {
        id: ended ? id : ghostOf(id),
        parentId,
        name,
        type,
        kinds: ended ? ['ended'] : [],
        ghost: ended ? 'ended' : 'moved',
      };
    });
  return forestOf([...present, ...shadows]);
}

/** What differs about each unit that is there on the later side. */
function kindsOf(difference: Difference, hierarchy: string): Map<string, DifferenceKind[]> {
  const kinds = new Map<string, DifferenceKind[]>();
  const add = (kind: DifferenceKind, id: string) => kinds.set(id, [...(kinds.get(id) ?? []), kind]);
  for (const { id } of difference.begun) add('begun', id);
  for (const move of difference.moved) if (move.hierarchy === hierarchy) add('moved', move.id);
  for (const { into } of difference.merged) add('merged', into.id);
  for (const { into } of difference.split) for (const { id } of into) add('split', id);
  for (const { id } of difference.renamed) add('renamed', id);
  for (const { id } of difference.reclassified) add('reclassified', id);
  for (const { id } of difference.recoded) add('recoded', id);
  return kinds;
}
