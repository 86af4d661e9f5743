/**
 * Why the database cannot be used. The code is stable; the text is for whoever starts the program.
 *
 * - `DATABASE_UNSAFE`: the server may lose committed work (fsync, full_page_writes or synchronous_commit off).
 * - `DATABASE_UNREACHABLE`: the server in DATABASE_URL does not answer.
 * - `DATABASE_ROLE_MISSING`: the limited role is missing and may not be created.
 * - `DATABASE_START_FAILED`: the embedded server does not start; the text ends with its log.
 * - `DATABASE_FOLDER`: the data folder cannot be used by this account.
 * - `DATABASE_UNSUPPORTED`: there is no embedded server for this platform.
 */
export type DatabaseErrorCode =
  | 'DATABASE_UNSAFE'
  | 'DATABASE_UNREACHABLE'
  | 'DATABASE_ROLE_MISSING'
  | 'DATABASE_START_FAILED'
  | 'DATABASE_FOLDER'
  | 'DATABASE_UNSUPPORTED';

/** A fault of the database's surroundings, told with a stable code. */
export class DatabaseError extends Error {
  constructor(
    readonly code: DatabaseErrorCode,
    message: string,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'DatabaseError';
  }
}

/** The code of a system or PostgreSQL error (`ENOENT`, `42P04`), or undefined. */
export function errorCode(error: unknown): string | undefined {
  if (typeof error !== 'object' || error === null || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
