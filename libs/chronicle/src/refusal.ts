import type { Message } from '#temporal';
import type { RecordRejectionCode } from '#records';
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
  | 'NOTHING_TO_RECORD';

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
  | 'UNKNOWN_RECORD';

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
