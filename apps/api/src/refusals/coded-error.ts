import { GraphQLError } from 'graphql';
import type { Message } from '#temporal';
import type { ErrorCode } from './error-codes.js';

/** A request or question that is refused, with its code and its text in both languages. */
export class CodedError extends GraphQLError {
  constructor(
    readonly code: ErrorCode,
    readonly messages: Message,
    readonly field?: string,
    /** HTTP status. */
    readonly status?: number,
  ) {
    super(messages.en, {
      extensions: {
        code,
        messages,
        ...(field === undefined ? {} : { field }),
        ...(status === undefined ? {} : { http: { status } }),
      },
    });
  }
}
