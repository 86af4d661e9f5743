import type { ResultOf } from 'gql.tada';
import { graphql } from '../../graphql/graphql.js';

const APPEAL = graphql(`
  fragment StepAppeal on Decision {
    appealability
    appealPeriod {
      known
      missing
      restsOn
      lastDay {
        earliest
        latest
      }
      finalOn {
        earliest
        latest
      }
      source {
        cite
        says {
          sv
          en
        }
      }
    }
    appeal {
      outcome
      text
      on {
        earliest
        latest
        written
      }
    }
  }
`);

const DIFFERENCES = graphql(`
  fragment StepDifferences on Decision {
    changesSinceProposal {
      proposal {
        id
        called
      }
      unchanged
      points {
        change
        before
        after
        sameUnits
      }
      conditions {
        change
        before
        after
        sameUnits
      }
      recipients {
        change
        party {
          name
        }
      }
      documents {
        change
        before
        after
      }
      to {
        before {
          name
        }
        after {
          name
        }
      }
    }
  }
`);

/** What one body did in a matter. */
export const STEP = graphql(
  `
    fragment Step on Decision {
      id
      called
      act
      isDecision
      paragraph
      title
      on {
        earliest
        latest
        written
      }
      body {
        name
        unit {
          id
        }
      }
      to {
        name
        unit {
          id
        }
      }
      awaits {
        name
        unit {
          id
        }
      }
      points {
        text
      }
      rationale {
        aspect
        text
        place
      }
      recipients {
        name
        unit {
          id
        }
      }
      recordedIn {
        id
        title
      }
      documents {
        as
        properTitle
        document {
          id
        }
      }
      followUp {
        status
        source {
          cite
        }
      }
      changes {
        id
      }
      ...StepAppeal
      ...StepDifferences
      log {
        position
        recordedAt
        actor
        reason
        source
      }
    }
  `,
  [APPEAL, DIFFERENCES],
);

export type Step = ResultOf<typeof STEP>;
export type StepAppealParts = ResultOf<typeof APPEAL>;
export type StepDifferenceParts = ResultOf<typeof DIFFERENCES>;
