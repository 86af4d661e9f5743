/** What can be recorded, in the order in which it is offered. `REORGANISE` is written as a file and imported. */
export const RECORD_KINDS = [
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
  'ANTICIPATE',
] as const;
export type RecordKind = (typeof RECORD_KINDS)[number];

/** What is done with a change that is recorded already. */
export const AMENDMENTS = ['CORRECT', 'RESCHEDULE', 'CANCEL'] as const;
export type Amendment = (typeof AMENDMENTS)[number];

/** A unit that begins, or one that stands already. */
export interface Part {
  readonly isNew: boolean;
  /** Of one that stands. */
  readonly unit: string | null;
  readonly name: string;
  readonly type: string;
  readonly parent: string | null;
}

export interface Code {
  readonly scheme: string;
  /** Empty: none any more. */
  readonly value: string;
}

export interface Receiver {
  readonly unit: string | null;
  /** In per cent; empty: not known. */
  readonly share: string;
}

/** A change as far as it is filled in; each kind takes what it needs. */
export interface Draft {
  readonly kind: RecordKind;
  readonly on: string;
  readonly units: readonly string[];
  readonly name: string;
  readonly type: string;
  /** Where it goes, or who lives on. */
  readonly to: string | null;
  /** It stands under nothing. */
  readonly top: boolean;
  readonly hierarchy: string;
  readonly except: readonly string[];
  readonly exceptTo: string | null;
  readonly codes: readonly Code[];
  readonly parts: readonly Part[];
  /** The place of the part that each child goes to; none: as the kind has it. */
  readonly children: Readonly<Record<string, number>>;
  readonly succession: 'NAMED' | 'NONE' | 'UNKNOWN';
  readonly successors: readonly string[];
  readonly receivers: readonly Receiver[];
  readonly what: string;
  readonly resource: '' | 'FUNCTION' | 'STAFF' | 'BUDGET';
  readonly forms: readonly RecordKind[];
  readonly unknown: readonly ('NAME' | 'DATE' | 'HEAD' | 'FORM')[];
}

export const NEW_PART: Part = { isNew: true, unit: null, name: '', type: '', parent: null };
export const NEW_CODE: Code = { scheme: '', value: '' };
export const NEW_RECEIVER: Receiver = { unit: null, share: '' };

/** How many new units, or parts, a kind begins with. */
export function partsOf(kind: RecordKind): readonly Part[] {
  return kind === 'SPLIT' ? [NEW_PART, NEW_PART] : [NEW_PART];
}

export function emptyDraft(kind: RecordKind, on: string, units: readonly string[]): Draft {
  return {
    kind,
    on,
    units,
    name: '',
    type: '',
    to: null,
    top: false,
    hierarchy: 'line',
    except: [],
    exceptTo: null,
    codes: [NEW_CODE],
    parts: partsOf(kind),
    children: {},
    succession: 'NAMED',
    successors: [],
    receivers: [NEW_RECEIVER],
    what: '',
    resource: '',
    forms: [],
    unknown: [],
  };
}
