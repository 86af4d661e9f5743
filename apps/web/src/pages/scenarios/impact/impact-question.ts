import { useQuery } from '@tanstack/react-query';
import type { ResultOf } from 'gql.tada';
import { ask } from '../../../graphql/ask.js';
import { graphql } from '../../../graphql/graphql.js';
import { NEEDED_FIRST, SHAPE, SIZE } from './impact-parts.js';

const IMPACT = graphql(
  `
    query Impact($id: ID!, $at: Date) {
      scenario(id: $id) {
        impact(at: $at) {
          at
          units {
            begun {
              id
              name
            }
            ended {
              id
              name
            }
            moved {
              id
              name
            }
            merged {
              change
              into {
                name
              }
            }
            split {
              change
              source {
                name
              }
            }
            renamed {
              id
              name
            }
            broughtAlong {
              id
              name
              consequences {
                what
                because {
                  name
                }
                before {
                  name
                }
                after {
                  name
                }
              }
            }
          }
          resources {
            begunFromNothing {
              id
              name
            }
            headCount {
              ...Size
            }
            fte {
              ...Size
            }
            budget {
              ...Size
            }
          }
          shape {
            before {
              ...ImpactShape
            }
            after {
              ...ImpactShape
            }
            chainsBegun {
              id
              name
            }
          }
          leftBehind {
            assignments {
              id
              title
              units {
                name
              }
              successors {
                name
              }
            }
            codes {
              scheme
              code
              unit {
                name
              }
            }
            measures {
              figures
              indicator {
                name
              }
              unit {
                name
              }
            }
            steeringDocuments {
              record
              title
              becomes
              unit {
                name
              }
            }
          }
          neededFirst {
            ...FirstNeeded
          }
        }
      }
    }
  `,
  [SIZE, SHAPE, NEEDED_FIRST],
);

export type ImpactTold = NonNullable<ResultOf<typeof IMPACT>['scenario']>['impact'];

/** What a scenario comes to on a date. */
export function useImpact(id: string, version: number, at: string | null) {
  return useQuery({
    queryKey: ['impact', id, version, at],
    queryFn: ({ signal }) => ask(IMPACT, { id, at }, signal),
  });
}
