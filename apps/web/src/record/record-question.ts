import type { ResultOf, VariablesOf } from 'gql.tada';
import { graphql } from '../graphql/graphql.js';

/** Records changes and amendments, or with `validateOnly` tells what that would come to. */
export const RECORD = graphql(`
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
      warnings {
        code
        messages {
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
        code
        field
        date
        messages {
          sv
          en
        }
        units {
          id
          name
        }
      }
    }
  }
`);

export type Recorded = ResultOf<typeof RECORD>['recordChanges'];
export type Refusal = Recorded['userErrors'][number];
/** What can be confirmed. */
export type Warning = NonNullable<VariablesOf<typeof RECORD>['input']['confirm']>[number];

export const WARNINGS: readonly Warning[] = ['NAME_NOT_UNIQUE', 'NOTHING_CHANGES'];
