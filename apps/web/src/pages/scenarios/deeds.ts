import { REFUSAL } from '../../change-form/refusal.js';
import { graphql } from '../../graphql/graphql.js';
import { PAYLOAD } from './payload.js';

export const CREATE = graphql(
  `
    mutation CreateScenario($input: CreateScenarioInput!) {
      done: createScenario(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const SIMULATE = graphql(
  `
    mutation Simulate($input: SimulateInput!) {
      done: simulate(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const UNDO = graphql(
  `
    mutation UndoStep($input: ScenarioInput!) {
      done: undoStep(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const REDO = graphql(
  `
    mutation RedoStep($input: ScenarioInput!) {
      done: redoStep(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const ARCHIVE = graphql(
  `
    mutation ArchiveScenario($input: ScenarioInput!) {
      done: archiveScenario(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const RESTORE = graphql(
  `
    mutation RestoreScenario($input: ScenarioInput!) {
      done: restoreScenario(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const REVISE = graphql(
  `
    mutation ReviseScenario($input: ReviseScenarioInput!) {
      done: reviseScenario(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const REBASE = graphql(
  `
    mutation RebaseScenario($input: RebaseScenarioInput!) {
      done: rebaseScenario(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const RESOLVE = graphql(
  `
    mutation ResolveConflict($input: ResolveConflictInput!) {
      done: resolveConflict(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const PROPOSE = graphql(
  `
    mutation ProposeScenario($input: ScenarioMatterInput!) {
      done: proposeScenario(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const WITHDRAW = graphql(
  `
    mutation WithdrawProposal($input: ScenarioMatterInput!) {
      done: withdrawProposal(input: $input) {
        ...Payload
      }
    }
  `,
  [PAYLOAD],
);

export const ADOPT = graphql(
  `
    mutation AdoptScenario($input: AdoptScenarioInput!) {
      done: adoptScenario(input: $input) {
        outcome
        userErrors {
          ...Refusal
        }
        notices {
          code
          messages {
            sv
            en
          }
        }
        changes {
          id
          sentence {
            sv
            en
          }
        }
        scenario {
          id
        }
      }
    }
  `,
  [REFUSAL],
);
