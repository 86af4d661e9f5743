import { useInfiniteQuery, useQueries } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { ask } from '../../../graphql/ask.js';
import { graphql } from '../../../graphql/graphql.js';
import { NEEDED_FIRST } from '../impact/impact-parts.js';
import { GOALS } from '../scenario-question.js';

const ALTERNATIVES = graphql(`
  query Alternatives($slug: String!, $of: [ReadingInput!]!, $after: String) {
    alternatives(organisation: $slug, of: $of, first: 100, after: $after) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      columns {
        at
        scenario {
          id
          name
        }
        counts {
          begun
          ended
          moved
          renamed
          reclassified
          recoded
        }
      }
      nodes {
        unit {
          id
          name
        }
        cells {
          inForce
          name
          type
          differs {
            aspect
            certain
          }
          parents {
            hierarchy
            parent {
              name
            }
          }
          continuedBy {
            name
          }
        }
      }
    }
  }
`);

const FIRST = graphql(
  `
    query NeededFirst($id: ID!, $at: Date) {
      scenario(id: $id) {
        id
        ...Goals
        impact(at: $at) {
          neededFirst {
            ...FirstNeeded
          }
        }
      }
    }
  `,
  [GOALS, NEEDED_FIRST],
);

type Alternatives = ResultOf<typeof ALTERNATIVES>['alternatives'];
export type Column = Alternatives['columns'][number];
export type AlternativeRow = Alternatives['nodes'][number];
export type Cell = AlternativeRow['cells'][number];
export type Judged = NonNullable<ResultOf<typeof FIRST>['scenario']>;

/** What is recorded and the scenarios, unit by unit, on one date; a page at a time. */
export function useAlternatives(slug: string, ids: readonly string[], at: string) {
  return useInfiniteQuery({
    queryKey: ['alternatives', slug, ids, at],
    queryFn: ({ signal, pageParam }) =>
      ask(
        ALTERNATIVES,
        { slug, of: [{ at }, ...ids.map((scenario) => ({ scenario, at }))], after: pageParam },
        signal,
      ),
    initialPageParam: null as string | null,
    getNextPageParam: ({ alternatives: { pageInfo } }) =>
      pageInfo.hasNextPage ? (pageInfo.endCursor ?? undefined) : undefined,
    enabled: ids.length > 0,
  });
}

/** Of each scenario what must be decided first, and its goals. */
export function useJudged(ids: readonly string[], at: string): readonly (Judged | null)[] {
  const answers = useQueries({
    queries: ids.map((id) => ({
      queryKey: ['needed-first', id, at],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask(FIRST, { id, at }, signal),
    })),
  });
  return answers.map(({ data }) => data?.scenario ?? null);
}
