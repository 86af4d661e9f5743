import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import type { Standing, TimeAxes } from '#chronicle';
import { StandingEnum } from '../schema/enums.js';
import { DateScalar, InstantScalar, PositionScalar } from '../schema/scalars.js';

@ArgsType()
export class TimeAxesArgs {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'When it is so in the organisation; default: today.',
  })
  readonly at?: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description:
      'As it was known then; default: all that is known now. With a fixed `at` the answer is the same for ever.',
  })
  readonly knownAt?: string | null;

  @Field(() => StandingEnum, {
    nullable: true,
    description: 'Which changes count; default: what is in force.',
  })
  readonly standing?: Standing | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A scenario: the organisation as it is planned there, by default on the date that the scenario is about; `knownAt`: as it was planned then.',
  })
  readonly scenario?: string | null;

  @Field(() => PositionScalar, {
    nullable: true,
    description:
      'Refused with POSITION_NOT_REACHED unless the ledger has come this far: to read what was just recorded.',
  })
  readonly minPosition?: number | null;
}

@ArgsType()
export class OrganisationArgs extends TimeAxesArgs {
  @Field(() => String, { description: 'Its slug or id.' })
  readonly slug!: string;
}

@InputType({ description: 'A date, a knowledge time, and which changes count.' })
export class ReadingInput {
  @Field(() => DateScalar, {
    nullable: true,
    description:
      'When it is so in the organisation; default: today, of a scenario the date that it is about.',
  })
  readonly at?: string | null;

  @Field(() => InstantScalar, {
    nullable: true,
    description: 'As it was known then; default: all that is known now.',
  })
  readonly knownAt?: string | null;

  @Field(() => StandingEnum, {
    nullable: true,
    description: 'Which changes count; default: what is in force.',
  })
  readonly standing?: Standing | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'A scenario: the organisation as it is planned there, `knownAt`: as it was planned then; default: as it is recorded.',
  })
  readonly scenario?: string | null;
}

/** The axes as they are asked with; scenarios that are their owners' only depend on who asks. */
export function axesOf(args: TimeAxesArgs | ReadingInput, { actor }: { readonly actor: string }): TimeAxes {
  const { at, knownAt, standing, scenario, minPosition } = args as TimeAxesArgs;
  return {
    at: at ?? undefined,
    knownAt: knownAt ?? undefined,
    standing: standing ?? undefined,
    scenario: scenario ?? undefined,
    actor,
    minPosition: minPosition ?? undefined,
  };
}
