import { Field, InputType, Int } from '@nestjs/graphql';
import type { AnyRefusal } from '#chronicle';
import type { Goal, Target } from '#scenarios';
import type { Message } from '#temporal';
import { invalidField } from '../recording/user-errors.js';
import { GoalEnum } from './scenario-enums.js';

@InputType({ description: 'Something that a scenario is meant to reach.' })
export class ScenarioTargetInput {
  @Field(() => GoalEnum, { description: 'What.' })
  readonly goal!: Goal;

  @Field(() => Int, { nullable: true, description: 'SPAN: the fewest units under one; at least 1.' })
  readonly least?: number | null;

  @Field(() => Int, { nullable: true, description: 'MAX_LAYERS, SPAN: the most; at least 1.' })
  readonly most?: number | null;
}

export type TargetsGiven =
  | { readonly ok: true; readonly targets: readonly Target[] }
  | { readonly ok: false; readonly refusals: readonly AnyRefusal[] };

/** The targets that inputs mean, or why they mean none. */
export function targetsGiven(inputs: readonly ScenarioTargetInput[]): TargetsGiven {
  const targets: Target[] = [];
  const refusals: AnyRefusal[] = [];
  for (const [i, input] of inputs.entries()) {
    const target = targetOf(input);
    if ('goal' in target) targets.push(target);
    else refusals.push(invalidField(`targets[${i}].${target.field}`, target.message));
  }
  return refusals.length === 0 ? { ok: true, targets } : { ok: false, refusals };
}

interface Problem {
  readonly field: string;
  readonly message: Message;
}

function targetOf({ goal, least, most }: ScenarioTargetInput): Target | Problem {
  for (const [field, value] of Object.entries({ least, most })) {
    if (value != null && value < 1) return { field, message: TOO_SMALL };
  }
  switch (goal) {
    case 'maxLayers':
      if (least != null) return { field: 'least', message: NOT_TAKEN };
      return most == null ? { field: 'most', message: NEEDED } : { goal, most };
    case 'span':
      if (least == null && most == null) return { field: 'most', message: NEEDED };
      if (least != null && most != null && least > most) return { field: 'least', message: ABOVE_MOST };
      return { goal, ...(least == null ? {} : { least }), ...(most == null ? {} : { most }) };
    default:
      if (least != null) return { field: 'least', message: NOT_TAKEN };
      return most == null ? { goal } : { field: 'most', message: NOT_TAKEN };
  }
}

const TOO_SMALL: Message = { sv: 'Talet ska vara minst 1.', en: 'The number is at least 1.' };
const NEEDED: Message = { sv: 'Målet behöver ett tal.', en: 'The goal takes a number.' };
const NOT_TAKEN: Message = { sv: 'Målet har inget sådant tal.', en: 'The goal has no such number.' };
const ABOVE_MOST: Message = { sv: 'least är större än most.', en: 'least is greater than most.' };
