import { Field, ObjectType } from '@nestjs/graphql';
import { DateScalar, EdtfDateScalar } from '../schema/scalars.js';

@ObjectType({
  description: 'A time during which a unit is in force: from its first day, up to but not including `to`.',
})
export class ExistenceInterval {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day in force for certain; null if that is never certain.',
  })
  readonly from!: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'First day no longer in force; null while no end is known.',
  })
  readonly to!: string | null;

  @Field(() => EdtfDateScalar, { description: 'The date of its beginning as written.' })
  readonly fromWritten!: string;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'The date of its end as written.' })
  readonly toWritten!: string | null;
}
