import { Field, ID, InputType } from '@nestjs/graphql';
import type { Resolution } from '#scenarios';
import { onlyMember } from '../recording/input-json.js';
import { EdtfDateScalar } from '../schema/scalars.js';

@InputType({ description: 'Another unit takes the place of one that the step names.' })
export class RetargetInput {
  @Field(() => ID, { description: 'The id of the unit that the step names.' })
  readonly unit!: string;

  @Field(() => ID, { description: 'The id of the unit in its place.' })
  readonly to!: string;
}

@InputType({ description: 'The units that the step begins go without a code, or with another.' })
export class RecodeNewUnitsInput {
  @Field(() => String, { description: 'The scheme.' })
  readonly scheme!: string;

  @Field(() => String, { description: 'The code that is taken.' })
  readonly code!: string;

  @Field(() => String, { nullable: true, description: 'The code in its place; null: none.' })
  readonly to?: string | null;
}

@InputType({
  isOneOf: true,
  description: 'How a step that does not fit a newer base is settled: exactly one.',
})
export class ResolutionInput {
  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the step is left out; false: as if it had not been settled.',
  })
  readonly drop?: boolean | null;

  @Field(() => RetargetInput, { nullable: true, description: 'Another unit takes the place of one.' })
  readonly retarget?: RetargetInput | null;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'Its changes happen on this date.' })
  readonly redate?: string | null;

  @Field(() => RecodeNewUnitsInput, { nullable: true, description: 'A code of the units that it begins.' })
  readonly recode?: RecodeNewUnitsInput | null;
}

/** The resolution that is meant; undefined: none, by `drop: false`. */
export function resolutionOf(input: ResolutionInput): Resolution | undefined {
  const [how] = onlyMember(input);
  switch (how) {
    case 'drop':
      return input.drop === true ? { how } : undefined;
    case 'retarget':
      return { how, unit: input.retarget!.unit, to: input.retarget!.to };
    case 'redate':
      return { how, on: input.redate! };
    case 'recode': {
      const { scheme, code, to } = input.recode!;
      return { how, scheme, code, to: to ?? null };
    }
  }
}
