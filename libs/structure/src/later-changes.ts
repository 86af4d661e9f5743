import type { Day, Fact, Track } from '#temporal';
import type { ChangeVersion } from './change.js';
import { LATEST } from './state.js';
import type { Timeline } from './timeline.js';

/** A retroactive change holds only until a change that was recorded before for a later day. */
export interface Notice {
  readonly code: 'LATER_CHANGE_EXISTS';
  readonly unit: string;
  /** `name`, `type`, `parent:<hierarchy>` or `code:<scheme>`. */
  readonly field: string;
  readonly day: Day;
  readonly change: string;
}

/** Changes recorded for later days that will end what the new versions set. */
export function laterChanges(timeline: Timeline, came: readonly ChangeVersion[]): Notice[] {
  const notices: Notice[] = [];
  const own = new Set(came.map((version) => version.change.id as string));
  for (const version of came) {
    for (const effect of version.effects) {
      if (effect.e !== 'set') continue;
      const unit = timeline.units.get(effect.unit)!;
      const [track, name] = effect.field.split(/:(.*)/s);
      const tracks: Record<string, Track<unknown> | undefined> = {
        name: unit.name as Track<unknown>,
        type: unit.type as Track<unknown>,
        parent: unit.parents.get(name ?? '') as Track<unknown> | undefined,
        code: unit.codes.get(name ?? '') as Track<unknown> | undefined,
      };
      const fact = version.facts.find((candidate) => tracks[track!]?.has(candidate));
      const next: Fact<unknown> | undefined = fact && tracks[track!]?.after(fact, LATEST);
      if (next === undefined || own.has(next.change)) continue;
      notices.push({
        code: 'LATER_CHANGE_EXISTS',
        unit: unit.id,
        field: effect.field,
        day: next.from,
        change: next.change,
      });
    }
  }
  return notices;
}
