import { DatabaseError, errorCode } from '#database';
import { LedgerFault } from '#ledger';
import type { Message } from '#temporal';
import { EXIT, type ExitCode } from './exit-code.js';
import { messageLanguage } from './language.js';
import { say } from './output.js';

/** Says what went wrong, with its code, on stderr. @returns the exit code for it */
export function report(error: unknown, args: readonly string[]): ExitCode {
  if (isRefusal(error)) {
    say(`[${error.code}] ${error.messages[messageLanguage(languageIn(args))]}`);
    return EXIT.refused;
  }
  // Not imported: the server takes a second to load.
  if (error instanceof Error && error.name === 'StartRefused') {
    say(`[${errorCode(error)}] ${error.message}`);
    return EXIT.refused;
  }
  if (error instanceof LedgerFault && error.code === 'RESTORE_REFUSED') {
    say(`[${error.code}] ${error.message}`);
    return EXIT.refused;
  }
  if (error instanceof LedgerFault || error instanceof DatabaseError) {
    say(`[${error.code}] ${error.message}`);
    return EXIT.fault;
  }
  const code = errorCode(error);
  const message = error instanceof Error ? error.message : String(error);
  if (code !== undefined && /^E[A-Z]+$/.test(code)) say(`[${code}] ${message}`);
  else say(`[FAULT] ${error instanceof Error ? (error.stack ?? message) : message}`);
  return EXIT.fault;
}

/** A question that the chronicle or the command line itself refuses; known by its shape, since the chronicle loads slowly. */
function isRefusal(error: unknown): error is { readonly code: string; readonly messages: Message } {
  return error instanceof Error && 'messages' in error && 'code' in error;
}

function languageIn(args: readonly string[]): 'sv' | 'en' | undefined {
  const at = args.findIndex((arg) => arg === '--lang' || arg.startsWith('--lang='));
  const asked = args[at]?.split('=')[1] ?? args[at + 1];
  return at >= 0 && (asked === 'sv' || asked === 'en') ? asked : undefined;
}
