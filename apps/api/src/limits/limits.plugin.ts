import { Plugin } from '@nestjs/apollo';
import type {
  ApolloServerPlugin,
  GraphQLRequestContextDidResolveOperation,
  GraphQLRequestListener,
} from '@apollo/server';
import { getVariableValues } from 'graphql';
import type { Message } from '#temporal';
import { CodedError } from '../refusals/coded-error.js';
import type { ErrorCode } from '../refusals/error-codes.js';
import type { RequestContext } from '../request-context.js';
import { measureOperation } from './measure-operation.js';

export const LIMITS = { depth: 15, aliases: 100, rootFields: 20, cost: 10_000 } as const;

/** Refuses operations that ask for too much, before anything is read. */
@Plugin()
export class LimitsPlugin implements ApolloServerPlugin<RequestContext> {
  async requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return { didResolveOperation: (request) => Promise.resolve(checkOperation(request)) };
  }
}

function checkOperation({
  schema,
  document,
  operation,
  request,
  contextValue,
}: GraphQLRequestContextDidResolveOperation<RequestContext>): void {
  // Which operation is meant is not said: Apollo answers that.
  if (operation === undefined) return;
  if (operation.selectionSet.selections.length > LIMITS.rootFields) {
    throw refusal('TOO_MANY_ROOT_FIELDS', LIMITS.rootFields, 'rotfält', 'fields at the root');
  }
  const coerced = getVariableValues(schema, operation.variableDefinitions ?? [], request.variables ?? {});
  // Wrong variables get their own errors from the execution.
  if (coerced.coerced === undefined) return;
  contextValue.variables = coerced.coerced;
  const { depth, aliases, cost } = measureOperation(schema, document, operation, coerced.coerced);
  if (depth > LIMITS.depth) throw refusal('TOO_DEEP', LIMITS.depth, 'nivåer', 'levels');
  if (aliases > LIMITS.aliases) throw refusal('TOO_MANY_ALIASES', LIMITS.aliases, 'alias', 'aliases');
  if (cost > LIMITS.cost) {
    throw new CodedError(
      'TOO_COSTLY',
      {
        sv: `Svaret kan bli för stort: det beräknas till ${cost} objekt, och högst ${LIMITS.cost} besvaras.`,
        en: `The answer may be too large: it is taken to be ${cost} objects, and at most ${LIMITS.cost} are answered.`,
      },
      undefined,
      400,
    );
  }
  contextValue.cost = cost;
}

function refusal(code: ErrorCode, most: number, swedish: string, english: string): CodedError {
  const messages: Message = {
    sv: `Frågan har för många ${swedish}: högst ${most} besvaras.`,
    en: `The query has too many ${english}: at most ${most} are answered.`,
  };
  return new CodedError(code, messages, undefined, 400);
}
