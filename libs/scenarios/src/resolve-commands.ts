import { kindOf, type NewUnit, type Payload } from '#structure';
import { parseImpreciseDate } from '#temporal';
import type { ScenarioCommand } from './command.js';
import type { Resolution } from './resolution.js';

/** Commands with other units in the place of some that they name. */
export function withUnits(
  commands: readonly ScenarioCommand[],
  places: ReadonlyMap<string, string>,
): readonly ScenarioCommand[] {
  if (places.size === 0) return commands;
  return withPayloads(commands, (kind, payload) =>
    kindOf(kind).map(payload, {
      unit: (id) => places.get(id) ?? id,
      begins: (unit) => unit,
    }),
  );
}

/** The commands of a step as the planner has settled it; none: it is left out. */
export function resolved(
  commands: readonly ScenarioCommand[],
  resolution: Resolution | undefined,
): readonly ScenarioCommand[] {
  switch (resolution?.how) {
    case undefined:
      return commands;
    case 'drop':
      return [];
    case 'retarget':
      return withUnits(commands, new Map([[resolution.unit, resolution.to]]));
    case 'redate':
      return commands.map((command) => ('on' in command ? { ...command, on: resolution.on } : command));
    case 'recode': {
      const { scheme, code, to } = resolution;
      return withPayloads(commands, (kind, payload) =>
        kindOf(kind).map(payload, { unit: (id) => id, begins: (unit) => recoded(unit, scheme, code, to) }),
      );
    }
  }
}

/** Whether a resolution says what it takes. */
export function isValidResolution(resolution: Resolution): boolean {
  return resolution.how !== 'redate' || parseImpreciseDate(resolution.on).ok;
}

function recoded(unit: NewUnit, scheme: string, code: string, to: string | null): NewUnit {
  if (unit.codes?.[scheme] !== code) return unit;
  const { [scheme]: _, ...others } = unit.codes;
  return { ...unit, codes: to === null ? others : { ...others, [scheme]: to } };
}

function withPayloads(
  commands: readonly ScenarioCommand[],
  map: (kind: Extract<ScenarioCommand, { payload: unknown }>['kind'], payload: Payload) => Payload,
): readonly ScenarioCommand[] {
  return commands.map((command) =>
    'payload' in command ? { ...command, payload: map(command.kind, command.payload) } : command,
  );
}
