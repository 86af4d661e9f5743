import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import type { Direction } from '#structure';
import { DirectionEnum } from '../schema/enums.js';
import { DateScalar } from '../schema/scalars.js';

@ArgsType()
export class UnitLineageArgs {
  @Field(() => DirectionEnum, { nullable: true, description: 'Which way; default both.' })
  readonly direction?: Direction | 'both' | null;

  @Field(() => Int, { nullable: true, description: 'At most so many generations; default: all.' })
  readonly generations?: number | null;
}

@ArgsType()
export class LineageArgs extends UnitLineageArgs {
  @Field(() => ID, { description: 'The unit: id, import key, or a code as scheme:value.' })
  readonly unit!: string;
}

@ArgsType()
export class RelativesArgs {
  @Field(() => DirectionEnum, { nullable: true, description: 'Which way; default both.' })
  readonly direction?: Direction | 'both' | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'In force on this date; default: the date of the question.',
  })
  readonly at?: string | null;
}
