import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';

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

/** The unit of an id or key as it is on the date of the axes; null: none is chosen, or it is not known yet. */
export function useActedOn(axes: Axes, unit: string | null) {
  const { data } = useAnswer('acted-on', FACTS, { ...axes, id: unit ?? '' }, { enabled: unit !== null });
  const acted = unit === null ? null : (data?.organisation?.unit ?? null);
  return { acted, at: data?.organisation?.at ?? null };
}
