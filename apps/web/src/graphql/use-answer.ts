import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import { isSettled, type Axes } from '../location/axes.js';
import { ask } from './ask.js';

/** How long, in milliseconds, an answer that rests on all that is known is shown without asking again. */
const FRESH = 30_000;

/**
 * The answer to a question about an organisation. It is kept under its name, all times and choices, and what else it
 * depends on; while the next one comes, the last one stays.
 */
export function useAnswer<Result, Variables extends Axes>(
  name: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  options: { readonly enabled?: boolean } = {},
): UseQueryResult<Result> {
  return useQuery({
    queryKey: [name, variables],
    queryFn: ({ signal }) => ask(document, variables, signal),
    staleTime: isSettled(variables) ? Infinity : FRESH,
    placeholderData: (last, query) =>
      query !== undefined && isSameBut(query.queryKey[1] as Variables, variables) ? last : undefined,
    ...options,
  });
}

/** Whether two questions are the same, asked at other times. */
function isSameBut(one: Axes, other: Axes): boolean {
  const rest = (question: Axes) =>
    JSON.stringify({ ...question, at: null, knownAt: null, standing: null, scenario: null });
  return rest(one) === rest(other);
}
