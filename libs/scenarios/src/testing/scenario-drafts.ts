import { randomUUID } from 'node:crypto';
import type { ChangeId } from '#structure';
import type { CivilDate, Position } from '#temporal';
import type { ScenarioEventDraft } from '../scenario-event.js';
import type { ScenarioCommandTerms } from '../scenario-store.js';
import type { ScenarioId } from '../scenario.js';
import type { Step } from '../step.js';

export {
  at,
  command,
  contractEventTypes,
  event,
  newId,
  organisationDraft,
} from '../../../ledger/src/testing/ledger-drafts.js';

export function newScenario(): ScenarioId {
  return randomUUID() as string as ScenarioId;
}

export function terms(said: Partial<ScenarioCommandTerms> = {}): ScenarioCommandTerms {
  return { actor: 'anna', idempotencyKey: randomUUID(), fingerprint: 'as it was asked', ...said };
}

/** A scenario begins, with these steps of the one that it is begun from. */
export function created(name: string, ...steps: readonly Step[]): ScenarioEventDraft {
  return {
    type: 'ScenarioCreated',
    data: {
      name,
      owner: 'anna',
      visibility: 'owner',
      at: '2022-01-01' as CivilDate,
      base: 1 as Position,
      steps: steps.length,
    },
    ...(steps.length === 0 ? {} : { content: steps }),
  };
}

export function renamed(name: string): ScenarioEventDraft {
  return { type: 'ScenarioRevised', data: { name } };
}

/** A planner's step that gives a unit this name. */
export function simulated(name: string): ScenarioEventDraft {
  const step = renaming(name);
  return { type: 'ChangesSimulated', data: { step: step.id, changes: 1 }, content: [step] };
}

export function renaming(name: string): Step {
  const change = randomUUID() as string as ChangeId;
  const content = { change, kind: 'rename', on: '2022-01-01', payload: { unit: 'u', name } } as const;
  return {
    id: randomUUID(),
    commands: [{ does: 'change', reason: name, ...content }],
    reads: ['name:u'],
    events: [
      {
        type: 'UnitRenamed',
        data: { ...content, effects: [{ e: 'set', unit: 'u', field: 'name', value: name }] },
      },
    ],
  } as unknown as Step;
}
