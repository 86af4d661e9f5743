import { ArgsType, Field, ID, Int } from '@nestjs/graphql';
import { PageArgs } from '../schema/connection.type.js';
import { UnitFilterInput } from './unit-connection.type.js';

export const A_UNIT = 'id, import key, or a code as scheme:value';

@ArgsType()
export class ChartArgs {
  @Field(() => ID, { nullable: true, description: `Only this unit and what stands under it: ${A_UNIT}.` })
  readonly root?: string | null;

  @Field(() => Int, {
    nullable: true,
    description: 'So many levels below the top; 0 shows the top only; default: all.',
  })
  readonly depth?: number | null;

  @Field(() => String, { nullable: true, description: 'Which hierarchy; default `line`.' })
  readonly hierarchy?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Only units of this type; they keep their depth and path.',
  })
  readonly type?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'The scheme of `key` and `parentKey`; default `import`.',
  })
  readonly keys?: string | null;
}

@ArgsType()
export class UnitsArgs extends PageArgs {
  @Field(() => UnitFilterInput, {
    nullable: true,
    description: 'What they must match; default: all in force.',
  })
  readonly filter?: UnitFilterInput | null;
}

@ArgsType()
export class UnitArgs {
  @Field(() => ID, { nullable: true, description: `Either this: ${A_UNIT};` })
  readonly id?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'or this: a code in `scheme`, as it is held on the date.',
  })
  readonly key?: string | null;

  @Field(() => String, { nullable: true, description: 'The scheme of `key`; default `import`.' })
  readonly scheme?: string | null;
}
