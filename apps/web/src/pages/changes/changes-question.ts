import { graphql } from '../../graphql/graphql.js';
import { usePages } from '../../graphql/use-pages.js';
import type { Axes } from '../../location/axes.js';
import { GROUNDS } from '../../why/grounds.js';
import type { ChangeFilter } from './change-filter.js';

const CHANGES = graphql(
  `
    query Changes(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $after: String
      $filter: ChangeFilterInput
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        changes(first: 50, after: $after, filter: $filter) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...Grounds
            units {
              id
              name
            }
          }
        }
      }
    }
  `,
  [GROUNDS],
);

export type AskedChanges = ReturnType<typeof askedOf>;

/** The choice as the server understands it. */
export function askedOf(filter: ChangeFilter) {
  return {
    kinds: filter.kind === null ? null : [filter.kind],
    standings: filter.standing === null ? null : [filter.standing],
    text: filter.text === '' ? null : filter.text,
    from: filter.from,
    to: filter.to,
    includePending: filter.standing !== null || filter.pending,
  };
}

/** The chronicle, fifty changes at a time. */
export function useChanges(axes: Axes, filter: ChangeFilter) {
  const asked = askedOf(filter);
  return usePages(
    'changes',
    CHANGES,
    { ...axes, filter: asked },
    ({ organisation }) => organisation?.changes,
  );
}
