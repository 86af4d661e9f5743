import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';

/** A figure as it is printed, with where it stands. */
export const FIGURE = graphql(`
  fragment FigureParts on Figure {
    kind
    value
    unitOfMeasure
    printed
    row
    heading
    targetMet
    place
    indicator {
      id
      name
    }
    unit {
      id
      name
    }
    breakdown {
      dimension
      category
    }
    period {
      first
      last
      written
      words {
        sv
        en
      }
    }
    document {
      id
      title
      matter {
        id
        number
      }
    }
  }
`);

export type FigureParts = ResultOf<typeof FIGURE>;

/** Which part of the activity, in words; empty: the whole. */
export function breakdownInWords(breakdown: FigureParts['breakdown']): string {
  return breakdown.map(({ dimension, category }) => `${dimension}: ${category}`).join(', ');
}
