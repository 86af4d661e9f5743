import type { Message } from '#temporal';
import type { ScenarioContents, ScenarioEvent, ScenarioEventType } from './scenario-event.js';
import { evolve, type Scenario, type ScenarioId } from './scenario.js';

/** What is wrong in a scenario's stream: the first version at which it is. */
export interface ScenarioFlaw {
  readonly version: number;
  readonly message: Message;
}

/**
 * Looks for what no store and no planner can have given a scenario's stream, in all its events from the first: versions
 * with gaps, times that go back, steps that are missing or not those that their event tells, an undo of nothing, and
 * anything done to a scenario that was adopted or put away. @returns undefined: nothing
 */
export function scenarioFlaw(
  id: ScenarioId,
  events: readonly ScenarioEvent[],
  contents: ScenarioContents,
): ScenarioFlaw | undefined {
  let scenario: Scenario | undefined;
  for (const [i, event] of events.entries()) {
    const message = flawOf(scenario, event, i + 1, contents);
    if (message !== undefined) return { version: i + 1, message };
    scenario = evolve(id, scenario, event);
  }
  if (scenario !== undefined) return undefined;
  return { version: 1, message: { sv: 'Det finns inga händelser.', en: 'There are no events.' } };
}

function flawOf(
  before: Scenario | undefined,
  event: ScenarioEvent,
  expected: number,
  contents: ScenarioContents,
): Message | undefined {
  const { version, type, recordedAt } = event;
  if (version !== expected) {
    return {
      sv: `Version ${expected} saknas: i dess ställe står version ${version}.`,
      en: `Version ${expected} is missing: in its place stands version ${version}.`,
    };
  }
  if (!mayFollow(before, type)) {
    return {
      sv: `Händelsen ${type} kan inte stå på den platsen.`,
      en: `The event ${type} cannot stand in that place.`,
    };
  }
  if (before !== undefined && recordedAt < before.changedAt) {
    return { sv: 'Tiden går bakåt.', en: 'Time runs backwards.' };
  }
  if (hasItsSteps(event, contents)) return undefined;
  return {
    sv: `Stegen stämmer inte med händelsen ${type}.`,
    en: `The steps are not those of the event ${type}.`,
  };
}

const TYPES: Readonly<Record<ScenarioEventType, true>> = {
  ScenarioCreated: true,
  ScenarioRevised: true,
  ChangesSimulated: true,
  StepUndone: true,
  StepRedone: true,
  ConflictResolved: true,
  ScenarioRebased: true,
  ScenarioProposed: true,
  ProposalWithdrawn: true,
  ScenarioArchived: true,
  ScenarioRestored: true,
  ScenarioAdopted: true,
};

function mayFollow(before: Scenario | undefined, type: ScenarioEvent['type']): boolean {
  if (!Object.hasOwn(TYPES, type)) return false;
  switch (before?.status) {
    case undefined:
      return type === 'ScenarioCreated';
    case 'adopted':
      return false;
    case 'archived':
      return type === 'ScenarioRestored';
    case 'open':
      if (type === 'StepUndone') return before!.history.length > 0;
      if (type === 'StepRedone') return before!.undone.length > 0;
      return type !== 'ScenarioCreated' && type !== 'ScenarioRestored';
  }
}

function hasItsSteps(event: ScenarioEvent, contents: ScenarioContents): boolean {
  const steps = contents.get(event.version);
  const changes = steps?.reduce((sum, { commands }) => sum + commands.length, 0);
  switch (event.type) {
    case 'ScenarioCreated':
      return (steps?.length ?? 0) === event.data.steps;
    case 'ChangesSimulated':
      return steps?.length === 1 && steps[0]!.id === event.data.step && changes === event.data.changes;
    case 'ScenarioRebased':
      return changes === event.data.changes;
    default:
      return steps === undefined;
  }
}
