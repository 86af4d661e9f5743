import { Field, ID, InputType } from '@nestjs/graphql';
import type { Confidence } from '#governance';
import type { Relation } from '#structure';
import { RelationEnum } from '../../schema/enums.js';
import { ConfidenceEnum } from '../../schema/governance-enums.js';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { Documented, RecordCircumstances } from './record-circumstances.input.js';

@InputType({ description: 'A lineage that is inferred, and nowhere decided.' })
export class InferredLineageInput {
  @Field(() => ID, { description: 'The predecessor.' })
  readonly from!: string;

  @Field(() => ID, { description: 'The successor.' })
  readonly to!: string;

  @Field(() => RelationEnum, { description: 'How the one continues the other.' })
  readonly relation!: Relation;
}

@InputType({
  description:
    'A document shows something from which an earlier change can be inferred. It stands until a person confirms or rejects it, and never becomes a decision.',
})
export class ObservationRecord extends Documented {
  @Field(() => EdtfDateScalar, { nullable: true, description: 'When it was so.' })
  readonly on?: string | null;

  @Field(() => String, { description: 'What is seen, in your own words.' })
  readonly says!: string;

  @Field(() => [ID], { description: 'The units that it is about.' })
  readonly units!: readonly string[];

  @Field(() => ID, {
    nullable: true,
    description: 'A change that it makes likely: externalId or id.',
  })
  readonly corroborates?: string | null;

  @Field(() => InferredLineageInput, { nullable: true, description: 'The lineage that is inferred.' })
  readonly infers?: InferredLineageInput | null;

  @Field(() => ConfidenceEnum, { description: 'How sure it is.' })
  readonly confidence!: Confidence;
}

@InputType({ description: 'What a person says of what is inferred from an observation.' })
export class ObservationReviewRecord extends RecordCircumstances {
  @Field(() => ID, { description: 'The observation: externalId or id.' })
  readonly observation!: string;

  @Field(() => String, { nullable: true, description: 'Why.' })
  readonly text?: string | null;
}
