import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';

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

/** What became of something that was done, or tried, with a scenario. */
export const PAYLOAD = graphql(
  `
    fragment Payload on ScenarioPayload {
      outcome
      version
      scenario {
        id
        at
      }
      changes {
        id
        on
        sentence {
          sv
          en
        }
      }
      notices {
        code
        messages {
          sv
          en
        }
      }
      userErrors {
        ...Refusal
      }
    }
  `,
  [REFUSAL],
);

export type Payload = ResultOf<typeof PAYLOAD>;

/** What every mutation of a scenario has in common. */
export interface Outcome {
  readonly outcome: Payload['outcome'];
  readonly userErrors: readonly Refusal[];
}

export const isDone = ({ outcome }: Outcome) => outcome === 'RECORDED' || outcome === 'REPEATED';
