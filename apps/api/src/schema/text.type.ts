import { Field, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'One text in both languages.' })
export class Text {
  @Field(() => String, { description: 'In Swedish.' })
  readonly sv!: string;

  @Field(() => String, { description: 'In English.' })
  readonly en!: string;
}
