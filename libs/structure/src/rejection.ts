import type { Message } from '#temporal';

/** Why a change set is not recorded. A closed list: codes are added, never reused with another meaning. */
export type RejectionCode =
  | 'INVALID_FIELD'
  | 'INVALID_DATE'
  | 'INVALID_INTERVAL'
  | 'UNKNOWN_KIND'
  | 'UNKNOWN_UNIT'
  | 'AMBIGUOUS_UNIT'
  | 'UNKNOWN_CHANGE'
  | 'KEY_TAKEN'
  | 'CHANGE_ID_TAKEN'
  | 'CHANGE_CANCELLED'
  | 'ALREADY_IN_EFFECT'
  | 'REASON_REQUIRED'
  | 'TOO_FEW_UNITS'
  | 'DUPLICATE_UNIT'
  | 'ACTS_ON_ITSELF'
  | 'NOT_A_CHILD'
  | 'NOT_A_DESCENDANT'
  | 'EXCEPTIONS_OVERLAP'
  | 'SHARES_EXCEED_ONE'
  | 'NEVER_IN_FORCE'
  | 'NOT_IN_FORCE'
  | 'ALREADY_IN_FORCE'
  | 'PARENT_NOT_IN_FORCE'
  | 'CYCLE'
  | 'CODE_TAKEN'
  | 'LINEAGE_BACKWARDS'
  | 'RESOLVES_DIFFERENTLY';

/** What may be right but is asked about first; recorded when its code is confirmed. */
export type WarningCode = 'NAME_NOT_UNIQUE' | 'NOTHING_CHANGES';

export interface UnitMention {
  readonly id: string;
  readonly name: string | null;
}

/** Why something is refused: what is wrong, where and when, and which other changes stand in the way. */
export interface Refusal<Code extends string> {
  readonly code: Code;
  readonly message: Message;
  /** Index of the change within its change set. */
  readonly index?: number;
  /** Path of the field within the change, such as `into[0].parent`. */
  readonly field?: string;
  /** Day on which it goes wrong, YYYY-MM-DD. */
  readonly date?: string;
  readonly units: readonly UnitMention[];
  /** Ids of the recorded changes in the way. */
  readonly changes: readonly string[];
}

export type Rejection = Refusal<RejectionCode>;
export type Warning = Refusal<WarningCode>;
