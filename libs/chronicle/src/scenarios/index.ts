import { AdoptScenarioHandler } from './adopt-scenario.command.js';
import { ArchiveScenarioHandler, RestoreScenarioHandler } from './archive-scenario.command.js';
import { CreateScenarioHandler } from './create-scenario.command.js';
import { ProposeScenarioHandler, WithdrawProposalHandler } from './propose-scenario.command.js';
import { RebaseScenarioHandler, ResolveConflictHandler } from './rebase-scenario.command.js';
import { ReviseScenarioHandler } from './revise-scenario.command.js';
import { SimulateChangesHandler } from './simulate-changes.command.js';
import { RedoStepHandler, UndoStepHandler } from './step-back-and-forth.command.js';

export { AdoptScenario, type AdoptionOutcome, type AdoptionWanted } from './adopt-scenario.command.js';
export { ArchiveScenario, RestoreScenario } from './archive-scenario.command.js';
export { CreateScenario, type NewScenario } from './create-scenario.command.js';
export { ProposeScenario, WithdrawProposal } from './propose-scenario.command.js';
export { RebaseScenario, ResolveConflict } from './rebase-scenario.command.js';
export { ReviseScenario, type ScenarioRevision } from './revise-scenario.command.js';
export { SimulateChanges, type SimulationTerms } from './simulate-changes.command.js';
export { RedoStep, UndoStep } from './step-back-and-forth.command.js';
export * from './scenario-outcome.js';
export { Scenarios } from './scenarios.js';

export const SCENARIO_COMMAND_HANDLERS = [
  AdoptScenarioHandler,
  ArchiveScenarioHandler,
  CreateScenarioHandler,
  ProposeScenarioHandler,
  RebaseScenarioHandler,
  RedoStepHandler,
  ResolveConflictHandler,
  RestoreScenarioHandler,
  ReviseScenarioHandler,
  SimulateChangesHandler,
  UndoStepHandler,
  WithdrawProposalHandler,
];
