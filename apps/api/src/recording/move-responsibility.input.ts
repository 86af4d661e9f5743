import { Field, Float, ID, InputType } from '@nestjs/graphql';
import type { Resource } from '#structure';
import { ResourceEnum } from '../schema/enums.js';
import { DatedChange } from './change.inputs.js';

@InputType({ description: 'A unit that receives what moves.' })
export class ReceiverInput {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => Float, {
    nullable: true,
    description: 'The share that it gets, above 0 and at most 1; absent when not known.',
  })
  readonly share?: number | null;
}

@InputType({
  description: 'A function, or a share of staff or budget, moves between units that all live on.',
})
export class MoveResponsibilityChange extends DatedChange {
  @Field(() => ID, { description: 'The unit that it moves from.' })
  readonly unit!: string;

  @Field(() => [ReceiverInput], { description: 'The units that it moves to.' })
  readonly to!: readonly ReceiverInput[];

  @Field(() => String, {
    description: 'The function, or what the staff or budget is for, such as "Lönehantering".',
  })
  readonly what!: string;

  @Field(() => ResourceEnum, { nullable: true, description: 'What moves; absent: the function.' })
  readonly resource?: Resource | null;
}
