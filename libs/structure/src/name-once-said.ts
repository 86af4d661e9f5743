import type { UnitId } from './ids.js';
import type { Timeline } from './timeline.js';

/**
 * What to call a unit that has no name as known at a position: what it was called by a change that was taken back
 * since, or what a pending change, or one that was pending, begins it as; undefined if nothing ever named it.
 */
export function nameOnceSaid(timeline: Timeline, unit: string, position: number): string | undefined {
  const names = timeline.units.get(unit as UnitId)?.name.all() ?? [];
  return (
    names.findLast(({ knownFrom }) => knownFrom <= position)?.value ?? nameToCome(timeline, unit, position)
  );
}

function nameToCome(timeline: Timeline, unit: string, position: number): string | undefined {
  for (const { versions } of timeline.pendingChanges) {
    const said = versions.findLast(({ knownFrom }) => knownFrom <= position);
    for (const effect of said?.effects ?? []) {
      if (effect.e === 'begin' && effect.unit === unit) return effect.name;
    }
  }
  return undefined;
}
