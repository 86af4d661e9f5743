import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql/graphql.js';

/** The whole chart on a date. Codes are asked for by those who show them. */
export const CHART = graphql(`
  query Chart(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $hierarchy: String
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      name
      at
      chart(hierarchy: $hierarchy) {
        id
        parentId
        depth
        key
        name
        type
        indeterminate
        since
      }
      pendingChanges(first: 200) {
        nodes {
          standing
          units {
            id
          }
        }
      }
      leftOut {
        changes {
          id
          sentence {
            sv
            en
          }
        }
        reasons {
          message {
            sv
            en
          }
        }
      }
      roots: units(first: 20, filter: { isRoot: true, includeIndeterminate: true }) {
        nodes {
          placements {
            hierarchy
          }
        }
      }
    }
  }
`);

export type ChartedOrganisation = NonNullable<ResultOf<typeof CHART>['organisation']>;
export type ChartUnit = ChartedOrganisation['chart'][number];
export type PendingStanding = NonNullable<ChartedOrganisation['pendingChanges']['nodes'][number]['standing']>;
