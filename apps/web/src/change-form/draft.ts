import { NEW_CODE, newPart, type Code, type Part, type Placement } from './part.js';

/** What can happen to the structure, in the order in which it is offered. */
export const CHANGE_KINDS = [
  'ESTABLISH',
  'RENAME',
  'RECLASSIFY',
  'RECODE',
  'TRANSFER',
  'MERGE',
  'ABSORB',
  'SPLIT',
  'SPIN_OFF',
  'REPLACE',
  'DISSOLVE',
  'REACTIVATE',
  'MOVE_RESPONSIBILITY',
  'REORGANISE',
  'ANTICIPATE',
] as const;
export type ChangeKind = (typeof CHANGE_KINDS)[number];

/** What is done with a change that is recorded already. */
export const AMENDMENTS = ['CORRECT', 'RESCHEDULE', 'CANCEL'] as const;
export type Amendment = (typeof AMENDMENTS)[number];

export const RELATIONS = [
  'CONTINUES',
  'MERGED_INTO',
  'ABSORBED_BY',
  'SPLIT_INTO',
  'SPUN_OFF_FROM',
  'REPLACED_BY',
  'PART_MOVED_TO',
] as const;

export interface Receiver {
  readonly unit: string | null;
  /** In per cent; empty: not known. */
  readonly share: string;
}

/** What becomes different of a unit in a reorganisation; what is empty stays. */
export interface Setting {
  readonly unit: string | null;
  readonly name: string;
  readonly type: string;
  /** Undefined: it stays; null: to the top. */
  readonly parent: string | null | undefined;
  readonly parents: readonly Placement[];
  readonly codes: readonly Code[];
}

/** A step of lineage in a reorganisation. */
export interface Step {
  readonly from: string;
  /** A unit, or the key of one that begins. */
  readonly to: string;
  readonly relation: (typeof RELATIONS)[number];
  /** In per cent; empty: not known. */
  readonly share: string;
}

/** What is known of the units that an anticipated change will make. */
export interface Anticipated {
  readonly count: string;
  /** Undefined: nothing is said; null: none is decided. */
  readonly name: string | null | undefined;
  readonly type: string;
  readonly parent: string | null | undefined;
}

/** A change as far as it is filled in; each kind takes what it needs. */
export interface Draft {
  readonly kind: ChangeKind;
  readonly on: string;
  /** The units that it acts on; of a reorganisation those that end. */
  readonly units: readonly string[];
  readonly name: string;
  readonly type: string;
  /** Where it goes, or who lives on. */
  readonly to: string | null;
  /** It stands under nothing. */
  readonly top: boolean;
  readonly hierarchy: string;
  readonly except: readonly string[];
  /** Undefined: where the moved unit stood. */
  readonly exceptTo: string | null | undefined;
  readonly parents: readonly Placement[];
  readonly codes: readonly Code[];
  /** The units that begin, or what a unit becomes; of a transfer, what stays and was no unit of its own. */
  readonly parts: readonly Part[];
  /** Where each child goes: the key of a part, a unit, or `OTHER`; none: as the kind has it. */
  readonly children: Readonly<Record<string, string>>;
  /** Where the children of what is split go that have no place of their own. */
  readonly rest: string;
  /** Other changes of the same date move the children. */
  readonly leaveChildren: boolean;
  readonly succession: 'NAMED' | 'NONE' | 'UNKNOWN';
  readonly successors: readonly string[];
  readonly receivers: readonly Receiver[];
  readonly what: string;
  readonly resource: '' | 'FUNCTION' | 'STAFF' | 'BUDGET';
  readonly forms: readonly ChangeKind[];
  readonly unknown: readonly ('NAME' | 'DATE' | 'HEAD' | 'FORM')[];
  readonly anticipated: Anticipated;
  readonly sets: readonly Setting[];
  readonly lineage: readonly Step[];
}

/** A child goes to a unit that has not been chosen yet. */
export const OTHER = 'other';

export const NEW_RECEIVER: Receiver = { unit: null, share: '' };
export const NEW_SETTING: Setting = {
  unit: null,
  name: '',
  type: '',
  parent: undefined,
  parents: [],
  codes: [],
};
export const NEW_STEP: Step = { from: '', to: '', relation: 'CONTINUES', share: '' };

/** A change of a kind about units: what it acts on, or, of one that establishes, where the new unit stands. */
export function emptyDraft(kind: ChangeKind, on: string, units: readonly string[]): Draft {
  const isNew = kind === 'ESTABLISH';
  return {
    kind,
    on,
    units: isNew ? [] : units,
    name: '',
    type: '',
    to: null,
    top: false,
    hierarchy: 'line',
    except: [],
    exceptTo: undefined,
    parents: [],
    codes: kind === 'RECODE' ? [NEW_CODE] : [],
    parts: Array.from({ length: FEWEST_PARTS[kind] ?? 0 }, () =>
      isNew ? { ...newPart(), parent: units[0] ?? null } : newPart(),
    ),
    children: {},
    rest: '',
    leaveChildren: false,
    succession: 'NAMED',
    successors: [],
    receivers: [NEW_RECEIVER],
    what: '',
    resource: '',
    forms: [],
    unknown: [],
    anticipated: { count: '', name: undefined, type: '', parent: undefined },
    sets: [],
    lineage: [],
  };
}

/** How many new units, or parts, a kind has at least; the others may have some, or never have any. */
const FEWEST_PARTS: Partial<Record<ChangeKind, number>> = {
  ESTABLISH: 1,
  MERGE: 1,
  SPLIT: 2,
  SPIN_OFF: 1,
  REPLACE: 1,
};
