import type { CivilDate, Instant, Position } from '#temporal';
import type { Resolution } from './resolution.js';
import type { ScenarioId, Visibility } from './scenario.js';
import type { Step } from './step.js';
import type { Target } from './targets.js';

/** What a scenario's events say, by type; what is large of them stands in their `content`. */
export interface ScenarioEventData {
  ScenarioCreated: {
    readonly name: string;
    readonly description?: string;
    readonly owner: string;
    readonly visibility: Visibility;
    readonly at: CivilDate;
    readonly base: Position;
    readonly root?: string;
    readonly from?: { readonly scenario: ScenarioId; readonly version: number };
    /** How many steps it takes over from the scenario that it was begun from: they are its content. */
    readonly steps: number;
    readonly targets?: readonly Target[];
  };
  /** What is absent stays as it was; a description may be taken away. */
  ScenarioRevised: {
    readonly name?: string;
    readonly description?: string | null;
    readonly visibility?: Visibility;
    readonly at?: CivilDate;
    readonly targets?: readonly Target[];
  };
  /** A step of the planner's. Its content is the step. */
  ChangesSimulated: { readonly step: string; readonly changes: number };
  StepUndone: Record<string, never>;
  StepRedone: Record<string, never>;
  /** One more answer to what stands in the way of a step; null takes all of them back. */
  ConflictResolved: { readonly step: string; readonly resolution: Resolution | null };
  /** Its content is all steps, as they were decided again. */
  ScenarioRebased: { readonly base: Position; readonly changes: number };
  /** `version`: of the scenario as it is proposed. */
  ScenarioProposed: { readonly matter: string; readonly version: number };
  ProposalWithdrawn: { readonly matter: string };
  ScenarioArchived: Record<string, never>;
  ScenarioRestored: Record<string, never>;
  ScenarioAdopted: {
    readonly first: Position;
    readonly last: Position;
    /** The key of the command of the organisation's ledger. */
    readonly command: string;
    readonly shift?: string;
    readonly matter?: string;
    readonly decision?: string;
  };
}

export type ScenarioEventType = keyof ScenarioEventData;

/** What an event holds beside its data: the steps that it brought. */
export type ScenarioContent = readonly Step[];

/** An event to be stored. */
export type ScenarioEventDraft = {
  readonly [T in ScenarioEventType]: {
    readonly type: T;
    readonly data: ScenarioEventData[T];
    readonly content?: ScenarioContent;
  };
}[ScenarioEventType];

/** An event of a scenario's stream, without what is large of it. */
export type ScenarioEvent = {
  readonly [T in ScenarioEventType]: {
    readonly type: T;
    readonly data: ScenarioEventData[T];
    /** From 1, without gaps. */
    readonly version: number;
    /** By the database's clock; never before the event before it. */
    readonly recordedAt: Instant;
    readonly actor: string;
  };
}[ScenarioEventType];

/** The steps that each event of a scenario brought, by version. */
export type ScenarioContents = ReadonlyMap<number, ScenarioContent>;
