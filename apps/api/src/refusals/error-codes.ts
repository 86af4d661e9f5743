import type { QuestionRefusalCode } from '#chronicle';
import type { LedgerFaultCode } from '#ledger';

/** Why a whole request is refused, whatever it asks. */
type RequestErrorCode =
  | 'GRAPHQL_PARSE_FAILED'
  | 'GRAPHQL_VALIDATION_FAILED'
  | 'OPERATION_RESOLUTION_FAILURE'
  | 'BAD_REQUEST'
  | 'BAD_USER_INPUT'
  | 'BODY_TOO_LARGE'
  | 'FOREIGN_ORIGIN'
  | 'NOT_FOUND'
  | 'TOO_MANY_TOKENS'
  | 'TOO_DEEP'
  | 'TOO_MANY_ALIASES'
  | 'TOO_MANY_ROOT_FIELDS'
  | 'TOO_COSTLY'
  | 'TIME_LIMIT'
  | 'INVALID_POSITION'
  | 'INVALID_PAGE'
  | 'INVALID_CURSOR'
  | 'INVALID_DEPTH'
  | 'AMBIGUOUS_NODE'
  | 'ALREADY_RUNNING'
  | 'INTERNAL_SERVER_ERROR';

/** Every value of `extensions.code`. A closed list: codes are added, never reused with another meaning. */
export type ErrorCode = RequestErrorCode | QuestionRefusalCode | LedgerFaultCode;

/** What each code means, for the reference. */
export const ERROR_CODES: Readonly<Record<ErrorCode, string>> = {
  GRAPHQL_PARSE_FAILED: 'The document is not GraphQL.',
  GRAPHQL_VALIDATION_FAILED: 'The document does not fit the schema.',
  OPERATION_RESOLUTION_FAILURE: 'The request does not say which of its operations is meant.',
  BAD_REQUEST:
    'The HTTP request is not one that GraphQL or the export takes: a batch, a form, a mutation by GET.',
  BAD_USER_INPUT: 'A variable or argument has the wrong type.',
  BODY_TOO_LARGE: 'The body of the request is larger than is taken.',
  FOREIGN_ORIGIN:
    'The request comes from a web page of another site, or by a name that is not this server’s.',
  NOT_FOUND: 'There is nothing at this address.',
  TOO_MANY_TOKENS: 'The document is longer than is taken.',
  TOO_DEEP: 'The fields are nested deeper than is answered.',
  TOO_MANY_ALIASES: 'The document gives more fields another name than is answered.',
  TOO_MANY_ROOT_FIELDS: 'One request asks for more at the root than is answered.',
  TOO_COSTLY: 'The answer would be larger than one request gets: page through it, or stream it from /export.',
  TIME_LIMIT: 'The answer took longer than one request gets.',
  INVALID_POSITION: 'A position is a whole number from 0 to 2^53 - 1.',
  INVALID_PAGE: 'Exactly one of first and last is given, from 1 to 200.',
  INVALID_CURSOR:
    'The cursor is not one that this question gave: other organisation, date, time, filter, or made up.',
  INVALID_DEPTH: 'A depth or a number of generations is a whole number that is not negative.',
  AMBIGUOUS_NODE: 'Several organisations have a unit or change with this id (one is a copy of another).',
  ALREADY_RUNNING: 'Another verification, or another import, is under way; one runs at a time. Try again.',
  INTERNAL_SERVER_ERROR: 'A fault of the server; the log has it under the request id.',
  UNKNOWN_ORGANISATION: 'There is no such organisation.',
  INVALID_DATE: 'The text is not a date, or the date is not in the calendar.',
  INVALID_TIME: 'The text is not a time.',
  INVALID_INTERVAL: 'The interval does not end after it begins.',
  KNOWN_AT_IN_FUTURE: 'What will be known at a later time is not known yet.',
  KNOWN_AT_BEFORE_FIRST_EVENT: 'Nothing was known of the organisation at that time.',
  POSITION_NOT_REACHED: 'The ledger has not reached minPosition.',
  UNKNOWN_UNIT: 'No unit is meant by the reference.',
  AMBIGUOUS_UNIT: 'Several units are meant by the reference.',
  INVALID_FILTER: 'The filter cannot be what is meant.',
  UNKNOWN_RECORD: 'No matter, decision or other record is meant by the reference.',
  UNKNOWN_SCENARIO: 'No scenario that you may see has this id.',
  UNKNOWN_EVENT: 'The ledger has no event at the position, or does not reach so far.',
  INVALID_APPEND: 'A fault of the server.',
  NOT_CANONICAL: 'A text or number cannot be kept: half a surrogate pair, or a number that is not finite.',
  UNKNOWN_EVENT_TYPE: 'The ledger holds an event that this version does not know.',
  UNKNOWN_EVENT_VERSION: 'The ledger holds an event of a newer version.',
  LEDGER_BUSY: 'Others kept the ledger busy; nothing was recorded. Try again.',
  TRY_AGAIN: 'The database gave way to others; nothing was recorded. Try again.',
  OUT_OF_SPACE: 'The database is out of space.',
  TOO_MANY_CONNECTIONS: 'The database takes no more connections.',
  DATABASE_UNAVAILABLE: 'The database does not answer. Retry a mutation with its idempotencyKey.',
  CANCELLED: 'The database cancelled the work.',
  RESTORE_REFUSED: 'A backup cannot be restored.',
};
