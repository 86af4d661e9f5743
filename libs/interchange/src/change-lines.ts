import {
  kindOf,
  type ChangeKind,
  type NewUnit,
  type Payload,
  type UnitId,
  type UnitMapping,
} from '#structure';
import type { UnitNames } from './unit-names.js';

/** The content of a change as a line of the import format has it, units by their names there. */
export function contentLine(
  { kind, on, payload }: { readonly kind: ChangeKind; readonly on: string; readonly payload: Payload },
  mapping: UnitMapping,
): object {
  return { kind, on, ...kindOf(kind).map(payload, mapping) };
}

/** Writes units by their names in a file; a new unit whose name there is its key goes without that code. */
export function namedUnits(names: UnitNames): UnitMapping {
  return {
    unit: (id) => names.of(id as UnitId),
    begins: ({ id, codes = {}, ...unit }): NewUnit => {
      const key = names.of(id as UnitId);
      const { [names.keyScheme]: own, ...others } = codes;
      const kept = own === key ? others : codes;
      return { key, ...unit, ...(Object.keys(kept).length === 0 ? {} : { codes: kept }) };
    },
  };
}
