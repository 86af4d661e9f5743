import type { ResultOf } from 'gql.tada';
import { REFUSAL } from '../../change-form/refusal.js';
import { graphql } from '../../graphql/graphql.js';

/** Records changes and amendments, or with `validateOnly` tells what that would come to. */
export const RECORD = graphql(
  `
    mutation Record($input: RecordChangesInput!) {
      recordChanges(input: $input) {
        outcome
        position
        recordedAt
        changes {
          id
          recording
          position
          sentence {
            sv
            en
          }
          reasons {
            messages {
              sv
              en
            }
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
    }
  `,
  [REFUSAL],
);

export type Recorded = ResultOf<typeof RECORD>['recordChanges'];
