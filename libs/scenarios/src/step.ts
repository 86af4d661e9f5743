import type { ChangeEventData } from '#structure';
import type { ScenarioCommand } from './command.js';

/** What was simulated at once, all or none: undone and redone as one, and one change set when it is decided again. */
export interface Step {
  /** UUID in lower case; kept through every rebase. */
  readonly id: string;
  readonly commands: readonly ScenarioCommand[];
  /** What the decision depended on: keys as in `Decision.reads`. */
  readonly reads: readonly string[];
  /** What the commands gave on the base that they were decided on. */
  readonly events: readonly StepEvent[];
}

/** An event as a ledger would hold it. */
export interface StepEvent {
  readonly type: string;
  readonly data: ChangeEventData;
}
