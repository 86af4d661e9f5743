import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';

@ObjectType({
  description: 'How many units stand directly under each unit that has any (span of control).',
})
export class Span {
  @Field(() => Int, { description: 'The fewest.' })
  readonly min!: number;

  @Field(() => DecimalScalar, { description: 'The median; between two, the one halfway.' })
  readonly median!: string;

  @Field(() => Int, { description: 'The most.' })
  readonly max!: number;

  @Field(() => DecimalScalar, { description: 'The mean, with one decimal, rounded half up.' })
  readonly mean!: string;
}

@ObjectType({
  description:
    'The shape of an organisation in the line, or of what stands under the unit that a scenario is of. Only units in force for certain count.',
})
export class Shape {
  @Field(() => Int, { description: 'How many units there are.' })
  readonly units!: number;

  @Field(() => Int, {
    nullable: true,
    description: 'Steps from the top down to the lowest unit; null: there is no unit.',
  })
  readonly depth!: number | null;

  @Field(() => [Int], {
    description: 'How many units stand on each layer, the top first: as many layers as numbers.',
  })
  readonly layers!: readonly number[];

  @Field(() => Span, { nullable: true, description: 'Null: no unit stands under another.' })
  readonly span!: Span | null;

  @Field(() => Int, { description: 'How many units have exactly one under them.' })
  readonly singleChild!: number;
}

@ObjectType({ description: 'The shape before and after.' })
export class ShapeImpact {
  @Field(() => Shape, { description: 'Before.' })
  readonly before!: Shape;

  @Field(() => Shape, { description: 'After.' })
  readonly after!: Shape;

  @Field(() => [UnitReference], { description: 'Units that come to have exactly one under them, by name.' })
  readonly chainsBegun!: readonly UnitReference[];

  @Field(() => [UnitReference], { description: 'Units that no longer have exactly one under them, by name.' })
  readonly chainsEnded!: readonly UnitReference[];
}
