import type { Message } from '#temporal';
import type { ChangeVersion } from '../change.js';
import { kindOf } from '../kinds/index.js';
import type { Narration } from '../kinds/kind.js';
import { nameOnceSaid } from '../name-once-said.js';
import { State } from '../state.js';
import type { Timeline } from '../timeline.js';
import type { UnitId } from '../ids.js';

/**
 * A version of a change in one sentence, without its date and full stop: "VO Service gick samman …". Units are
 * called what they were called just before the change, those that begin what they begin as, all as known at
 * the position. Of a change that is pending, or only recorded in a branch, it says what is to happen.
 */
export function narrate(timeline: Timeline, version: ChangeVersion, position: number): Message {
  return kindOf(version.kind).sentence(version.payload, narrationOf(timeline, version, position));
}

/** "A", "A och B", "A, B och C". */
export function enumerate(names: readonly string[]): Message {
  return { sv: joined(names, 'och'), en: joined(names, 'and') };
}

function joined(names: readonly string[], and: string): string {
  if (names.length < 2) return names[0] ?? '';
  return `${names.slice(0, -1).join(', ')} ${and} ${names.at(-1)}`;
}

function narrationOf(timeline: Timeline, version: ChangeVersion, position: number): Narration {
  const before = new State(timeline, { from: version.from, order: version.order, seq: 0 }, position);
  const name = (id: string): string => {
    for (const effect of version.effects) if (effect.e === 'begin' && effect.unit === id) return effect.name;
    const unit = timeline.units.get(id as UnitId);
    const known = unit && (before.name(unit) ?? unit.name.known(position)[0]?.value);
    return known ?? nameOnceSaid(timeline, id, position) ?? id;
  };
  return {
    name,
    names: (ids) => enumerate(ids.map(name)),
    type: (type) => type,
    verb: (happened, isToHappen) => (isToCome(version) ? isToHappen : happened),
    parentBefore: (id, hierarchy) => {
      const unit = timeline.units.get(id as UnitId);
      const parent = unit && before.parent(unit, hierarchy);
      return parent ? name(parent.id) : null;
    },
  };
}

/** Whether a change has not come into force: the positions of a branch are fractions. */
function isToCome({ pending, knownFrom }: ChangeVersion): boolean {
  return pending || !Number.isInteger(knownFrom);
}
