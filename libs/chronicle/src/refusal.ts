import type { Message } from '#temporal';
import type { RecordRejectionCode } from '#records';
import type { ShiftProblemCode } from '#scenarios';
import type { Refusal, RejectionCode, WarningCode } from '#structure';

/** Why a command is refused for other reasons than the structure. A closed list. */
export type CommandRefusalCode =
  | 'UNKNOWN_ORGANISATION'
  | 'SLUG_TAKEN'
  | 'INVALID_SLUG'
  | 'INVALID_NAME'
  | 'STALE_POSITION'
  | 'IDEMPOTENCY_KEY_REUSED'
  | 'INVALID_IDEMPOTENCY_KEY'
  | 'TOO_MUCH_CONTENTION'
  | 'KNOWN_AT_BACKWARDS'
  | 'KNOWN_AT_IN_FUTURE'
  | 'NOTHING_TO_RECORD'
  | ScenarioRefusalCode;

/** Why what concerns a scenario is refused. A closed list. */
export type ScenarioRefusalCode =
  | 'UNKNOWN_SCENARIO'
  | 'SCENARIO_MOVED'
  | 'SCENARIO_ARCHIVED'
  | 'SCENARIO_ADOPTED'
  | 'SCENARIO_TOO_LARGE'
  | 'INVALID_SCENARIO'
  | 'NOT_IN_A_SCENARIO'
  | 'OUTSIDE_SUBTREE'
  | 'NOTHING_TO_UNDO'
  | 'NOTHING_TO_REDO'
  | 'UNKNOWN_STEP'
  | 'INVALID_RESOLUTION'
  | 'REBASE_CONFLICT'
  | 'BASE_MOVED'
  | 'NOTHING_TO_ADOPT'
  | 'INVALID_BASIS'
  | 'NOT_PROPOSED'
  | 'POSITION_NOT_REACHED'
  | ShiftProblemCode;

/** Why a question about a time or an organisation is refused. A closed list. */
export type QuestionRefusalCode =
  | 'UNKNOWN_ORGANISATION'
  | 'INVALID_DATE'
  | 'INVALID_TIME'
  | 'INVALID_INTERVAL'
  | 'KNOWN_AT_IN_FUTURE'
  | 'KNOWN_AT_BEFORE_FIRST_EVENT'
  | 'POSITION_NOT_REACHED'
  | 'UNKNOWN_UNIT'
  | 'AMBIGUOUS_UNIT'
  | 'INVALID_FILTER'
  | 'UNKNOWN_RECORD'
  | 'UNKNOWN_SCENARIO'
  | 'UNKNOWN_EVENT';

export type AnyRefusal = Refusal<RejectionCode | WarningCode | CommandRefusalCode | RecordRejectionCode>;

export function refusal<C extends string>(code: C, message: Message, field?: string): Refusal<C> {
  return { code, message, units: [], changes: [], ...(field === undefined ? {} : { field }) };
}

/** Thrown by queries: the question cannot be answered as asked. Carries both languages. */
export class QuestionRefused extends Error {
  constructor(
    readonly code: QuestionRefusalCode,
    readonly messages: Message,
    readonly field?: string,
  ) {
    super(messages.en);
    this.name = 'QuestionRefused';
  }
}

export function unknownOrganisation(slug: string): Message {
  const shown = slug.slice(0, 80);
  return {
    sv: `Organisationen ”${shown}” finns inte.`,
    en: `There is no organisation "${shown}".`,
  };
}
