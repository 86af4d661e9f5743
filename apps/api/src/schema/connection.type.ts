import { ArgsType, Field, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'Where a page stands among all that match (Relay).' })
export class PageInfo {
  @Field(() => Boolean, { description: 'More follows.' })
  readonly hasNextPage!: boolean;

  @Field(() => Boolean, { description: 'More comes before.' })
  readonly hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: 'Cursor of the first on the page.' })
  readonly startCursor!: string | null;

  @Field(() => String, { nullable: true, description: 'Cursor of the last on the page.' })
  readonly endCursor!: string | null;
}

@ArgsType()
export class PageArgs {
  @Field(() => Int, {
    nullable: true,
    description: 'So many, from the beginning or after `after`; 1 to 200.',
  })
  readonly first?: number | null;

  @Field(() => String, {
    nullable: true,
    description:
      'A cursor that the same question gave. It keeps the date and the knowledge time of its page, unless they are given.',
  })
  readonly after?: string | null;

  @Field(() => Int, { nullable: true, description: 'So many, to the end or before `before`; 1 to 200.' })
  readonly last?: number | null;

  @Field(() => String, { nullable: true, description: 'A cursor that the same question gave.' })
  readonly before?: string | null;
}
