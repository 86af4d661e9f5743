import { Field, ID, ObjectType } from '@nestjs/graphql';
import { DateScalar, EdtfDateScalar, JsonScalar } from '../schema/scalars.js';

@ObjectType({
  description: 'What may have changed already: the date of a change is not known well enough to say.',
})
export class Mark {
  @Field(() => String, {
    description: '`existence`, `name`, `type`, `parent:<hierarchy>` or `code:<scheme>`.',
  })
  readonly field!: string;

  @Field(() => ID, { description: 'The change whose precise date would settle it.' })
  readonly change!: string;

  @Field(() => DateScalar, { nullable: true, description: 'First day it can have taken effect; null: open.' })
  readonly earliest!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'Last day it can take effect; null: open.' })
  readonly latest!: string | null;

  @Field(() => EdtfDateScalar, { description: 'The date of the change as written.' })
  readonly written!: string;

  @Field(() => JsonScalar, {
    nullable: true,
    description: "What the field would be: a text, a parent's id, or for existence true or false.",
  })
  readonly value!: string | boolean | null;

  @Field(() => String, { nullable: true, description: "The parent's name, when the field is a parent." })
  readonly valueName!: string | null;
}
