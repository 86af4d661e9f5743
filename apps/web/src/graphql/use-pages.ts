import { useInfiniteQuery } from '@tanstack/react-query';
import type { TadaDocumentNode } from 'gql.tada';
import type { Axes } from '../location/axes.js';
import { ask } from './ask.js';

interface Page {
  readonly pageInfo: { readonly hasNextPage: boolean; readonly endCursor: string | null };
}

/**
 * The answer to a question about an organisation that comes in pages, one after another. It is kept as `useAnswer` keeps
 * it; `pageOf`: the page in an answer, null or undefined if there is no such organisation.
 */
export function usePages<Result, Variables extends Axes & { readonly after?: string | null }>(
  name: string,
  document: TadaDocumentNode<Result, Variables>,
  variables: Variables,
  pageOf: (answer: Result) => Page | null | undefined,
) {
  return useInfiniteQuery({
    queryKey: [name, variables],
    queryFn: ({ pageParam, signal }) => ask(document, { ...variables, after: pageParam }, signal),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => {
      const page = pageOf(last);
      return page?.pageInfo.hasNextPage === true ? page.pageInfo.endCursor : null;
    },
    placeholderData: (last) => {
      const [first] = last?.pages ?? [];
      return first === undefined || pageOf(first) == null ? undefined : last;
    },
  });
}
