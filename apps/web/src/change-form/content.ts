import type { graphql } from '../graphql/graphql.js';
import { childrenOf, placeOf } from './children.js';
import type { Anticipated, ChangeKind, Draft } from './draft.js';
import { codesOf, newUnitOf, placementsOf, recodesOf, shareOf } from './new-unit.js';
import type { ActedOn, Part } from './part.js';

/** What is said of a change, as the server takes it. */
export type Content = ReturnType<typeof graphql.scalar<'ContentInput'>>;

interface Filled {
  readonly on: string;
  readonly unit: string | undefined;
  readonly name: string;
  readonly type: string;
  readonly acted: ActedOn | null;
}

const MAKERS: {
  readonly [Kind in ChangeKind]: (draft: Draft, filled: Filled) => Content | null;
} = {
  ESTABLISH: ({ parts: [part] }, { on }) => {
    const unit = part === undefined ? null : newUnitOf(part, null);
    return unit && { establish: { on, unit } };
  },
  RENAME: (_, { on, unit, name }) =>
    unit === undefined || name === '' ? null : { rename: { on, unit, name } },
  RECLASSIFY: (_, { on, unit, type }) =>
    unit === undefined || type === '' ? null : { reclassify: { on, unit, type } },
  RECODE: (draft, { on, unit }) => {
    const codes = recodesOf(draft.codes);
    return unit === undefined || codes.length === 0 ? null : { recode: { on, unit, codes } };
  },
  TRANSFER: ({ to, top, hierarchy, except, exceptTo, parts }, { on, unit, acted }) => {
    if (unit === undefined || (to === null && !top)) return null;
    const begun = parts.map((part) => newUnitOf(part, acted));
    if (!begun.every(isThere)) return null;
    const excepted = [
      ...except.map((each) => ({ unit: each })),
      ...begun.map((each) => ({ establish: each })),
    ];
    return {
      transfer: {
        on,
        unit,
        to: top ? null : to,
        hierarchy,
        ...(excepted.length === 0 ? {} : { except: excepted }),
        ...(exceptTo === undefined || excepted.length === 0 ? {} : { exceptTo }),
      },
    };
  },
  MERGE: (draft, { on, acted }) => {
    const into = beginningIn(draft, acted);
    const going = childrenOf(draft, acted);
    if (draft.units.length < 2 || into === null || going === null) return null;
    return { merge: { on, units: [...draft.units], into, ...going } };
  },
  ABSORB: (draft, { on, name, acted }) => {
    const going = childrenOf(draft, acted);
    if (draft.units.length === 0 || draft.to === null || going === null) return null;
    return {
      absorb: { on, units: [...draft.units], into: draft.to, ...(name === '' ? {} : { name }), ...going },
    };
  },
  SPLIT: (draft, { on, unit, acted }) => {
    const into = draft.parts.map((part) => targetOf(part, acted));
    const going = childrenOf(draft, acted);
    if (unit === undefined || into.length < 2 || !into.every(isThere) || going === null) return null;
    return { split: { on, unit, into, ...going } };
  },
  SPIN_OFF: (draft, { on, unit, acted }) => {
    const into = draft.parts.map((part) => newUnitOf(part, acted));
    const going = childrenOf(draft, acted);
    if (unit === undefined || into.length === 0 || !into.every(isThere) || going === null) return null;
    return { spinOff: { on, unit, into, ...going } };
  },
  REPLACE: (draft, { on, unit, acted }) => {
    const by = beginningIn(draft, acted);
    const going = childrenOf(draft, acted);
    return unit === undefined || by === null || going === null
      ? null
      : { replace: { on, unit, by, ...going } };
  },
  DISSOLVE: ({ succession, successors }, { on, unit }) => {
    if (unit === undefined) return null;
    if (succession !== 'NAMED') return { dissolve: { on, unit, succession } };
    return successors.length === 0 ? null : { dissolve: { on, unit, successors: [...successors] } };
  },
  REACTIVATE: (draft, { on, unit, name, type }) => {
    if (unit === undefined) return null;
    const codes = codesOf(draft.codes);
    return {
      reactivate: {
        on,
        unit,
        ...(draft.top ? { parent: null } : draft.to === null ? {} : { parent: draft.to }),
        ...(draft.parents.length === 0 ? {} : { parents: placementsOf(draft.parents) }),
        ...(name === '' ? {} : { name }),
        ...(type === '' ? {} : { type }),
        ...(codes.length === 0 ? {} : { codes }),
      },
    };
  },
  MOVE_RESPONSIBILITY: ({ receivers, what, resource }, { on, unit }) => {
    const to = receivers.flatMap((each) =>
      each.unit === null ? [] : [{ unit: each.unit, ...shareOf(each.share) }],
    );
    if (unit === undefined || to.length === 0 || what.trim() === '') return null;
    const moved = { on, unit, to, what: what.trim() };
    return { moveResponsibility: resource === '' ? moved : { ...moved, resource } };
  },
  REORGANISE: (draft, { on }) => {
    const begins = draft.parts.map((part) => newUnitOf(part, null));
    const sets = draft.sets.map((set) => (set.unit === null ? null : settingOf(set, set.unit)));
    const lineage = draft.lineage.map(({ from, to, relation, share }) => {
      const [predecessor, successor] = [placeOf(draft, from), placeOf(draft, to)];
      return predecessor === null || successor === null
        ? null
        : { from: predecessor, to: successor, relation, ...shareOf(share) };
    });
    if (!begins.every(isThere) || !sets.every(isThere) || !lineage.every(isThere)) return null;
    const ends = [...draft.units];
    if (ends.length + begins.length + sets.length + lineage.length === 0) return null;
    return { reorganise: { on, ends, begins, sets, lineage } };
  },
  ANTICIPATE: ({ units, what, forms, unknown, anticipated }, { on }) =>
    units.length === 0 || what.trim() === ''
      ? null
      : {
          anticipate: {
            units: [...units],
            what: what.trim(),
            ...(on === '' ? {} : { on }),
            ...(forms.length === 0 ? {} : { forms: [...forms] }),
            ...(unknown.length === 0 ? {} : { unknown: [...unknown] }),
            ...anticipatedOf(anticipated),
          },
        },
};

