import type { ChangeKind } from '#structure';
import type {
  ChildInput,
  CodeInput,
  NewUnitInput,
  PlacementInput,
  RecodeInput,
  TargetInput,
} from './new-unit.input.js';
import type { AnticipateChange } from './anticipate-change.input.js';
import type * as Changes from './change.inputs.js';
import type { MoveResponsibilityChange } from './move-responsibility.input.js';
import type {
  Cancellation,
  ChangeInput,
  ContentInput,
  Correction,
  Rescheduling,
} from './amendment.inputs.js';

type Json = Record<string, unknown>;

/** Inputs by the kind of change or amendment that they are. */
export interface InputByKind {
  establish: Changes.EstablishChange;
  rename: Changes.RenameChange;
  reclassify: Changes.ReclassifyChange;
  recode: Changes.RecodeChange;
  transfer: Changes.TransferChange;
  merge: Changes.MergeChange;
  absorb: Changes.AbsorbChange;
  split: Changes.SplitChange;
  spinOff: Changes.SpinOffChange;
  replace: Changes.ReplaceChange;
  dissolve: Changes.DissolveChange;
  reactivate: Changes.ReactivateChange;
  reorganise: Changes.ReorganiseChange;
  moveResponsibility: MoveResponsibilityChange;
  anticipate: AnticipateChange;
  correct: Correction;
  reschedule: Rescheduling;
  cancel: Cancellation;
}
export type DraftKind = keyof InputByKind;

type DatedInput = Changes.DatedChange | AnticipateChange;

/** An input that says one thing twice, or two things where one is meant. */
export class InputRefused extends Error {
  constructor(
    readonly field: string,
    readonly twice: string,
  ) {
    super(`${field} says ${twice} twice`);
  }
}

type Payloads = { readonly [K in ChangeKind]: (input: InputByKind[K]) => Json };

const PAYLOADS: Payloads = {
  establish: ({ unit }) => ({ unit: newUnit(unit, 'unit') }),
  rename: ({ unit, name }) => ({ unit, name }),
  reclassify: ({ unit, type }) => ({ unit, type }),
  recode: ({ unit, codes }) => ({ unit, codes: recodes(codes, 'codes') }),
  transfer: ({ unit, to, hierarchy, except, exceptTo }) => ({
    unit,
    to,
    hierarchy: hierarchy ?? undefined,
    except: except?.map((part, i) => part.unit ?? newUnit(part.establish!, `except[${i}]`)),
    exceptTo,
  }),
  merge: (input) => ({ units: input.units, into: newUnit(input.into, 'into'), ...handOver(input) }),
  absorb: (input) => ({
    units: input.units,
    into: input.into,
    name: input.name ?? undefined,
    ...handOver(input),
  }),
  split: (input) => ({
    unit: input.unit,
    into: input.into.map((part, i) => target(part, `into[${i}]`)),
    ...handOver(input),
  }),
  spinOff: (input) => ({
    unit: input.unit,
    into: input.into.map((part, i) => newUnit(part, `into[${i}]`)),
    ...handOver(input),
  }),
  replace: (input) => ({ unit: input.unit, by: newUnit(input.by, 'by'), ...handOver(input) }),
  dissolve: ({ unit, successors, succession }) => {
    if (successors != null && succession != null) throw new InputRefused('succession', 'successors');
    return { unit, successors: successors ?? succession ?? undefined };
  },
  reactivate: ({ unit, parent, parents, name, type, codes }) => ({
    unit,
    parent,
    parents: placements(parents, 'parents'),
    name: name ?? undefined,
    type: type ?? undefined,
    codes: recodes(codes, 'codes'),
  }),
  reorganise: ({ ends, begins, sets, lineage }) => ({
    ends: ends ?? undefined,
    begins: begins?.map((unit, i) => newUnit(unit, `begins[${i}]`)),
    sets: sets?.map((set, i) =>
      defined({
        unit: set.unit,
        name: set.name ?? undefined,
        type: set.type ?? undefined,
        parent: set.parent,
        parents: placements(set.parents, `sets[${i}].parents`),
        codes: recodes(set.codes, `sets[${i}].codes`),
      }),
    ),
    lineage: lineage?.map(({ share, ...edge }) => defined({ ...edge, share: share ?? undefined })),
  }),
  moveResponsibility: ({ unit, to, what, resource }) => ({
    unit,
    to: to.map((part) => defined({ unit: part.unit, share: part.share ?? undefined })),
    what,
    resource: resource ?? undefined,
  }),
  anticipate: ({ units, what, forms, into, unknown }) => ({
    units,
    what,
    forms: forms ?? undefined,
    into:
      into == null
        ? undefined
        : defined({ ...into, count: into.count ?? undefined, type: into.type ?? undefined }),
    unknown: unknown ?? undefined,
  }),
};

