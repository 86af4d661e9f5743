import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';

const CHILDREN = graphql(`
  query ChildrenOnDate(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $id: ID!
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      unit(id: $id) {
        children {
          id
          name
        }
      }
    }
  }
`);

/** The units under a unit on the date that is edited. */
export function useChildren(axes: Axes, unit: string | null) {
  const { data } = useAnswer('children', CHILDREN, { ...axes, id: unit ?? '' }, { enabled: unit !== null });
  return unit === null ? [] : (data?.organisation?.unit?.children ?? []);
}

const TYPES = graphql(`
  query TypesOnDate($slug: String!, $at: Date, $knownAt: Instant, $standing: Standing, $scenario: ID) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      name
      chart {
        type
      }
    }
  }
`);

/** The unit types that the organisation has on the date. */
export function useTypes(axes: Axes) {
  const { data, error } = useAnswer('types', TYPES, axes);
  const { organisation } = data ?? {};
  return {
    error,
    name: organisation?.name,
    types: [...new Set(organisation?.chart.map(({ type }) => type) ?? [])],
  };
}
