import type { Brand, CivilDate, Instant, Position } from '#temporal';
import { withResolution, type Resolution } from './resolution.js';
import type { ScenarioEvent } from './scenario-event.js';
import type { Target } from './targets.js';

/** A scenario's id: a UUID in lower case. */
export type ScenarioId = Brand<string, 'ScenarioId'>;

/** Who may see a scenario. */
export const VISIBILITIES = ['owner', 'organisation'] as const;
export type Visibility = (typeof VISIBILITIES)[number];

/** `adopted`: recorded in the organisation, and frozen. */
export const SCENARIO_STATUSES = ['open', 'archived', 'adopted'] as const;
export type ScenarioStatus = (typeof SCENARIO_STATUSES)[number];

/** Something that undo takes back and redo does again: a step of the planner's, or a rebase. */
export interface HistoryEntry {
  readonly is: 'step' | 'rebase';
  /** The scenario's version that holds what was done. */
  readonly version: number;
  /** How many changes and amendments a step has; a rebase keeps those of all steps. */
  readonly changes: number;
  /** Of a rebase: the position of the organisation's ledger that it went to. */
  readonly base?: Position;
  readonly recordedAt: Instant;
  readonly actor: string;
}

/** A scenario attached to a matter as one of its alternatives, as it was at a version. */
export interface Proposal {
  /** The matter's record. */
  readonly matter: string;
  readonly version: number;
  readonly proposedAt: Instant;
}

/** How a scenario became real. */
export interface Adoption {
  /** Positions of the organisation's ledger. */
  readonly first: Position;
  readonly last: Position;
  readonly adoptedAt: Instant;
  readonly actor: string;
  /** An ISO 8601 duration by which all dates were moved. */
  readonly shift?: string;
  readonly matter?: string;
  readonly decision?: string;
}

/**
 * A what-if branch of an organisation: a position of its ledger, and what the planner has done since. It follows from
 * the events of its stream; what its steps hold stands beside (see `ScenarioContents`).
 */
export interface Scenario {
  readonly id: ScenarioId;
  /** How many events its stream has. */
  readonly version: number;
  readonly name: string;
  readonly description: string | undefined;
  /** Who made it: an opaque id. */
  readonly owner: string;
  readonly visibility: Visibility;
  readonly status: ScenarioStatus;
  /** The date that it is about, and is shown at unless another is asked for. */
  readonly at: CivilDate;
  /** The unit under which it plans; undefined: the whole organisation. */
  readonly root: string | undefined;
  /** The scenario that it was begun from. */
  readonly from: { readonly scenario: ScenarioId; readonly version: number } | undefined;
  readonly begun: { readonly base: Position; readonly steps: number };
  readonly createdAt: Instant;
  readonly changedAt: Instant;
  readonly history: readonly HistoryEntry[];
  /** What was undone, the last of it last. */
  readonly undone: readonly HistoryEntry[];
  readonly targets: readonly Target[];
  /** By step: how the planner has settled what a rebase found in the way. */
  readonly resolutions: ReadonlyMap<string, readonly Resolution[]>;
  readonly proposals: readonly Proposal[];
  readonly adoption: Adoption | undefined;
}

/** The position of the organisation's ledger that a scenario is based on. */
export function baseOf({ begun, history }: Scenario): Position {
  return history.findLast(({ is }) => is === 'rebase')?.base ?? begun.base;
}

/** The scenario that events make, in order; undefined without any. */
export function foldScenario(id: ScenarioId, events: Iterable<ScenarioEvent>): Scenario | undefined {
  let scenario: Scenario | undefined;
  for (const event of events) scenario = evolve(id, scenario, event);
  return scenario;
}

/** What an event makes of a scenario. */
export function evolve(id: ScenarioId, before: Scenario | undefined, event: ScenarioEvent): Scenario {
  const { version, recordedAt } = event;
  if (event.type === 'ScenarioCreated') {
    const { data } = event;
    return {
      id,
      version,
      name: data.name,
      description: data.description,
      owner: data.owner,
      visibility: data.visibility,
      status: 'open',
      at: data.at,
      root: data.root,
      from: data.from,
      begun: { base: data.base, steps: data.steps },
      createdAt: recordedAt,
      changedAt: recordedAt,
      history: [],
      undone: [],
      targets: data.targets ?? [],
      resolutions: new Map(),
      proposals: [],
      adoption: undefined,
    };
  }
  if (before === undefined) throw new Error(`A scenario does not begin with ${event.type}`);
  return { ...before, ...changedBy(before, event), version, changedAt: recordedAt };
}

type Later = Exclude<ScenarioEvent, { type: 'ScenarioCreated' }>;

function changedBy(scenario: Scenario, event: Later): Partial<Scenario> {
  const { history, undone, proposals } = scenario;
  switch (event.type) {
    case 'ScenarioRevised': {
      const { name, description, visibility, at, targets } = event.data;
      return {
        ...(name === undefined ? {} : { name }),
        ...(description === undefined ? {} : { description: description ?? undefined }),
        ...(visibility === undefined ? {} : { visibility }),
        ...(at === undefined ? {} : { at }),
        ...(targets === undefined ? {} : { targets }),
      };
    }
    case 'ChangesSimulated':
      return { history: [...history, entryOf('step', event, event.data.changes)], undone: [] };
    case 'ScenarioRebased':
      return {
        history: [...history, { ...entryOf('rebase', event, event.data.changes), base: event.data.base }],
        undone: [],
        resolutions: new Map(),
      };
    case 'StepUndone':
      return { history: history.slice(0, -1), undone: [...undone, history.at(-1)!] };
    case 'StepRedone':
      return { history: [...history, undone.at(-1)!], undone: undone.slice(0, -1) };
    case 'ConflictResolved': {
      const resolutions = new Map(scenario.resolutions);
      const { step, resolution } = event.data;
      if (resolution === null) resolutions.delete(step);
      else resolutions.set(step, withResolution(resolutions.get(step) ?? [], resolution));
      return { resolutions };
    }
    case 'ScenarioProposed': {
      const { matter } = event.data;
      const proposal = { matter, version: event.data.version, proposedAt: event.recordedAt };
      const others = proposals.filter((other) => other.matter !== matter);
      return { proposals: [...others, proposal], visibility: 'organisation' };
    }
    case 'ProposalWithdrawn':
      return { proposals: proposals.filter(({ matter }) => matter !== event.data.matter) };
    case 'ScenarioArchived':
      return { status: 'archived' };
    case 'ScenarioRestored':
      return { status: 'open' };
    case 'ScenarioAdopted': {
      const { command: _, ...data } = event.data;
      return { status: 'adopted', adoption: { ...data, adoptedAt: event.recordedAt, actor: event.actor } };
    }
  }
}

function entryOf(is: HistoryEntry['is'], event: Later, changes: number): HistoryEntry {
  const { version, recordedAt, actor } = event;
  return { is, version, changes, recordedAt, actor };
}
