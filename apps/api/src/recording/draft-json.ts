import { defined, type ChangeKind } from '#structure';
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
import type { Cancellation, ContentInput, Correction, Rescheduling } from './amendment.inputs.js';
import { InputRefused, keyed, onlyMember, type Json } from './input-json.js';
import { isRecordInputKind, recordContent, type RecordInputByKind } from './record-json.js';
import type { RecordContentInput, RecordCorrection, RecordWithdrawal } from './record.inputs.js';

/** Inputs by the kind of change, record or amendment that they are. */
export interface InputByKind extends RecordInputByKind {
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
  correctRecord: RecordCorrection;
  withdrawRecord: RecordWithdrawal;
}
export type DraftKind = keyof InputByKind;

type DatedInput = Changes.DatedChange | AnticipateChange;

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

/** What the import format calls it, where that has another word. */
const LINE_KINDS: Partial<Record<DraftKind, string>> = { correctRecord: 'correct', withdrawRecord: 'cancel' };

/** An input in the form of the import format, which `parseAnyDraft` reads. @throws InputRefused */
export function draftJson<K extends DraftKind>(kind: K, input: InputByKind[K], reason?: string | null): Json {
  const { externalId, source } = input;
  return defined({
    kind: LINE_KINDS[kind] ?? kind,
    ...contentOf(kind, input),
    id: externalId ?? undefined,
    reason: input.reason ?? reason ?? undefined,
    basis: 'basis' in input ? (input.basis ?? undefined) : undefined,
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
    case 'correctRecord': {
      const { record, with: content } = input as RecordCorrection;
      return { change: record, with: correctedRecord(content) };
    }
    case 'withdrawRecord':
      return { change: (input as RecordWithdrawal).record };
    default: {
      if (isRecordInputKind(kind)) return recordContent(kind, input as never);
      const payload = PAYLOADS[kind as ChangeKind] as (given: InputByKind[K]) => Json;
      return defined({ on: (input as DatedInput).on ?? undefined, ...payload(input) });
    }
  }
}

/** Circumstances do not belong here, and are refused by name. */
function corrected(content: ContentInput): Json {
  const [kind, input] = onlyMember(content);
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

function correctedRecord(content: RecordContentInput): Json {
  const [kind, input] = onlyMember(content);
  const { externalId, reason, source } = input;
  return defined({
    kind,
    ...recordContent(kind, input as never),
    externalId: externalId ?? undefined,
    reason: reason ?? undefined,
    source: source ?? undefined,
  });
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