/** An input in the form of the import format, which `parseDraft` reads. @throws InputRefused */
export function draftJson<K extends DraftKind>(kind: K, input: InputByKind[K], reason?: string | null): Json {
  const { externalId, basis, source } = input;
  return defined({
    kind,
    ...contentOf(kind, input),
    id: externalId ?? undefined,
    reason: input.reason ?? reason ?? undefined,
    basis: basis ?? undefined,
    source: source ?? undefined,
  });
}

function contentOf<K extends DraftKind>(kind: K, input: InputByKind[K]): Json {
  switch (kind) {
    case 'correct': {
      const { change, with: content } = input as Correction;
      return { change, with: corrected(content) };
    }
    case 'reschedule': {
      const { change, on } = input as Rescheduling;
      return { change, on };
    }
    case 'cancel':
      return { change: (input as Cancellation).change };
    default: {
      const payload = PAYLOADS[kind as ChangeKind] as (given: InputByKind[K]) => Json;
      return defined({ on: (input as DatedInput).on ?? undefined, ...payload(input) });
    }
  }
}

/** Circumstances do not belong here, and are refused by name. */
function corrected(content: ContentInput): Json {
  const [kind, input] = onlyMember(content) as [ChangeKind, DatedInput];
  const { externalId, reason, basis, source } = input;
  return defined({
    kind,
    ...contentOf(kind, input as never),
    externalId: externalId ?? undefined,
    reason: reason ?? undefined,
    basis: basis ?? undefined,
    source: source ?? undefined,
  });
}

/** The kind and content of a one-of input. */
export function onlyMember(oneOf: ChangeInput | ContentInput): [DraftKind, InputByKind[DraftKind]] {
  const member = Object.entries(oneOf).find(([, value]) => value != null);
  if (member === undefined) throw new Error('An input of one member has none');
  return member as [DraftKind, InputByKind[DraftKind]];
}

function newUnit({ key, name, type, parent, parents, codes }: NewUnitInput, field: string): Json {
  return defined({
    key: key ?? undefined,
    name,
    type,
    parent: parent ?? undefined,
    parents: placements(parents, `${field}.parents`),
    codes: keyed(
      codes,
      `${field}.codes`,
      ({ scheme }: CodeInput) => scheme,
      ({ value }) => value,
    ),
  });
}

function target({ unit, establish }: TargetInput, field: string): Json {
  return establish == null ? { key: unit } : newUnit(establish, field);
}

function handOver(input: {
  readonly children?: readonly ChildInput[] | null;
  readonly leaveChildren?: boolean | null;
}): Json {
  const { children, leaveChildren } = input;
  if (leaveChildren === true) {
    if (children != null) throw new InputRefused('leaveChildren', 'children');
    return { children: 'leave' };
  }
  return {
    children: keyed(
      children,
      'children',
      ({ child }) => child,
      ({ to }) => to,
    ),
  };
}

function placements(list: readonly PlacementInput[] | null | undefined, field: string): Json | undefined {
  return keyed(
    list,
    field,
    ({ hierarchy }) => hierarchy,
    ({ parent }) => parent ?? null,
  );
}

function recodes(list: readonly RecodeInput[] | null | undefined, field: string): Json | undefined {
  return keyed(
    list,
    field,
    ({ scheme }) => scheme,
    ({ value }) => value ?? null,
  );
}

function keyed<T>(
  list: readonly T[] | null | undefined,
  field: string,
  keyOf: (item: T) => string,
  valueOf: (item: T) => unknown,
): Json | undefined {
  if (list == null) return undefined;
  const members = new Map<string, unknown>();
  for (const item of list) {
    const key = keyOf(item);
    if (members.has(key)) throw new InputRefused(field, key);
    members.set(key, valueOf(item));
  }
  return Object.fromEntries(members);
}

function defined(json: Json): Json {
  return Object.fromEntries(Object.entries(json).filter(([, value]) => value !== undefined));
}
