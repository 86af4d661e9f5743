import { dateOf, endOfDay } from '#temporal';
import type { ChangeVersion } from './change.js';
import type { Effect } from './effect.js';
import type { Warning, WarningCode } from './rejection.js';
import { LINE } from './ids.js';
import { State } from './state.js';
import type { Timeline } from './timeline.js';
import type { Unit } from './unit.js';

export function isConfirmed(warning: Warning, confirmed: ReadonlySet<WarningCode> | 'all'): boolean {
  return confirmed === 'all' || confirmed.has(warning.code);
}

/** Whether effects only set what is set already. */
export function nothingChanges(effects: readonly Effect[], state: State): boolean {
  return effects.length > 0 && effects.every((effect) => effect.e === 'set' && isSet(effect, state));
}

export function nothingChangesWarning(index: number): Warning {
  return {
    code: 'NOTHING_CHANGES',
    index,
    message: { sv: 'Förändringen ändrar ingenting.', en: 'The change changes nothing.' },
    units: [],
    changes: [],
  };
}

function isSet(effect: Extract<Effect, { e: 'set' }>, state: State): boolean {
  const unit = state.unit(effect.unit);
  const { field, value } = effect;
  if (field === 'name') return state.name(unit) === value;
  if (field === 'type') return state.type(unit) === value;
  if (field.startsWith('code:')) return (state.code(unit, field.slice('code:'.length)) ?? null) === value;
  const parent = state.parent(unit, field.slice('parent:'.length));
  return parent !== undefined && (parent?.id ?? null) === value;
}

/** Units that come to bear the same name as another under the same parent; each version with its index. */
export function findWarnings(timeline: Timeline, came: ReadonlyMap<ChangeVersion, number>): Warning[] {
  const warnings: Warning[] = [];
  for (const [version, index] of came) {
    if (!Number.isFinite(version.from)) continue;
    const state = new State(timeline, endOfDay(version.from));
    const seen = new Set<string>();
    for (const effect of version.effects) {
      if (effect.e === 'lineage' || effect.e === 'end' || seen.has(effect.unit)) continue;
      if (effect.e === 'set' && effect.field !== 'name' && effect.field !== 'parent:line') continue;
      seen.add(effect.unit);
      const unit = state.unit(effect.unit);
      const name = state.name(unit);
      if (name === undefined || !state.inForce(unit)) continue;
      for (const other of candidates(timeline, name, state.parent(unit))) {
        if (other === unit || !state.inForce(other) || state.name(other) !== name) continue;
        if (state.parent(other) !== state.parent(unit)) continue;
        warnings.push({
          code: 'NAME_NOT_UNIQUE',
          index,
          date: dateOf(version.from),
          message: {
            sv: `En annan enhet under samma överordnade heter redan ”${name}”.`,
            en: `Another unit under the same parent is already called "${name}".`,
          },
          units: [
            { id: unit.id, name },
            { id: other.id, name },
          ],
          changes: [],
        });
        break;
      }
    }
  }
  return warnings;
}

/** Those who may bear the name under the parent: all who ever stood there or all who ever bore it, whichever are fewer. */
function candidates(timeline: Timeline, name: string, parent: Unit | null | undefined): Iterable<Unit> {
  const siblings = parent?.childPointers.get(LINE);
  return siblings !== undefined && siblings.size < timeline.namesakes(name)
    ? timeline.everChildren(parent!)
    : timeline.named(name);
}
