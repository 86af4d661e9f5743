import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { ChangeKind, OpenQuestion } from '#structure';
import { ChangeKindEnum, OpenQuestionEnum } from '../schema/enums.js';
import { EdtfDateScalar } from '../schema/scalars.js';
import { Circumstances } from './change.inputs.js';

@InputType({ description: 'What is known of the units that an anticipated change will make.' })
export class AnticipatedUnitsInput {
  @Field(() => Int, { nullable: true, description: 'How many.' })
  readonly count?: number | null;

  @Field(() => String, { nullable: true, description: 'The name; null: none is decided.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'The type.' })
  readonly type?: string | null;

  @Field(() => ID, { nullable: true, description: 'The parent; an explicit null: a root.' })
  readonly parent?: string | null;
}

@InputType({
  description:
    'A change whose form, name or date is still open. It never takes effect: once it is known what it is, it is corrected to a change of that kind.',
})
export class AnticipateChange extends Circumstances {
  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'When it takes effect, as well as it is known; absent or `..`: nothing is known of it.',
  })
  readonly on?: string | null;

  @Field(() => [ID], { description: 'The units that it is about.' })
  readonly units!: readonly string[];

  @Field(() => String, { description: 'What is said to come, in the words of the source.' })
  readonly what!: string;

  @Field(() => [ChangeKindEnum], {
    nullable: true,
    description: 'The kinds that it may turn out to be; any but ANTICIPATE.',
  })
  readonly forms?: readonly ChangeKind[] | null;

  @Field(() => AnticipatedUnitsInput, {
    nullable: true,
    description: 'What is known of the units that it will make.',
  })
  readonly into?: AnticipatedUnitsInput | null;

  @Field(() => [OpenQuestionEnum], { nullable: true, description: 'What is still open.' })
  readonly unknown?: readonly OpenQuestion[] | null;
}
