import { Field, ID, InputType } from '@nestjs/graphql';

@InputType({ description: 'A code in a scheme.' })
export class CodeInput {
  @Field(() => String, { description: 'The scheme.' })
  readonly scheme!: string;

  @Field(() => String, { description: 'The code.' })
  readonly value!: string;
}

@InputType({ description: 'A code in a scheme, or none any more.' })
export class RecodeInput {
  @Field(() => String, { description: 'The scheme.' })
  readonly scheme!: string;

  @Field(() => String, { nullable: true, description: 'The new code; null takes the old one away.' })
  readonly value?: string | null;
}

@InputType({ description: 'A place in a hierarchy.' })
export class PlacementInput {
  @Field(() => String, { description: 'The hierarchy.' })
  readonly hierarchy!: string;

  @Field(() => ID, { nullable: true, description: 'The unit it stands under; null: a root.' })
  readonly parent?: string | null;
}

@InputType({ description: 'A unit that begins.' })
export class NewUnitInput {
  @Field(() => String, {
    nullable: true,
    description:
      'A key of your own; kept as its code in the scheme `keys`, and usable as a reference in the same call.',
  })
  readonly key?: string | null;

  @Field(() => String, { description: 'Its name, at most 500 characters.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its unit type.' })
  readonly type!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'The unit it stands under in `line`; null or absent: a root.',
  })
  readonly parent?: string | null;

  @Field(() => [PlacementInput], { nullable: true, description: 'Its place in other hierarchies.' })
  readonly parents?: readonly PlacementInput[] | null;

  @Field(() => [CodeInput], { nullable: true, description: 'Its codes.' })
  readonly codes?: readonly CodeInput[] | null;
}

@InputType({ isOneOf: true, description: 'A unit that begins, or one that stands already.' })
export class TargetInput {
  @Field(() => NewUnitInput, { nullable: true, description: 'It begins.' })
  readonly establish?: NewUnitInput | null;

  @Field(() => ID, { nullable: true, description: 'It stands already: id, key or scheme:value.' })
  readonly unit?: string | null;
}

@InputType({ description: 'Where one child of what ends goes.' })
export class ChildInput {
  @Field(() => ID, { description: 'The child.' })
  readonly child!: string;

  @Field(() => ID, { description: 'Its new parent.' })
  readonly to!: string;
}
