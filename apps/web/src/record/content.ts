import type { VariablesOf } from 'gql.tada';
import type { Draft, Part, RecordKind } from './draft.js';
import type { RECORD } from './record-question.js';

type Input = NonNullable<VariablesOf<typeof RECORD>['input']>;
export type Change = Input['changes'][number];
export type Content = Extract<Change, { readonly correct: unknown }>['correct']['with'];

type Filled = { readonly on: string; readonly unit: string | undefined; readonly name: string };

const MAKERS: {
  readonly [Kind in RecordKind]: (draft: Draft, filled: Filled) => Content | null;
} = {
  ESTABLISH: ({ parts: [part] }, { on }) =>
    part === undefined || !isFilled(part) ? null : { establish: { on, unit: newUnit(part) } },
  RENAME: (_, { on, unit, name }) =>
    unit === undefined || name === '' ? null : { rename: { on, unit, name } },
  RECLASSIFY: ({ type }, { on, unit }) =>
    unit === undefined || type.trim() === '' ? null : { reclassify: { on, unit, type: type.trim() } },
  RECODE: (draft, { on, unit }) => {
    const codes = codesOf(draft);
    return unit === undefined || codes.length === 0 ? null : { recode: { on, unit, codes } };
  },
  TRANSFER: ({ to, top, hierarchy, except, exceptTo }, { on, unit }) => {
    if (unit === undefined || (to === null && !top)) return null;
    const excepted = {
      except: except.map((each) => ({ unit: each })),
      ...(exceptTo === null ? {} : { exceptTo }),
    };
    return {
      transfer: { on, unit, to: top ? null : to, hierarchy, ...(except.length === 0 ? {} : excepted) },
    };
  },
  MERGE: ({ units, parts: [part] }, { on }) =>
    units.length < 2 || part === undefined || !isFilled(part)
      ? null
      : { merge: { on, units: [...units], into: newUnit(part) } },
  ABSORB: ({ units, to }, { on, name }) =>
    units.length === 0 || to === null
      ? null
      : { absorb: { on, units: [...units], into: to, ...(name === '' ? {} : { name }) } },
  SPLIT: (draft, { on, unit }) => {
    if (unit === undefined || draft.parts.length < 2 || !draft.parts.every(isFilled)) return null;
    const { references, children } = goingTo(draft);
    const into = draft.parts.map((part, place) =>
      part.isNew ? { establish: keyed(part, references[place]) } : { unit: part.unit ?? '' },
    );
    return { split: { on, unit, into, ...children } };
  },
  SPIN_OFF: (draft, { on, unit }) => {
    if (unit === undefined || draft.parts.length === 0 || !draft.parts.every(isFilled)) return null;
    const { references, children } = goingTo(draft);
    const into = draft.parts.map((part, place) => keyed(part, references[place]));
    return { spinOff: { on, unit, into, ...children } };
  },
  REPLACE: ({ parts: [part] }, { on, unit }) =>
    unit === undefined || part === undefined || !isFilled(part)
      ? null
      : { replace: { on, unit, by: newUnit(part) } },
  DISSOLVE: ({ succession, successors }, { on, unit }) => {
    if (unit === undefined) return null;
    if (succession !== 'NAMED') return { dissolve: { on, unit, succession } };
    return successors.length === 0 ? null : { dissolve: { on, unit, successors: [...successors] } };
  },
  REACTIVATE: ({ to, top, type }, { on, unit, name }) =>
    unit === undefined
      ? null
      : {
          reactivate: {
            on,
            unit,
            ...(top ? { parent: null } : to === null ? {} : { parent: to }),
            ...(name === '' ? {} : { name }),
            ...(type.trim() === '' ? {} : { type: type.trim() }),
          },
        },
  MOVE_RESPONSIBILITY: ({ receivers, what, resource }, { on, unit }) => {
    const to = receivers.flatMap((each) => (each.unit === null ? [] : [receiver(each.unit, each.share)]));
    if (unit === undefined || to.length === 0 || what.trim() === '') return null;
    const moved = { on, unit, to, what: what.trim() };
    return { moveResponsibility: resource === '' ? moved : { ...moved, resource } };
  },
  ANTICIPATE: ({ units, what, forms, unknown }, { on }) =>
    units.length === 0 || what.trim() === ''
      ? null
      : {
          anticipate: {
            units: [...units],
            what: what.trim(),
            ...(on === '' ? {} : { on }),
            ...(forms.length === 0 ? {} : { forms: [...forms] }),
            ...(unknown.length === 0 ? {} : { unknown: [...unknown] }),
          },
        },
};

/** The content as the server takes it; null: something is missing. */
export function contentOf(draft: Draft): Content | null {
  const on = draft.on.trim();
  if (on === '' && draft.kind !== 'ANTICIPATE') return null;
  return MAKERS[draft.kind](draft, { on, unit: draft.units[0], name: draft.name.trim() });
}

function isFilled({ isNew, unit, name, type }: Part): boolean {
  return isNew ? name.trim() !== '' && type.trim() !== '' : unit !== null;
}

function newUnit({ name, type, parent }: Part) {
  return { name: name.trim(), type: type.trim(), parent };
}

function keyed(part: Part, key: string | undefined) {
  return key === undefined ? newUnit(part) : { ...newUnit(part), key };
}

function codesOf({ codes }: Draft) {
  return codes.flatMap(({ scheme, value }) =>
    scheme.trim() === '' ? [] : [{ scheme: scheme.trim(), value: value.trim() === '' ? null : value.trim() }],
  );
}

function receiver(unit: string, share: string) {
  const percent = Number(share.trim().replace(',', '.'));
  return share.trim() === '' || Number.isNaN(percent) ? { unit } : { unit, share: percent / 100 };
}

/** Where children go, and by what the parts are named that they go to: a new one only by a key. */
function goingTo({ parts, children, on }: Draft) {
  const going = Object.entries(children);
  const references = parts.map(({ isNew, name, unit }, place) => {
    if (!isNew) return unit ?? undefined;
    return going.some(([, part]) => part === place) ? keyOf(name, on, place) : undefined;
  });
  const mapped = going.flatMap(([child, place]) => {
    const to = references[place];
    return to === undefined ? [] : [{ child, to }];
  });
  return { references, children: mapped.length === 0 ? {} : { children: mapped } };
}

/** A key of a new unit; the same each time that it is tried. */
function keyOf(name: string, on: string, place: number): string {
  const plain = name.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, '-')}-${on.trim()}-${place + 1}`;
}
