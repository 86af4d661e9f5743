import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';
import { usePages } from '../../graphql/use-pages.js';
import type { Axes } from '../../location/axes.js';
import { FIGURE } from './figure-parts.js';

const CONTRADICTIONS = graphql(
  `
    query Contradictions(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $after: String
      $filter: ContradictionFilterInput
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        contradictions(first: 100, after: $after, filter: $filter) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            rule
            explanation
            computed
            difference
            unitOfMeasure
            printed {
              ...FigureParts
            }
            parts {
              less
              figure {
                ...FigureParts
              }
            }
          }
        }
      }
    }
  `,
  [FIGURE],
);

export type ContradictionParts = NonNullable<
  ResultOf<typeof CONTRADICTIONS>['organisation']
>['contradictions']['nodes'][number];

/** Which contradictions. */
export interface ContradictionFilter {
  /** Without what rounding alone explains. */
  readonly beyondRounding: boolean;
  /** The id of an indicator; null: of all. */
  readonly indicator: string | null;
}

/** The contradictions, a hundred at a time. */
export function useContradictions(axes: Axes, filter: ContradictionFilter) {
  return usePages(
    'contradictions',
    CONTRADICTIONS,
    { ...axes, filter },
    ({ organisation }) => organisation?.contradictions,
  );
}
