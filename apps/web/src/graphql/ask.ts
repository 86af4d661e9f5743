import type { TadaDocumentNode } from 'gql.tada';
import { QuestionFailed, type BothLanguages } from './question-failed.js';

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly {
    readonly extensions?: { readonly code?: string; readonly messages?: BothLanguages };
  }[];
}

/**
 * Asks the server.
 * @throws QuestionFailed when it cannot be reached or refuses
 */
export async function ask<Result, Variables>(
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  signal?: AbortSignal,
): Promise<Result> {
  const query = (document as unknown as { readonly text: string }).text;
  const response = await send(JSON.stringify({ query, variables }), signal);
  const requestId = response.headers.get('x-request-id');
  const { data, errors = [] } = await read(response, requestId);
  const [error] = errors;
  if (error === undefined) return data as Result;
  const { code = 'INTERNAL_SERVER_ERROR', messages = null } = error.extensions ?? {};
  throw new QuestionFailed(code, messages, requestId);
}

async function send(body: string, signal: AbortSignal | undefined): Promise<Response> {
  try {
    return await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'accept-language': document.documentElement.lang },
      body,
      signal: signal ?? null,
    });
  } catch (error) {
    if (signal?.aborted) throw error;
    throw new QuestionFailed('UNREACHABLE', null, null);
  }
}

async function read(response: Response, requestId: string | null): Promise<Answer> {
  try {
    return (await response.json()) as Answer;
  } catch {
    throw new QuestionFailed('UNREADABLE', null, requestId);
  }
}
