import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import type { Request, Response } from 'express';
import { QuestionRefused } from '#chronicle';
import { LedgerFault } from '#ledger';
import type { Message } from '#temporal';
import { CodedError } from '../refusals/coded-error.js';
import type { ErrorCode } from '../refusals/error-codes.js';
import { languageOf } from '../refusals/language.js';

/** What is asked about is not there. */
const MISSING: readonly string[] = [
  'UNKNOWN_ORGANISATION',
  'UNKNOWN_UNIT',
  'UNKNOWN_RECORD',
  'UNKNOWN_SCENARIO',
  'UNKNOWN_EVENT',
];

/** Answers HTTP requests that fail outside GraphQL as GraphQL would: coded, in both languages, nothing of the insides. */
@Catch()
export class HttpErrorsFilter implements ExceptionFilter {
  private readonly log = new Logger('Api');

  catch(exception: unknown, host: ArgumentsHost): void {
    if (host.getType() !== 'http') throw exception;
    const request = host.switchToHttp().getRequest<Request>();
    const response = host.switchToHttp().getResponse<Response>();
    const { status, code, messages, field } = this.read(exception);
    if (response.headersSent) {
      response.destroy();
      return;
    }
    response.status(status).json(errorBody(code, messages, request.headers['accept-language'], field));
  }

  private read(exception: unknown): {
    status: number;
    code: ErrorCode;
    messages: Message;
    field?: string | undefined;
  } {
    if (exception instanceof QuestionRefused) {
      const { code, messages, field } = exception;
      const missing = MISSING.includes(code);
      return { status: missing ? 404 : code === 'POSITION_NOT_REACHED' ? 409 : 400, code, messages, field };
    }
    if (exception instanceof CodedError) {
      const { code, messages, field, status = 400 } = exception;
      return { status, code, messages, field };
    }
    const status = statusOf(exception);
    if (status === 413) return { status, code: 'BODY_TOO_LARGE', messages: TOO_LARGE };
    if (status === 404) return { status, code: 'NOT_FOUND', messages: NOT_FOUND };
    if (status >= 400 && status < 500) return { status, code: 'BAD_REQUEST', messages: BAD_REQUEST };
    this.log.error(exception instanceof Error ? exception.stack : String(exception));
    const code = exception instanceof LedgerFault ? exception.code : 'INTERNAL_SERVER_ERROR';
    return { status: code === 'INTERNAL_SERVER_ERROR' ? 500 : 503, code, messages: FAULT };
  }
}

export function errorBody(
  code: ErrorCode,
  messages: Message,
  acceptLanguage: string | undefined,
  field?: string,
): object {
  const message = messages[languageOf(acceptLanguage)];
  return {
    errors: [{ message, extensions: { code, messages, ...(field === undefined ? {} : { field }) } }],
  };
}

function statusOf(exception: unknown): number {
  if (exception instanceof HttpException) return exception.getStatus();
  const status = (exception as { status?: unknown } | null)?.status;
  return typeof status === 'number' ? status : 500;
}

const TOO_LARGE: Message = {
  sv: 'Förfrågan är för stor. Större ändringspaket importeras som fil.',
  en: 'The request is too large. Import larger change sets as a file.',
};
const NOT_FOUND: Message = { sv: 'Här finns ingenting.', en: 'There is nothing here.' };
const BAD_REQUEST: Message = {
  sv: 'Förfrågan kan inte läsas: den ska vara JSON i UTF-8.',
  en: 'The request cannot be read: it must be JSON in UTF-8.',
};
const FAULT: Message = {
  sv: 'Ett fel inträffade i servern. Försök igen.',
  en: 'The server had a fault. Try again.',
};
