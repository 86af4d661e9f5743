import { sortNamed, type UnitId, type UnitReference } from '#structure';
import type { Compared } from './compared.js';
import type { Whereabouts } from './destination.js';

/**
 * Who has people or money: an administration; `outside`: units that belong to none, such as political bodies; `none`:
 * nobody, the activity has no successor; `unknown`: it is not recorded who.
 */
export type Holder =
  | { readonly kind: 'administration'; readonly unit: UnitReference }
  | { readonly kind: 'outside' | 'none' | 'unknown' };

const OTHERS = ['outside', 'none', 'unknown'] as const;

export function holderOf({ before, after }: Compared, where: Whereabouts): Holder {
  const other = OTHERS.find((kind) => kind === where);
  if (other !== undefined) return { kind: other };
  const id = where as UnitId;
  const now = after.inForce(id);
  return {
    kind: 'administration',
    unit: now === undefined ? before.reference(before.unit(id)!) : after.reference(now),
  };
}

/** Whether it is one in the organisation that is known. */
export function isWithin({ kind }: Holder): boolean {
  return kind === 'administration' || kind === 'outside';
}

/** Administrations by name, then the others. */
export function sortedByHolder<T extends { readonly holder: Holder }>(items: readonly T[]): T[] {
  const administrations = items.flatMap((item) =>
    item.holder.kind === 'administration' ? [{ ...item.holder.unit, item }] : [],
  );
  const others = OTHERS.flatMap((kind) => items.filter(({ holder }) => holder.kind === kind));
  return [...sortNamed(administrations).map(({ item }) => item), ...others];
}