/** The content as the server takes it; null: something is missing. `acted`: the first unit that it acts on. */
export function contentOf(draft: Draft, acted: ActedOn | null): Content | null {
  const [on, unit] = [draft.on.trim(), draft.units[0]];
  if (on === '' && draft.kind !== 'ANTICIPATE') return null;
  if (draft.parts.some(isAsContinued) && draft.kind in CONTINUING && acted === null) return null;
  return MAKERS[draft.kind](draft, { on, unit, name: draft.name.trim(), type: draft.type.trim(), acted });
}

/** The kinds whose new units stand, and are, as what they continue where nothing else is said. */
const CONTINUING = { TRANSFER: 1, MERGE: 1, SPLIT: 1, SPIN_OFF: 1, REPLACE: 1 };

function isAsContinued({ isNew, type, parent, parents }: Part): boolean {
  return isNew && (type === null || parent === undefined || parents === null);
}

function beginningIn({ parts: [part] }: Draft, continued: ActedOn | null) {
  return part === undefined ? null : newUnitOf(part, continued);
}

function targetOf(part: Part, continued: ActedOn | null) {
  if (!part.isNew) return part.unit === null ? null : { unit: part.unit };
  const establish = newUnitOf(part, continued);
  return establish && { establish };
}

function settingOf({ name, type, parent, parents, codes }: Draft['sets'][number], unit: string) {
  const recodes = recodesOf(codes);
  return {
    unit,
    ...(name.trim() === '' ? {} : { name: name.trim() }),
    ...(type.trim() === '' ? {} : { type: type.trim() }),
    ...(parent === undefined ? {} : { parent }),
    ...(parents.length === 0 ? {} : { parents: placementsOf(parents) }),
    ...(recodes.length === 0 ? {} : { codes: recodes }),
  };
}

function anticipatedOf({ count, name, type, parent }: Anticipated) {
  const number = Number(count.trim());
  const into = {
    ...(count.trim() === '' || Number.isNaN(number) ? {} : { count: number }),
    ...(name === undefined ? {} : { name: name === null ? null : name.trim() }),
    ...(type.trim() === '' ? {} : { type: type.trim() }),
    ...(parent === undefined ? {} : { parent }),
  };
  return Object.keys(into).length === 0 ? {} : { into };
}

function isThere<Value>(value: Value | null): value is Value {
  return value !== null;
}
