import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';

/** One thing that is missing, and what it is missing of. */
export const TODO_ITEM = graphql(`
  fragment TodoParts on TodoItem {
    kind
    message {
      sv
      en
    }
    change {
      id
      units {
        id
        name
      }
      matter {
        id
        number
        title
      }
    }
    unit {
      id
      name
    }
    matter {
      id
      number
      title
    }
    record {
      __typename
      id
    }
  }
`);

export type TodoParts = ResultOf<typeof TODO_ITEM>;
