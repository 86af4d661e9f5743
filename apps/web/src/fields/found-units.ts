import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';

const FOUND = graphql(`
  query FindUnits(
    $slug: String!
    $at: Date
    $knownAt: Instant
    $standing: Standing
    $scenario: ID
    $text: String
  ) {
    organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
      at
      units(first: 20, filter: { text: $text, includeIndeterminate: true }) {
        nodes {
          id
          name
          type
          parent {
            name
          }
        }
      }
    }
  }
`);

/**
 * Units of the date by words of their names, spellings and codes, and the date; without words the first ones, or none
 * where they are not wanted.
 */
export function useFoundUnits(axes: Axes, text: string, areFirstWanted: boolean) {
  const isAsked = areFirstWanted || text !== '';
  const { data } = useAnswer(
    'find-units',
    FOUND,
    { ...axes, text: text === '' ? null : text },
    { enabled: isAsked },
  );
  const organisation = isAsked ? data?.organisation : undefined;
  return { found: organisation?.units.nodes, at: organisation?.at ?? axes.at };
}
