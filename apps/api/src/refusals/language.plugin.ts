import { Plugin } from '@nestjs/apollo';
import type { ApolloServerPlugin, GraphQLRequestListener } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Message } from '#temporal';
import type { RequestContext } from '../request-context.js';

/** Gives the errors of an answer in the language that was asked for. */
@Plugin()
export class LanguagePlugin implements ApolloServerPlugin<RequestContext> {
  async requestDidStart(): Promise<GraphQLRequestListener<RequestContext>> {
    return {
      willSendResponse: async ({ response, contextValue }) => {
        if (response.body.kind !== 'single') return;
        const { singleResult } = response.body;
        if (singleResult.errors === undefined) return;
        response.body = {
          kind: 'single',
          singleResult: {
            ...singleResult,
            errors: singleResult.errors.map((error) => inLanguage(error, contextValue)),
          },
        };
      },
    };
  }
}

function inLanguage(error: GraphQLFormattedError, { language }: RequestContext): GraphQLFormattedError {
  const messages = error.extensions?.['messages'] as Message | undefined;
  return messages === undefined ? error : { ...error, message: messages[language] };
}
