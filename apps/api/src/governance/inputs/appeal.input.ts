import { Field, ID, InputType } from '@nestjs/graphql';
import type { AppealOutcome } from '#governance';
import { AppealOutcomeEnum } from '../../schema/governance-enums.js';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { RecordCircumstances } from './record-circumstances.input.js';

@InputType({ description: 'An appeal against a decision, or what became of it.' })
export class AppealRecord extends RecordCircumstances {
  @Field(() => ID, { description: 'The decision: externalId or id.' })
  readonly decision!: string;

  @Field(() => AppealOutcomeEnum, {
    description: 'What became of it. Changes that rest on a decision that is ANNULLED are taken back.',
  })
  readonly outcome!: AppealOutcome;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'When.' })
  readonly on?: string | null;

  @Field(() => String, { nullable: true, description: 'What was said.' })
  readonly text?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document: the appeal, or the judgment.' })
  readonly document?: string | null;
}
