import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import type { Axes } from '../../location/axes.js';
import { GROUNDS } from '../../why/grounds.js';

const CHANGE = graphql(
  `
    query OneChange(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $id: ID!
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        change(id: $id) {
          ...Grounds
          cancelled
          pending
          externalId
          units {
            id
            name
          }
          anticipation {
            what
            count
            name
            type
            parent {
              id
              name
            }
            forms
            unknown
          }
          observations {
            id
            sentence {
              sv
              en
            }
            confidence
            verdict
          }
          scenario {
            id
            name
          }
          recordings: log {
            position
            actor
            reason
            recording
            knownAt
            on {
              earliest
              latest
              written
            }
            sentence {
              sv
              en
            }
          }
        }
      }
    }
  `,
  [GROUNDS],
);

export type OneChange = NonNullable<NonNullable<ResultOf<typeof CHANGE>['organisation']>['change']>;

/** A change with all that is known of it. */
export function useChange(axes: Axes, id: string) {
  return useAnswer('change', CHANGE, { ...axes, id });
}
