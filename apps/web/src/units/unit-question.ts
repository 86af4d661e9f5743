import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql/graphql.js';
import { useAnswer } from '../graphql/use-answer.js';
import type { Axes } from '../location/axes.js';
import { GROUNDS } from '../why/grounds.js';

/** What is shown of a unit wherever it is in focus. */
export const UNIT_FACTS = graphql(`
  fragment UnitFacts on Unit {
    id
    name
    type
    status
    path {
      id
      name
    }
    placements {
      hierarchy
      parent {
        id
        name
      }
    }
    codes {
      scheme
      value
    }
    spellings {
      written
    }
    existence {
      from
      fromWritten
      to
    }
    intervals {
      from
      fromWritten
      to
    }
    indeterminate {
      field
      valueName
      earliest
      latest
      written
    }
  }
`);

export type UnitFacts = ResultOf<typeof UNIT_FACTS>;

export const UNIT = graphql(
  `
    query Unit(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $id: ID
      $key: String
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        at
        unit(id: $id, key: $key) {
          ...UnitFacts
          why {
            field
            change {
              ...Grounds
            }
          }
          pendingChanges {
            ...Grounds
          }
        }
      }
    }
  `,
  [UNIT_FACTS, GROUNDS],
);

/** How a unit is named in a question: by its id, or by the key of its import. */
export function namedBy(unit: string): { readonly id: string | null; readonly key: string | null } {
  const isId = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(unit);
  return isId ? { id: unit, key: null } : { id: null, key: unit };
}

/** The unit that an address names. */
export function useUnit(axes: Axes, unit: string | null) {
  const named = namedBy(unit ?? '');
  return useAnswer('unit', UNIT, { ...axes, ...named }, { enabled: unit !== null });
}
