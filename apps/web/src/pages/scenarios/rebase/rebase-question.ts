import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { ask } from '../../../graphql/ask.js';
import { graphql } from '../../../graphql/graphql.js';

const REBASED = graphql(`
  query Rebased($id: ID!) {
    scenario(id: $id) {
      resolutions {
        step
        resolution {
          how
        }
      }
      rebase {
        from
        to
        steps {
          step
          place
          outcome
          sentences {
            sv
            en
          }
          differences {
            words {
              sv
              en
            }
          }
          conflicts {
            kind
            message {
              sv
              en
            }
            because {
              change
              on
              position
              sentence {
                sv
                en
              }
            }
            resolutions {
              how
              on
              scheme
              code
              toCode
              unit {
                id
                name
              }
              to {
                id
                name
              }
            }
          }
        }
      }
    }
  }
`);

export type Rebased = NonNullable<ResultOf<typeof REBASED>['scenario']>;
export type RebasedStep = Rebased['rebase']['steps'][number];
export type Resolution = RebasedStep['conflicts'][number]['resolutions'][number];

/** What would become of each step on the newest base, as it is settled so far. */
export function useRebase(id: string, version: number, behind: number) {
  return useQuery({
    queryKey: ['rebase', id, version, behind],
    queryFn: ({ signal }) => ask(REBASED, { id }, signal),
  });
}
