import { graphql } from '../../graphql/graphql.js';
import { usePages } from '../../graphql/use-pages.js';
import type { Axes } from '../../location/axes.js';

const MATTERS = graphql(`
  query Matters(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $after: String
    $filter: MatterFilterInput
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      name
      matters(first: 50, after: $after, filter: $filter) {
        totalCount
        pageInfo {
          hasNextPage
          endCursor
        }
        nodes {
          id
          number
          title
          opened {
            earliest
            latest
            written
          }
          closed {
            earliest
            latest
            written
          }
          chain {
            id
            called
            act
            awaits {
              name
            }
          }
          todo {
            kind
          }
        }
      }
    }
  }
`);

/** The matters, fifty at a time. */
export function useMatters(axes: Axes, text: string) {
  const filter = text === '' ? null : { text };
  return usePages('matters', MATTERS, { ...axes, filter }, ({ organisation }) => organisation?.matters);
}
