/**
 * What can go wrong around a ledger that is nobody's decision: a broken call, a server in trouble, a damaged record.
 * Expected refusals (a duplicate, a conflict) are outcomes, not faults.
 */
export type LedgerFaultCode =
  /** The call itself is malformed: no commands, no events, a key used twice in one batch, an id that is no UUID. */
  | 'INVALID_APPEND'
  /** The data cannot be written as canonical I-JSON. */
  | 'NOT_CANONICAL'
  | 'UNKNOWN_ORGANISATION'
  | 'UNKNOWN_EVENT_TYPE'
  /** The stored schema version is newer than this program knows. */
  | 'UNKNOWN_EVENT_VERSION'
  /** The organisation's head stayed locked longer than the lock timeout: nothing was written, try again. */
  | 'LEDGER_BUSY'
  /** The server aborted the transaction for the sake of another (serialization failure, deadlock): try again. */
  | 'TRY_AGAIN'
  | 'OUT_OF_SPACE'
  | 'TOO_MANY_CONNECTIONS'
  /** The server is gone, restarting or unreachable. See `outcomeUnknown`. */
  | 'DATABASE_UNAVAILABLE'
  /** The server cancelled the statement (time limit or client gone). */
  | 'CANCELLED'
  /** A backup that is damaged, truncated or tampered with, or a target that is not empty. */
  | 'RESTORE_REFUSED';

/** A coded fault of the ledger. */
export class LedgerFault extends Error {
  override readonly name = 'LedgerFault';

  constructor(
    readonly code: LedgerFaultCode,
    message: string,
    options: ErrorOptions & {
      /** True when the statement may have been committed all the same: retry with the same idempotency key. */
      readonly outcomeUnknown?: boolean;
    } = {},
  ) {
    super(message, options);
    this.outcomeUnknown = options.outcomeUnknown ?? false;
  }

  readonly outcomeUnknown: boolean;
}
