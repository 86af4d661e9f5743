import { Field, InputType } from '@nestjs/graphql';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { RecordCircumstances } from './record-circumstances.input.js';

@InputType({ description: 'A matter. It is found by its number as well.' })
export class MatterRecord extends RecordCircumstances {
  @Field(() => String, {
    nullable: true,
    description:
      'Its registry number (diarienummer), unique in the organisation; absent where none is given.',
  })
  readonly number?: string | null;

  @Field(() => String, { description: 'What it is about.' })
  readonly title!: string;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'When it was opened.' })
  readonly opened?: string | null;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'When it was closed.' })
  readonly closed?: string | null;
}
