import { Field, ObjectType } from '@nestjs/graphql';
import { Unit } from './unit.type.js';

@ObjectType({ description: "A unit's place in one hierarchy." })
export class Placement {
  @Field(() => String, { description: 'The hierarchy.' })
  readonly hierarchy!: string;

  @Field(() => Unit, { nullable: true, description: 'The unit it stands under; null: a root.' })
  readonly parent!: Unit | null;
}
