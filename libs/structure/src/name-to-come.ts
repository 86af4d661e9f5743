import type { Timeline } from './timeline.js';

/** The name under which a pending change, or one that was pending, begins a unit; undefined if none does. */
export function nameToCome(timeline: Timeline, unit: string, position: number): string | undefined {
  for (const { versions } of timeline.pendingChanges) {
    const said = versions.findLast(({ knownFrom }) => knownFrom <= position);
    for (const effect of said?.effects ?? []) {
      if (effect.e === 'begin' && effect.unit === unit) return effect.name;
    }
  }
  return undefined;
}
