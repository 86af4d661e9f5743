import { z } from 'zod';
import { LINE, type UnitId } from '../ids.js';
import { codesField, nameField, parentField, parentsField, tokenField, unitField } from './fields.js';
import { defineKind, defined, mapValues } from './kind.js';

const schema = z.strictObject({
  unit: unitField,
  /** Where it stands now; absent: where it last stood; null: a root. */
  parent: parentField.optional(),
  parents: parentsField.optional(),
  name: nameField.optional(),
  type: tokenField.optional(),
  codes: codesField.optional(),
});

/** A unit that ended begins again under its own id, as it last was unless told otherwise. The gap stays visible. */
export const reactivate = defineKind<z.infer<typeof schema>>({
  kind: 'reactivate',
  event: 'UnitReactivated',
  schema,
  map: (payload, units) =>
    defined({
      ...payload,
      unit: units.unit(payload.unit, 'unit'),
      parent: payload.parent == null ? payload.parent : units.unit(payload.parent, 'parent'),
      parents:
        payload.parents &&
        mapValues(payload.parents, (parent, hierarchy) =>
          parent === null ? null : units.unit(parent, `parents.${hierarchy}`),
        ),
    }),
  object: ({ unit }, state) =>
    state.everInForce(state.unit(unit))
      ? undefined
      : {
          code: 'NEVER_IN_FORCE',
          message: {
            sv: 'Enheten har inte funnits före detta datum och kan inte återuppstå.',
            en: 'The unit has not existed before this date and cannot begin again.',
          },
          field: 'unit',
          units: [unit],
        },
  resolve: (payload, state) => {
    const unit = state.unit(payload.unit);
    const last = Object.fromEntries(
      state.parents(unit).map(([hierarchy, parent]) => [hierarchy, parent?.id ?? null]),
    );
    return [
      {
        e: 'begin',
        unit: unit.id,
        name: payload.name ?? state.name(unit) ?? '',
        type: payload.type ?? state.type(unit) ?? '',
        parents: {
          ...last,
          ...(payload.parents as Record<string, UnitId | null>),
          ...(payload.parent === undefined ? {} : { [LINE]: payload.parent as UnitId | null }),
        },
        codes: { ...state.codes(unit), ...payload.codes },
      },
    ];
  },
  reads: () => 'itself',
  sentence: ({ unit }, { name, verb }) => ({
    sv: `${name(unit)} ${verb('inrättades', 'inrättas')} på nytt`,
    en: `${name(unit)} ${verb('was', 'is to be')} established again`,
  }),
});
