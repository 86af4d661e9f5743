import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar, EdtfDateScalar } from '../schema/scalars.js';

@ObjectType({
  description: 'A date as well as it is known: when something takes effect, was decided, is due ...',
})
export class ChangeDate {
  @Field(() => EdtfDateScalar, { description: 'As it was written.' })
  readonly written!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The first possible day; null: open.' })
  readonly earliest!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'The last possible day, from which it is certain; null: open.',
  })
  readonly latest!: string | null;
}
