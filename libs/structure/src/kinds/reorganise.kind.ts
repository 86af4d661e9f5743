import { z } from 'zod';
import { setCodes, setParent, type Effect } from '../effect.js';
import { LINE, type UnitId } from '../ids.js';
import { beginning } from './beginning.js';
import {
  nameField,
  newUnitField,
  parentField,
  parentsField,
  recodesField,
  relationField,
  shareField,
  tokenField,
  unitField,
} from './fields.js';
import { objectToDuplicates, objectToSelf } from './handing-over.js';
import { defineKind, defined, mapNewUnit, mapValues, type Objection } from './kind.js';
import { objectToShares } from './shares.js';

const schema = z
  .strictObject({
    ends: z.array(unitField).default([]),
    begins: z.array(newUnitField).default([]),
    sets: z
      .array(
        z.strictObject({
          unit: unitField,
          name: nameField.optional(),
          type: tokenField.optional(),
          parent: parentField.optional(),
          parents: parentsField.optional(),
          codes: recodesField.optional(),
        }),
      )
      .default([]),
    lineage: z
      .array(
        z.strictObject({
          from: unitField,
          to: unitField,
          relation: relationField,
          share: shareField.optional(),
        }),
      )
      .default([]),
  })
  .refine(
    ({ ends, begins, sets, lineage }) => ends.length + begins.length + sets.length + lineage.length > 0,
    'says nothing',
  );
type Reorganise = z.infer<typeof schema>;

/** Any beginnings, ends and settings at once, with their lineage given explicitly. */
export const reorganise = defineKind<Reorganise>({
  kind: 'reorganise',
  event: 'UnitsReorganised',
  schema,
  map: (payload, units) => ({
    ends: payload.ends.map((unit, i) => units.unit(unit, `ends[${i}]`)),
    begins: payload.begins.map((unit, i) => mapNewUnit(unit, `begins[${i}]`, units)),
    sets: payload.sets.map((set, i) =>
      defined({
        ...set,
        unit: units.unit(set.unit, `sets[${i}].unit`),
        parent: set.parent == null ? set.parent : units.unit(set.parent, `sets[${i}].parent`),
        parents:
          set.parents &&
          mapValues(set.parents, (parent, hierarchy) =>
            parent === null ? null : units.unit(parent, `sets[${i}].parents.${hierarchy}`),
          ),
      }),
    ),
    lineage: payload.lineage.map((edge, i) => ({
      ...edge,
      from: units.unit(edge.from, `lineage[${i}].from`),
      to: units.unit(edge.to, `lineage[${i}].to`),
    })),
  }),
  object: (payload) => objectToDuplicates(payload.ends, 'ends') ?? objectToLineage(payload),
  resolve: ({ ends, begins, sets, lineage }) => [
    ...begins.map(beginning),
    ...sets.flatMap(settings),
    ...ends.map((unit) => ({ e: 'end' as const, unit: unit as UnitId })),
    ...lineage.map((edge) => ({
      e: 'lineage' as const,
      from: edge.from as UnitId,
      to: edge.to as UnitId,
      relation: edge.relation,
      ...(edge.share === undefined ? {} : { share: edge.share }),
    })),
  ],
  sentence: ({ ends, begins, sets }, { names, verb }) => {
    const ended = ends.length > 0 ? names(ends) : null;
    const began = begins.length > 0 ? names(begins.map((unit) => unit.name)) : null;
    const changed = sets.length > 0 ? names(sets.map((set) => set.unit)) : null;
    const join = (parts: (string | null)[], otherwise: string) =>
      parts.filter((part) => part !== null).join('; ') || otherwise;
    return {
      sv: `Omorganisation: ${join(
        [
          ended && `${ended.sv} ${verb('upphörde', 'upphör')}`,
          began && `${began.sv} ${verb('inrättades', 'inrättas')}`,
          changed && `${changed.sv} ${verb('ändrades', 'ändras')}`,
        ],
        'härstamning angavs',
      )}`,
      en: `Reorganisation: ${join(
        [
          ended && `${ended.en} ${verb('ended', 'to end')}`,
          began && `${began.en} ${verb('began', 'to begin')}`,
          changed && `${changed.en} ${verb('changed', 'to change')}`,
        ],
        'lineage was stated',
      )}`,
    };
  },
});

function settings(set: Reorganise['sets'][number]): Effect[] {
  const unit = set.unit as UnitId;
  const effects: Effect[] = [];
  if (set.name !== undefined) effects.push({ e: 'set', unit, field: 'name', value: set.name });
  if (set.type !== undefined) effects.push({ e: 'set', unit, field: 'type', value: set.type });
  if (set.parent !== undefined) effects.push(setParent(unit, LINE, set.parent as UnitId | null));
  for (const [hierarchy, parent] of Object.entries(set.parents ?? {})) {
    effects.push(setParent(unit, hierarchy, parent as UnitId | null));
  }
  return [...effects, ...setCodes(unit, set.codes ?? {})];
}

function objectToLineage({ lineage }: Reorganise): Objection | undefined {
  for (const [i, { from, to }] of lineage.entries()) {
    const objection = objectToSelf(from, [to], `lineage[${i}]`);
    if (objection !== undefined) return objection;
  }
  return objectToShares(lineage, 'lineage');
}
