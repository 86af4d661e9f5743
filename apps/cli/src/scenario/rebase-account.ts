import type { OrganisationReading, ScenarioStep } from '#chronicle';
import type { Conflict, Rebase, RebasedStep, Resolution } from '#scenarios';
import type { UnitId } from '#structure';
import type { Message } from '#temporal';
import { keyOf } from '../question.js';

/** What became, or would become, of one step on a newer base. */
export interface RebasedStepAccount {
  readonly step: number;
  readonly id: string;
  readonly outcome: RebasedStep['outcome'];
  /** What it says. */
  readonly changes: ScenarioStep['changes'];
  /** What it comes to otherwise than before. */
  readonly differences: readonly { readonly is: 'added' | 'removed'; readonly words: Message }[];
  readonly conflicts: readonly Pick<Conflict, 'kind' | 'message' | 'because'>[];
  /** What would settle it: `kronika scenario resolve` takes them by number. */
  readonly resolutions: readonly NumberedResolution[];
}

export interface NumberedResolution {
  /** From 1. */
  readonly number: number;
  readonly resolution: Resolution;
  readonly words: Message;
}

/** @param reading the organisation as the scenario plans it; @param recorded as it is recorded now */
export function rebaseAccount(
  { steps }: Rebase,
  told: readonly ScenarioStep[],
  reading: OrganisationReading,
  recorded: OrganisationReading,
  keys: string,
): RebasedStepAccount[] {
  const name = unitNames([recorded, reading], keys);
  return steps.map((step) => ({
    step: step.place,
    id: step.step.id,
    outcome: step.outcome,
    changes: told.find(({ id }) => id === step.step.id)?.changes ?? [],
    differences: step.outcome === 'changed' ? step.differences.map(({ is, words }) => ({ is, words })) : [],
    conflicts:
      step.outcome === 'conflict'
        ? step.conflicts.map(({ kind, message, because }) => ({ kind, message, because }))
        : [],
    resolutions: possibleResolutions(step).map((resolution, i) => ({
      number: i + 1,
      resolution,
      words: resolutionInWords(resolution, name),
    })),
  }));
}

/** What would settle the conflicts of a step, each once, in the order of their numbers; last that it is left out. */
export function possibleResolutions(step: RebasedStep): Resolution[] {
  if (step.outcome !== 'conflict') return [];
  const all = step.conflicts.flatMap(({ resolutions }) => resolutions);
  const distinct = new Map(all.map((resolution) => [JSON.stringify(resolution), resolution]));
  const [drops, others] = [true, false].map((drop) =>
    [...distinct.values()].filter(({ how }) => (how === 'drop') === drop),
  );
  return [...others!, ...drops!];
}

function unitNames(readings: readonly OrganisationReading[], keys: string): (id: string) => string {
  return (id) => {
    for (const reading of readings) {
      const name = reading.timeline.units
        .get(id as UnitId)
        ?.name.known(reading.position)
        .at(-1)?.value;
      const key = keyOf(reading, id, keys);
      if (name !== undefined) return key === null ? name : `${name} [${key}]`;
    }
    return id;
  };
}

function resolutionInWords(resolution: Resolution, name: (id: string) => string): Message {
  switch (resolution.how) {
    case 'drop':
      return { sv: 'utelämna steget', en: 'leave the step out' };
    case 'retarget': {
      const [unit, to] = [name(resolution.unit), name(resolution.to)];
      return { sv: `låt ${to} ta platsen för ${unit}`, en: `let ${to} take the place of ${unit}` };
    }
    case 'redate':
      return { sv: `låt det ske ${resolution.on}`, en: `let it happen ${resolution.on}` };
    case 'recode': {
      const { scheme, code, to } = resolution;
      return to === null
        ? { sv: `utan koden ${code} i ${scheme}`, en: `without the code ${code} in ${scheme}` }
        : {
            sv: `med koden ${to} i ${scheme} i stället för ${code}`,
            en: `with ${to} for ${code} in ${scheme}`,
          };
    }
  }
}
