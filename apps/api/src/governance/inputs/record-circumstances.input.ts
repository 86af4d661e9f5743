import { Field, ID, InputType } from '@nestjs/graphql';
import { JsonScalar } from '../../schema/scalars.js';

@InputType({ isAbstract: true })
export abstract class RecordCircumstances {
  @Field(() => String, {
    nullable: true,
    description:
      'A name of your own for the record, unique in the organisation among records and changes, by which others refer to it.',
  })
  readonly externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is recorded. An amendment must say.' })
  readonly reason?: string | null;

  @Field(() => JsonScalar, { nullable: true, description: 'Where it comes from.' })
  readonly source?: unknown;
}

@InputType({
  description:
    'Who acts or receives: a unit, or a name where no unit is tracked (officials by their role), or both where the document writes the unit’s name otherwise.',
})
export class PartyInput {
  @Field(() => ID, { nullable: true, description: 'The unit.' })
  readonly unit?: string | null;

  @Field(() => String, { nullable: true, description: 'The name as written.' })
  readonly name?: string | null;
}

@InputType({ isAbstract: true })
export abstract class Documented extends RecordCircumstances {
  @Field(() => ID, { nullable: true, description: 'The document that says so: its externalId or id.' })
  readonly document?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the document: a section, a page.' })
  readonly place?: string | null;
}
