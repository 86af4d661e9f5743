import { ENACTED, type ChangeId } from '#structure';
import type { ScenarioCommand } from './command.js';
import type { Step } from './step.js';

/**
 * What the commands of steps come to, with amendments carried out in what they amend: each of the scenario's own changes
 * as it is at last, where it first stood, those that were cancelled again not at all; of what the organisation has
 * recorded one amendment of each change, and its cancellation at the end. What was only anticipated stands where its form was told: from there on it
 * is in force.
 */
export function settledCommands(steps: readonly Step[]): ScenarioCommand[] {
  const settled = new Map<ChangeId, Kept>();
  const cancelled: ScenarioCommand[] = [];
  for (const { commands, events } of steps) {
    for (const command of commands) {
      const { change } = command;
      const first = settled.get(change);
      if (command.does === 'cancel' && first?.does === 'change') settled.delete(change);
      else if (command.does === 'cancel') cancelled.push(command);
      else settled.set(change, first === undefined ? command : amended(first, command));
    }
    for (const { type, data } of events) {
      const command = settled.get(data.change);
      if (type !== ENACTED || command === undefined) continue;
      settled.delete(data.change);
      settled.set(data.change, command);
    }
  }
  return [...settled.values(), ...cancelled];
}

type Kept = Exclude<ScenarioCommand, { does: 'cancel' }>;

function amended(first: Kept, by: Kept): Kept {
  switch (by.does) {
    case 'change':
      throw new Error(`The change ${by.change} is begun twice`);
    case 'reschedule':
      return 'kind' in first ? { ...first, on: by.on } : by;
    case 'correct': {
      if (first.does !== 'change') return by;
      const { kind, on, payload, basis, source } = by;
      return {
        ...first,
        kind,
        on,
        payload,
        ...(basis === undefined ? {} : { basis }),
        ...(source === undefined ? {} : { source }),
      };
    }
  }
}
