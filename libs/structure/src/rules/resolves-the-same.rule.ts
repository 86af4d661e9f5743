import type { ChangeVersion } from '../change.js';
import type { Effect } from '../effect.js';
import { kindOf } from '../kinds/index.js';
import { State } from '../state.js';
import type { Timeline } from '../timeline.js';
import type { Violation } from './violation.js';

/** A recorded change still comes to what it came to: nothing that is recorded changes in silence. */
export function resolvesTheSame(timeline: Timeline, version: ChangeVersion, reads: Set<string>): Violation[] {
  const kind = kindOf(version.kind);
  const state = new State(timeline, { from: version.from, order: version.change.order, seq: 0 });
  for (const effect of version.effects) if (effect.e === 'end') reads.add(`children:${effect.unit}`);
  const objection = kind.object?.(version.payload, state);
  if (objection === undefined && sameEffects(kind.resolve(version.payload, state), version.effects))
    return [];
  return [
    {
      code: 'RESOLVES_DIFFERENTLY',
      day: version.from,
      units: (objection?.units ?? []).map((id) => state.unit(id)),
      changes: [version.change.id],
      cures: [],
      ...(objection === undefined ? {} : { detail: objection.message }),
    },
  ];
}

/** Whether two lists hold the same effects, in whatever order. */
export function sameEffects(a: readonly Effect[], b: readonly Effect[]): boolean {
  if (a.length !== b.length) return false;
  const left = a.map(spelling).sort();
  const right = b.map(spelling).sort();
  return left.every((text, i) => text === right[i]);
}

function spelling(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, member]) => `${key}:${spelling(member)}`).join()}}`;
}
