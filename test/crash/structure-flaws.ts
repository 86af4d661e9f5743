import { State, type Timeline, type Unit } from '#structure';
import type { Day } from '#temporal';

/** What must not be at the end of any day: rings, units under what is not in force, a code of two units. */
export function flawsOn(timeline: Timeline, day: Day): string[] {
  const state = State.on(timeline, day);
  const flaws: string[] = [];
  const holders = new Map<string, Unit>();
  for (const unit of timeline.units.values()) {
    if (!state.inForce(unit)) continue;
    const name = `${state.name(unit)} (${day})`;
    const above = new Set<Unit>([unit]);
    for (let parent = state.parent(unit); parent; parent = state.parent(parent)) {
      if (above.has(parent)) {
        flaws.push(`${name} stands under itself`);
        break;
      }
      above.add(parent);
      if (!state.inForce(parent))
        flaws.push(`${name} stands under ${state.name(parent)}, which is not in force`);
    }
    if (state.parent(unit) === undefined) flaws.push(`${name} has no place`);
    for (const [scheme, code] of Object.entries(state.codes(unit))) {
      const key = `${scheme}:${code}`;
      if (holders.has(key)) flaws.push(`${key} is held by ${name} and ${state.name(holders.get(key)!)}`);
      holders.set(key, unit);
    }
  }
  return flaws;
}
