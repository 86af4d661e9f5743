import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { ask } from '../../graphql/ask.js';
import { graphql } from '../../graphql/graphql.js';
import type { Axes } from '../../location/axes.js';

/** Everything that can differ between two sides. */
export const DIFFERENCE = graphql(`
  fragment DifferenceTold on Difference {
    begun {
      id
      name
      certain
      parent {
        id
        name
      }
      predecessors {
        id
        name
      }
    }
    ended {
      id
      name
      certain
      parent {
        id
        name
      }
      successors {
        id
        name
      }
    }
    moved {
      id
      name
      hierarchy
      certain
      before {
        parent {
          id
          name
        }
        takesPart
      }
      after {
        parent {
          id
          name
        }
        takesPart
      }
    }
    renamed {
      id
      before
      after
      certain
    }
    reclassified {
      id
      name
      before
      after
      certain
    }
    recoded {
      id
      name
      scheme
      before
      after
      certain
    }
    merged {
      change
      sources {
        id
        name
      }
      into {
        id
        name
      }
    }
    split {
      change
      source {
        id
        name
      }
      into {
        id
        name
      }
    }
    awaited {
      change
      what
      units {
        id
        name
      }
    }
  }
`);

const COMPARE = graphql(
  `
    query Compare($slug: String!, $from: ReadingInput!, $to: ReadingInput!) {
      compare(organisation: $slug, from: $from, to: $to) {
        ...DifferenceTold
      }
    }
  `,
  [DIFFERENCE],
);

export type Difference = ResultOf<typeof DIFFERENCE>;

/** What differs between two sides of an organisation. */
export function useDifference(from: Axes, to: Axes) {
  return useQuery({
    queryKey: ['compare', from, to],
    queryFn: ({ signal }) =>
      ask(COMPARE, { slug: to.slug, from: readingOf(from), to: readingOf(to) }, signal),
  });
}

function readingOf({ slug: _, ...reading }: Axes): Omit<Axes, 'slug'> {
  return reading;
}
