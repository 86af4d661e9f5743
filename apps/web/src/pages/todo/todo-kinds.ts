import type { Labels } from '../../texts/labels.js';

export type TodoKind = keyof Labels['todo'];

/** The kinds, in the order in which they hinder: what decides first, what only describes last. */
export const TODO_KINDS: readonly TodoKind[] = [
  'DECISION',
  'CONDITION',
  'BLOCKED',
  'FORM',
  'DATE',
  'NAME',
  'HEAD',
  'HAND_OVER',
  'REPORT',
  'ASSESSMENT',
  'DECISION_DATE',
  'OBSERVATION',
  'TOTAL',
];

/** How many there are of each kind that occurs. */
export function countedKinds(
  items: readonly { readonly kind: TodoKind }[],
): { readonly kind: TodoKind; readonly count: number }[] {
  return TODO_KINDS.map((kind) => ({
    kind,
    count: items.filter((item) => item.kind === kind).length,
  })).filter(({ count }) => count > 0);
}
