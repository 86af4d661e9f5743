import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';
import { useAnswer } from '../../graphql/use-answer.js';
import type { Axes } from '../../location/axes.js';
import { GROUNDS } from '../../why/grounds.js';
import { TODO_ITEM } from '../todo/todo-items.js';
import { matterNamedBy } from '../../matters/matter-address.js';
import { STEP } from './step-question.js';

const DOCUMENT = graphql(`
  fragment MatterDocument on Document {
    id
    title
    role
    number
    atHand
    sha256
    on {
      earliest
      latest
      written
    }
    attachedTo {
      title
    }
    alsoCalled {
      title
      place
      in {
        title
      }
    }
  }
`);

const ASSIGNMENT = graphql(`
  fragment MatterAssignment on Assignment {
    id
    number
    title
    status
    standing
    assessment
    overdue
    due {
      earliest
      latest
      written
    }
    to {
      name
      unit {
        id
      }
    }
    reportTo {
      name
    }
    steeringDocuments
  }
`);

const OBSERVATION = graphql(`
  fragment MatterObservation on Observation {
    id
    says
    verdict
    confidence
    place
    document {
      title
    }
    infers {
      relation
      from {
        id
        name
      }
      to {
        id
        name
      }
    }
    corroborates {
      id
      sentence {
        sv
        en
      }
    }
  }
`);

const MATTER = graphql(
  `
    query Matter(
      $slug: String!
      $at: Date
      $knownAt: Instant
      $standing: Standing
      $scenario: ID
      $id: ID
      $number: String
    ) {
      organisation(slug: $slug, at: $at, knownAt: $knownAt, standing: $standing, scenario: $scenario) {
        name
        at
        matter(id: $id, number: $number) {
          id
          number
          title
          opened {
            earliest
            latest
            written
          }
          closed {
            earliest
            latest
            written
          }
          chain {
            ...Step
          }
          conditions {
            id
            text
            state
            decision {
              id
              called
            }
            outcome {
              evidence
              on {
                earliest
                latest
                written
              }
              document {
                title
              }
            }
          }
          documents {
            ...MatterDocument
          }
          changes {
            ...Grounds
          }
          evidenced {
            id
            sentence {
              sv
              en
            }
            units {
              id
              name
            }
          }
          observations {
            ...MatterObservation
          }
          assignments {
            ...MatterAssignment
          }
          alternatives {
            adopted
            changedSince
            selected
            proposedAt
            version
            scenario {
              id
              name
              description
              status
            }
          }
          todo {
            ...TodoParts
          }
        }
      }
    }
  `,
  [STEP, GROUNDS, DOCUMENT, ASSIGNMENT, OBSERVATION, TODO_ITEM],
);

export type WholeMatter = NonNullable<NonNullable<ResultOf<typeof MATTER>['organisation']>['matter']>;
export type MatterDocument = ResultOf<typeof DOCUMENT>;

/** The matter that an address names. */
export function useMatter(axes: Axes, named: string) {
  return useAnswer('matter', MATTER, { ...axes, ...matterNamedBy(named) });
}
