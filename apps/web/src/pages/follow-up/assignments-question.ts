import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';
import { usePages } from '../../graphql/use-pages.js';
import type { Axes } from '../../location/axes.js';

const ASSIGNMENT = graphql(`
  fragment FollowedAssignment on Assignment {
    id
    number
    title
    text
    status
    standing
    assessment
    overdue
    needsHandOver
    steeringDocuments
    due {
      earliest
      latest
      written
    }
    given {
      earliest
      latest
      written
    }
    to {
      name
      status
      unit {
        id
      }
      successors {
        id
        name
      }
    }
    with {
      name
      unit {
        id
      }
    }
    reportTo {
      name
      unit {
        id
      }
    }
    decision {
      id
      called
    }
    matter {
      id
      number
      title
    }
    document {
      id
      title
      matter {
        id
        number
        title
      }
    }
    reports {
      id
      assessment
      certain
      final
      place
      text
      on {
        earliest
        latest
        written
      }
      document {
        title
      }
    }
  }
`);

const ASSIGNMENTS = graphql(
  `
    query Assignments(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $after: String
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        at
        assignments(first: 200, after: $after) {
          totalCount
          pageInfo {
            hasNextPage
            endCursor
          }
          nodes {
            ...FollowedAssignment
          }
        }
      }
    }
  `,
  [ASSIGNMENT],
);

export type FollowedAssignment = ResultOf<typeof ASSIGNMENT>;

/** All assignments as they stand on the date, two hundred at a time. */
export function useAssignments(axes: Axes) {
  return usePages('assignments', ASSIGNMENTS, axes, ({ organisation }) => organisation?.assignments);
}
