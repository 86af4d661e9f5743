import { Field, ID, InputType, Int } from '@nestjs/graphql';
import type { Combining, Polarity, Size } from '#measures';
import { RecordCircumstances } from '../../governance/inputs/record-circumstances.input.js';
import { CombiningEnum, PolarityEnum, SizeEnum } from '../../schema/governance-enums.js';

@InputType({ description: 'Another unit of measure that figures of an indicator may be given in.' })
export class OtherUnitOfMeasureInput {
  @Field(() => String, { description: 'The other unit of measure, such as "tkr".' })
  readonly unitOfMeasure!: string;

  @Field(() => String, {
    description:
      'How much one of it is in the indicator’s own, as a decimal number in text: a tkr is "0.001" mnkr.',
  })
  readonly is!: string;

  @Field(() => Int, {
    nullable: true,
    description: 'How many decimals figures in it are rounded to in print; absent: they are exact.',
  })
  readonly decimals?: number | null;
}

@InputType({ description: 'Something that is measured. It is found by its name as well.' })
export class IndicatorRecord extends RecordCircumstances {
  @Field(() => String, { description: 'Its name, unique among the indicators.' })
  readonly name!: string;

  @Field(() => String, { description: 'What it is measured in, such as "%" or "mnkr".' })
  readonly unitOfMeasure!: string;

  @Field(() => [OtherUnitOfMeasureInput], {
    nullable: true,
    description: 'Other units of measure that its figures may be given in.',
  })
  readonly alsoIn?: readonly OtherUnitOfMeasureInput[] | null;

  @Field(() => PolarityEnum, { description: 'Which way is better.' })
  readonly polarity!: Polarity;

  @Field(() => CombiningEnum, { description: 'How the figure of a whole follows from those of its parts.' })
  readonly parts!: Combining;

  @Field(() => Int, {
    nullable: true,
    description: 'How many decimals its figures are rounded to in print; absent: they are exact.',
  })
  readonly decimals?: number | null;

  @Field(() => SizeEnum, {
    nullable: true,
    description:
      'What of the size of units it measures: such figures are followed to where people and money go in a scenario. Of two indicators for one size the one that was recorded last counts.',
  })
  readonly sizes?: Size | null;

  @Field(() => String, { nullable: true, description: 'How it is defined.' })
  readonly text?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document that defines it.' })
  readonly document?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  readonly place?: string | null;
}
