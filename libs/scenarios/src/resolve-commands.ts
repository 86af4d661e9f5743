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

/** The commands of a step as the planner settles it; none: it is left out. */
export function resolved(
  commands: readonly ScenarioCommand[],
  resolution: Resolution,
): readonly ScenarioCommand[] {
  switch (resolution.how) {
    case 'drop':
      return [];
    case 'retarget':
      return withUnits(commands, new Map([[resolution.unit, resolution.to]]));
    case 'redate':
      return commands.map((command) => ('on' in command ? { ...command, on: resolution.on } : command));
    case 'recode': {
      const { scheme, code, to } = resolution;
      return withPayloads(commands, (kind, payload) => {
        const begun = kindOf(kind).map(payload, {
          unit: (id) => id,
          begins: (unit) => recoded(unit as Coded, scheme, code, to) as NewUnit,
        });
        return kind === 'recode' ? (recoded(begun as Coded, scheme, code, to) as Payload) : begun;
      });
    }
  }
}

/** The units that commands name, and the codes that they give. */
export function namedIn(commands: readonly ScenarioCommand[]): {
  readonly units: ReadonlySet<string>;
  readonly codes: readonly { readonly scheme: string; readonly code: string }[];
} {
  const units = new Set<string>();
  const codes: { scheme: string; code: string }[] = [];
  const note = ({ codes: given = {} }: Coded) => {
    for (const [scheme, code] of Object.entries(given)) if (code !== null) codes.push({ scheme, code });
  };
  withPayloads(commands, (kind, payload) => {
    if (kind === 'recode') note(payload as Coded);
    return kindOf(kind).map(payload, {
      unit: (id) => {
        units.add(id);
        return id;
      },
      begins: (unit) => {
        note(unit as Coded);
        return unit;
      },
    });
  });
  return { units, codes };
}

interface Coded {
  readonly codes?: Readonly<Record<string, string | null>>;
}

/** Whether a resolution says what it takes. */
export function isValidResolution(resolution: Resolution): boolean {
  return resolution.how !== 'redate' || parseImpreciseDate(resolution.on).ok;
}

function recoded<T extends Coded>(holder: T, scheme: string, code: string, to: string | null): T {
  if (holder.codes?.[scheme] !== code) return holder;
  const { [scheme]: _, ...others } = holder.codes;
  return { ...holder, codes: to === null ? others : { ...others, [scheme]: to } };
}

function withPayloads(
  commands: readonly ScenarioCommand[],
  map: (kind: Extract<ScenarioCommand, { payload: unknown }>['kind'], payload: Payload) => Payload,
): readonly ScenarioCommand[] {
  return commands.map((command) =>
    'payload' in command ? { ...command, payload: map(command.kind, command.payload) } : command,
  );
}
