import type { VariablesOf } from 'gql.tada';
import type { SIMULATE } from '../deeds.js';
import type { ActedOn } from '../../../fields/picked-unit-facts.js';

/** What can be planned in the dialog, in the order in which it is offered. */
export const DRAFT_KINDS = [
  'TRANSFER',
  'RENAME',
  'ESTABLISH',
  'MERGE',
  'ABSORB',
  'SPLIT',
  'DISSOLVE',
] as const;
export type DraftKind = (typeof DRAFT_KINDS)[number];

/** What carries on the activity of a unit that is dissolved. */
export const SUCCESSIONS = ['NAMED', 'NONE', 'UNKNOWN'] as const;

/** One that a unit is split into: a new one, or one that stands. */
export interface Part {
  readonly name: string;
  readonly unit: readonly string[];
  readonly isNew: boolean;
}

/** A change as far as it is filled in. Null: as the unit that it acts on has it. */
export interface Draft {
  readonly kind: DraftKind;
  readonly on: string;
  /** The units that it acts on. */
  readonly units: readonly string[];
  readonly name: string;
  readonly type: string | null;
  /** Where it goes: the parent, or the unit that lives on. */
  readonly to: readonly string[] | null;
  readonly top: boolean;
  readonly parts: readonly Part[];
  /** The part that each child goes to, by its place; default: the first. */
  readonly children: Readonly<Record<string, number>>;
  readonly succession: (typeof SUCCESSIONS)[number];
  readonly successors: readonly string[];
}

export const NEW_PART: Part = { name: '', unit: [], isNew: true };

export function draftOf(kind: DraftKind, on: string, units: readonly string[], to?: string): Draft {
  return {
    kind,
    on,
    units,
    name: '',
    type: null,
    to: to === undefined ? null : [to],
    top: false,
    parts: [NEW_PART, NEW_PART],
    children: {},
    succession: 'NAMED',
    successors: [],
  };
}

type Change = NonNullable<VariablesOf<typeof SIMULATE>['input']['steps']>[number]['changes'][number];

/** The change as the server takes it; null: something is missing. `acted`: the first unit that it acts on. */
export function changeOf(draft: Draft, hierarchy: string, acted: ActedOn | null): Change | null {
  const { kind, units } = draft;
  const on = draft.on.trim();
  const [unit] = units;
  const [to] = draft.to ?? [];
  const name = draft.name.trim();
  switch (kind) {
    case 'ESTABLISH': {
      if (name === '' || draft.type === null) return null;
      return { establish: { on, unit: { name, type: draft.type, parent: unit ?? null } } };
    }
    case 'RENAME':
      return unit === undefined || name === '' ? null : { rename: { on, unit, name } };
    case 'TRANSFER':
      if (unit === undefined || (to === undefined && !draft.top)) return null;
      return { transfer: { on, unit, to: draft.top ? null : (to ?? null), hierarchy } };
    case 'MERGE':
      if (units.length < 2 || name === '' || acted === null) return null;
      return { merge: { on, units: [...units], into: newUnit(draft, name, acted) } };
    case 'ABSORB':
      if (units.length === 0 || to === undefined) return null;
      return { absorb: { on, units: [...units], into: to, ...(name === '' ? {} : { name }) } };
    case 'SPLIT':
      return unit === undefined || acted === null ? null : splitOf(draft, on, acted);
    case 'DISSOLVE': {
      if (unit === undefined) return null;
      const { succession, successors } = draft;
      if (succession !== 'NAMED') return { dissolve: { on, unit, succession } };
      return successors.length === 0 ? null : { dissolve: { on, unit, successors: [...successors] } };
    }
  }
}

/** A new unit where the one that it continues stands, of its type, unless something else is said. */
function newUnit(draft: Draft, name: string, acted: ActedOn) {
  const line = acted.placements.find(({ hierarchy }) => hierarchy === 'line');
  const elsewhere = acted.placements.filter(({ hierarchy }) => hierarchy !== 'line');
  return {
    name,
    type: draft.type ?? acted.type,
    parent: draft.to === null ? (line?.parent?.id ?? null) : (draft.to[0] ?? null),
    parents: elsewhere.map(({ hierarchy, parent }) => ({ hierarchy, parent: parent?.id ?? null })),
  };
}

function splitOf(draft: Draft, on: string, acted: ActedOn): Change | null {
  const isFilled = ({ isNew, name, unit }: Part) => (isNew ? name.trim() !== '' : unit.length > 0);
  if (draft.parts.length < 2 || !draft.parts.every(isFilled)) return null;
  const references = draft.parts.map(({ isNew, name, unit }, place) =>
    isNew ? keyOf(name, acted.id, place) : (unit[0] ?? ''),
  );
  const into = draft.parts.map(({ isNew, name }, place) => {
    const reference = references[place] ?? '';
    if (!isNew) return { unit: reference };
    const unit = newUnit({ ...draft, to: null }, name.trim(), acted);
    return { establish: acted.children.length === 0 ? unit : { ...unit, key: reference } };
  });
  const children = acted.children.map(({ id }) => ({
    child: id,
    to: references[draft.children[id] ?? 0] ?? references[0] ?? '',
  }));
  return { split: { on, unit: acted.id, into, ...(children.length === 0 ? {} : { children }) } };
}

/** A key by which the children of what is split are given to a new unit; the same each time that it is tried. */
function keyOf(name: string, unit: string, place: number): string {
  const plain = name.trim().normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return `${plain.replace(/[^a-z0-9]+/g, '-')}-${unit.slice(-4)}${place + 1}`;
}
