import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';
import type { ResultOf } from 'gql.tada';

const FACTS = graphql(`
  query ActedOn($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID, $id: ID!) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      at
      unit(id: $id) {
        id
        name
        type
        status
        placements {
          hierarchy
          parent {
            id
          }
        }
        children {
          id
          name
        }
      }
    }
  }
`);

/** A unit that a change acts on, as it is on the date of the change. */
export type ActedOn = NonNullable<NonNullable<ResultOf<typeof FACTS>['organisation']>['unit']>;

export function useUnitFacts(axes: Axes, unit: string | null) {
  return useAnswer('acted-on', FACTS, { ...axes, id: unit ?? '' }, { enabled: unit !== null });
}
