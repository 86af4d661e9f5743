import type { ResultOf } from 'gql.tada';
import { REFUSAL, type Refusal } from '../../change-form/refusal.js';
import { graphql } from '../../graphql/graphql.js';

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
