import type { ResultOf } from 'gql.tada';
import { graphql } from '../graphql/graphql.js';

/** Why something is refused, or what is asked about. */
export const REFUSAL = graphql(`
  fragment Refusal on UserError {
    code
    index
    field
    date
    messages {
      sv
      en
    }
  }
`);

export type Refusal = ResultOf<typeof REFUSAL>;

/** What is asked about, and done once it is confirmed. */
export const WARNINGS = ['NAME_NOT_UNIQUE', 'NOTHING_CHANGES'] as const;
export type Warning = (typeof WARNINGS)[number];
