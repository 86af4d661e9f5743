import { Logger } from '@nestjs/common';
import { QuestionRefused } from '#chronicle';
import { LedgerFault } from '#ledger';
import type { Message } from '#temporal';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { CodedError } from './coded-error.js';
import { ERROR_CODES, type ErrorCode } from './error-codes.js';

const log = new Logger('Api');

/** What clients get to see of an error: its code, both texts, the field; nothing of the server's insides. */
export function formatError(formatted: GraphQLFormattedError, error: unknown): GraphQLFormattedError {
  const { code, messages, field } = refusalIn(formatted, error);
  return {
    message: messages.sv,
    ...(formatted.locations === undefined ? {} : { locations: formatted.locations }),
    ...(formatted.path === undefined ? {} : { path: formatted.path }),
    extensions: { code, messages, ...(field === undefined ? {} : { field }) },
  };
}

interface Refused {
  readonly code: ErrorCode;
  readonly messages: Message;
  readonly field?: string | undefined;
}

function refusalIn(formatted: GraphQLFormattedError, error: unknown): Refused {
  for (const cause of causesOf(error)) {
    if (cause instanceof QuestionRefused || cause instanceof CodedError) return cause;
    if (cause instanceof LedgerFault) {
      log.error(cause.stack);
      return { code: cause.code, messages: FAULT };
    }
  }
  const given = formatted.extensions?.['code'];
  const code = given === 'PERSISTED_QUERY_NOT_SUPPORTED' ? 'BAD_REQUEST' : given;
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR' && Object.hasOwn(ERROR_CODES, code)) {
    return { code: code as ErrorCode, messages: ofGraphql(code as ErrorCode, formatted.message) };
  }
  log.error(error instanceof Error ? error.stack : String(error));
  return { code: 'INTERNAL_SERVER_ERROR', messages: FAULT };
}

function* causesOf(error: unknown): Iterable<unknown> {
  let cause = error;
  for (let depth = 0; cause instanceof Error && depth < 10; depth++) {
    yield cause;
    cause = cause instanceof GraphQLError ? cause.originalError : cause.cause;
  }
}

const FAULT: Message = {
  sv: 'Ett fel inträffade i servern. Försök igen; loggen har felet under förfrågans id.',
  en: 'The server had a fault. Try again; its log has the fault under the id of the request.',
};

const SWEDISH: Partial<Record<ErrorCode, string>> = {
  GRAPHQL_PARSE_FAILED: 'Frågan är inte giltig GraphQL',
  GRAPHQL_VALIDATION_FAILED: 'Frågan passar inte schemat',
  OPERATION_RESOLUTION_FAILURE: 'Det framgår inte vilken operation som avses',
  BAD_REQUEST: 'Förfrågan är inte en som tas emot',
  BAD_USER_INPUT: 'Ett värde har fel typ',
};

/** GraphQL's own errors are in English: the Swedish text says what kind, and quotes them. */
function ofGraphql(code: ErrorCode, message: string): Message {
  const shown = message.slice(0, 500);
  const [, tokens] = /more than (\d+) tokens/.exec(message) ?? [];
  if (tokens !== undefined) {
    return { sv: `Frågan har fler än ${tokens} ord och tecken.`, en: shown };
  }
  return { sv: `${SWEDISH[code] ?? 'Förfrågan kan inte besvaras'}: ${shown}`, en: shown };
}
