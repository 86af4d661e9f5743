import { LedgerFault, type LedgerFaultCode } from './ledger-fault.js';

const CODES: Readonly<Record<string, LedgerFaultCode>> = {
  KL001: 'UNKNOWN_ORGANISATION',
  '40001': 'TRY_AGAIN',
  '40P01': 'TRY_AGAIN',
  '53100': 'OUT_OF_SPACE',
  '53300': 'TOO_MANY_CONNECTIONS',
  '55P03': 'LEDGER_BUSY',
  '57014': 'CANCELLED',
  '57P01': 'DATABASE_UNAVAILABLE',
  '57P02': 'DATABASE_UNAVAILABLE',
  '57P03': 'DATABASE_UNAVAILABLE',
  '57P05': 'DATABASE_UNAVAILABLE',
};

const SQLSTATE = /^[0-9A-Z]{5}$/;

/** What the driver threw, as a coded fault; what is no matter of the database's condition is given back as it is. */
export function postgresFault(error: unknown, doing: 'connecting' | 'reading' | 'writing'): unknown {
  if (!isError(error) || error instanceof LedgerFault) return error;
  const state = sqlState(error);
  const code = state === undefined ? brokenConnection(error) : (CODES[state] ?? connectionClass(state));
  if (code === undefined) return error;
  const outcomeUnknown = doing === 'writing' && code === 'DATABASE_UNAVAILABLE';
  return new LedgerFault(code, error.message, { cause: error, outcomeUnknown });
}

/** True if the connection cannot be used again. */
export function connectionIsBroken(error: unknown): boolean {
  return error instanceof LedgerFault && error.code === 'DATABASE_UNAVAILABLE';
}

/** Also one of another realm, where `instanceof` is of no use. */
function isError(value: unknown): value is Error {
  return typeof value === 'object' && value !== null && 'message' in value && 'stack' in value;
}

function sqlState(error: Error): string | undefined {
  const code = (error as { code?: unknown }).code;
  return typeof code === 'string' && SQLSTATE.test(code) && 'severity' in error ? code : undefined;
}

function connectionClass(state: string): LedgerFaultCode | undefined {
  return state.startsWith('08') ? 'DATABASE_UNAVAILABLE' : undefined;
}

function brokenConnection(error: Error): LedgerFaultCode | undefined {
  if ('syscall' in error) return 'DATABASE_UNAVAILABLE';
  return /connection (terminated|ended)|timeout (exceeded|expired)|not queryable|client was closed/i.test(
    error.message,
  )
    ? 'DATABASE_UNAVAILABLE'
    : undefined;
}
