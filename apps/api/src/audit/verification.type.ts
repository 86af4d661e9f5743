import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { Message } from '#temporal';
import { describedEnum } from '../schema/described-enum.js';
import { InstantScalar, PositionScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';

export const VerifiedPartEnum = describedEnum(
  'VerifiedPart',
  'What a verification looks at, in this order.',
  { LEDGER: 'ledger', SCENARIOS: 'scenarios', READ_MODEL: 'read model' },
  {
    LEDGER:
      'Positions, hash chain, columns, times and head of the ledger; the organisation and the records of commands; the checkpoints given.',
    SCENARIOS: 'The scenarios by themselves, and what they and the ledger say of each other.',
    READ_MODEL: 'The tables that are made from the events, against the events.',
  },
);

@InputType({ description: 'A point of the ledger that was kept elsewhere, to hold its history to.' })
export class CheckpointInput {
  @Field(() => PositionScalar, { description: 'The position.' })
  readonly position!: number;

  @Field(() => String, { description: 'The hash that it had: 64 hexadecimal digits.' })
  readonly hash!: string;
}

@ObjectType({ description: 'One part that was verified.' })
export class PartVerified {
  @Field(() => VerifiedPartEnum, { description: 'Which part.' })
  readonly part!: string;

  @Field(() => Boolean, { description: 'Nothing is wrong.' })
  readonly ok!: boolean;

  @Field(() => String, {
    nullable: true,
    description: 'What is wrong, as a code such as HASH, HEAD or CHECKPOINT; null: nothing.',
  })
  readonly problem!: string | null;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The first position at which it is wrong, or which is missing.',
  })
  readonly position!: number | null;

  @Field(() => ID, { nullable: true, description: 'The scenario in which it is wrong.' })
  readonly scenario!: string | null;

  @Field(() => Text, { nullable: true, description: 'What is wrong, in words.' })
  readonly message!: Message | null;
}

@ObjectType({
  description:
    'What a verification found. A chain can be computed anew by whoever can write to the database: only a checkpoint kept elsewhere shows that.',
})
export class Verification {
  @Field(() => Boolean, { description: 'Nothing is wrong in any part.' })
  readonly ok!: boolean;

  @Field(() => [PartVerified], {
    description: 'What was verified; it ends with the first part in which something is wrong.',
  })
  readonly parts!: readonly PartVerified[];

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The last event of the chain that was verified; null: it is broken.',
  })
  readonly position!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'The hash at `position`: with it, the checkpoint to keep elsewhere.',
  })
  readonly hash!: string | null;

  @Field(() => Int, { description: 'How many checkpoints it was held to.' })
  readonly checkpoints!: number;

  @Field(() => Int, { nullable: true, description: 'How many scenarios were verified; null: none yet.' })
  readonly scenarios!: number | null;

  @Field(() => InstantScalar, { description: 'When it was begun.' })
  readonly startedAt!: string;

  @Field(() => Int, { description: 'How long it took, in milliseconds.' })
  readonly took!: number;
}
