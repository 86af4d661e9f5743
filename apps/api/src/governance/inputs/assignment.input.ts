import { Field, ID, InputType } from '@nestjs/graphql';
import type { Assessment } from '#governance';
import { AssessmentEnum } from '../../schema/governance-enums.js';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { Documented, PartyInput, RecordCircumstances } from './record-circumstances.input.js';

@InputType({ description: 'Work that a decision or plan hands to somebody.' })
export class AssignmentRecord extends RecordCircumstances {
  @Field(() => String, { description: 'What is to be done, in a few words.' })
  readonly title!: string;

  @Field(() => String, { nullable: true, description: 'What is to be done.' })
  readonly text?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What its plan or report numbers it, such as "2.2.1".',
  })
  readonly number?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its matter: number, externalId or id.' })
  readonly matter?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'The decision that gives it; while that is only proposed, so is the assignment.',
  })
  readonly decision?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document that it stands in.' })
  readonly document?: string | null;

  @Field(() => [PartyInput], { description: 'Who does it.' })
  readonly to!: readonly PartyInput[];

  @Field(() => [PartyInput], { nullable: true, description: 'Together with whom.' })
  readonly with?: readonly PartyInput[] | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'When it was given; absent: with its decision.',
  })
  readonly given?: string | null;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'When it is to be done.' })
  readonly due?: string | null;

  @Field(() => PartyInput, { nullable: true, description: 'To whom it is reported.' })
  readonly reportTo?: PartyInput | null;

  @Field(() => [String], { nullable: true, description: 'Steering documents that it is to change.' })
  readonly steeringDocuments?: readonly string[] | null;
}

@InputType({ description: 'A report on an assignment.' })
export class ReportRecord extends Documented {
  @Field(() => ID, { description: 'The assignment: externalId or id.' })
  readonly assignment!: string;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'When.' })
  readonly on?: string | null;

  @Field(() => AssessmentEnum, { description: 'What it says of the assignment.' })
  readonly assessment!: Assessment;

  @Field(() => String, { nullable: true, description: 'What was done.' })
  readonly text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: the assignment is done with it; absent: it goes on.',
  })
  readonly final?: boolean | null;
}

@InputType({ description: 'An assignment goes over to somebody else, since whoever had it has ended.' })
export class HandOverRecord extends RecordCircumstances {
  @Field(() => ID, { description: 'The assignment: externalId or id.' })
  readonly assignment!: string;

  @Field(() => [PartyInput], { description: 'Who does it from then on.' })
  readonly to!: readonly PartyInput[];

  @Field(() => EdtfDateScalar, { nullable: true, description: 'When.' })
  readonly on?: string | null;
}
