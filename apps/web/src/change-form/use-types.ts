import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';

const TYPES = graphql(`
  query TypesOnDate($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      chart {
        type
      }
    }
  }
`);

/** The unit types that the organisation has on the date. */
export function useTypes(axes: Axes): readonly string[] {
  const { data } = useAnswer('types', TYPES, axes);
  return [...new Set(data?.organisation?.chart.map(({ type }) => type) ?? [])];
}
