import type { Day } from '#temporal';
import type { ChangeVersion } from './change.js';
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
    for (const fact of version.facts) {
      if (version.effects[fact.seq]?.e !== 'set') continue;
      const next = timeline.trackOf(fact).after(fact, timeline.horizon);
      if (next === undefined || own.has(next.change)) continue;
      notices.push({
        code: 'LATER_CHANGE_EXISTS',
        unit: fact.unit.id,
        field: fact.field,
        day: next.from,
        change: next.change,
      });
    }
  }
  return notices;
}
