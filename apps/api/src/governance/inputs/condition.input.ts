import { Field, ID, InputType } from '@nestjs/graphql';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { RecordCircumstances } from './record-circumstances.input.js';

@InputType({ description: 'What must be met before a decision takes effect.' })
export class ConditionRecord extends RecordCircumstances {
  @Field(() => ID, { description: 'The decision or proposal that sets it: externalId or id.' })
  readonly decision!: string;

  @Field(() => String, { description: 'What must be met.' })
  readonly text!: string;
}

@InputType({ description: 'What became of a condition.' })
export class ConditionOutcomeRecord extends RecordCircumstances {
  @Field(() => ID, { description: 'The condition: externalId or id.' })
  readonly condition!: string;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'When.' })
  readonly on?: string | null;

  @Field(() => String, { nullable: true, description: 'What shows it.' })
  readonly evidence?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document that shows it.' })
  readonly document?: string | null;
}
