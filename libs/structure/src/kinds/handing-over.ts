import { setParent, type Effect } from '../effect.js';
import type { UnitId } from '../ids.js';
import type { State } from '../state.js';
import type { Unit } from '../unit.js';
import type { Children } from './fields.js';
import type { Objection } from './kind.js';

/**
 * Moves the children of units that end, in every hierarchy: where `children` maps them, else to `successor`;
 * nowhere if there is neither, for other changes of the date to move. A successor that itself stands under a
 * unit that ends takes that unit's place.
 */
export function handOver(
  state: State,
  ending: readonly string[],
  children: Children | undefined,
  successor: UnitId | undefined,
): Effect[] {
  if (children === 'leave') return [];
  const effects: Effect[] = [];
  const ends = new Set(ending);
  for (const parentId of ending) {
    const parent = state.unit(parentId);
    for (const hierarchy of parent.childPointers.keys()) {
      for (const child of inOrderOfIds(state.children(parent, hierarchy))) {
        const to = (children?.[child.id] as UnitId | undefined) ?? successor;
        if (ends.has(child.id) || to === undefined) continue;
        const place = to === child.id ? (state.parent(parent, hierarchy)?.id ?? null) : to;
        effects.push(setParent(child.id, hierarchy, place));
      }
    }
  }
  return effects;
}

/** An order that does not depend on what was tried and refused before, as that of the children of a unit does. */
function inOrderOfIds(units: readonly Unit[]): Unit[] {
  return [...units].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** Objects to a mapped unit that stands under none of the units whose children are mapped. */
export function objectToStrangers(
  state: State,
  parents: readonly string[],
  children: Children | undefined,
): Objection | undefined {
  if (children === undefined || children === 'leave') return undefined;
  const units = parents.map((id) => state.unit(id));
  for (const childId of Object.keys(children)) {
    const child = state.unit(childId);
    const stands =
      state.inForce(child) && state.parents(child).some(([, parent]) => parent && units.includes(parent));
    if (stands) continue;
    return {
      code: 'NOT_A_CHILD',
      message: {
        sv: 'En enhet i ”children” står inte direkt under den enhet vars underenheter fördelas.',
        en: 'A unit in "children" does not stand directly under the unit whose children are mapped.',
      },
      field: `children.${childId}`,
      units: [childId],
    };
  }
  return undefined;
}

/** Objects to a unit that is named twice. */
export function objectToDuplicates(ids: readonly string[], field: string): Objection | undefined {
  const twice = ids.find((id, i) => ids.indexOf(id) !== i);
  return twice === undefined
    ? undefined
    : {
        code: 'DUPLICATE_UNIT',
        message: { sv: 'Samma enhet anges två gånger.', en: 'The same unit is named twice.' },
        field,
        units: [twice],
      };
}

/** Objects to a unit that would become its own successor. */
export function objectToSelf(id: string, others: readonly string[], field: string): Objection | undefined {
  return others.includes(id)
    ? {
        code: 'ACTS_ON_ITSELF',
        message: {
          sv: 'En enhet kan inte gå samman med, uppgå i eller delas upp i sig själv.',
          en: 'A unit cannot merge with, be absorbed by or split into itself.',
        },
        field,
        units: [id],
      }
    : undefined;
}
