import { Field, ID, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'A unit as it is mentioned.' })
export class UnitReference {
  @Field(() => ID, { description: 'The id of the unit.' })
  readonly id!: string;

  @Field(() => String, { nullable: true, description: 'What it is called where it is mentioned.' })
  readonly name!: string | null;
}
