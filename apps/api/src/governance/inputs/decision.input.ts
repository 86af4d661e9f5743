import { Field, ID, InputType } from '@nestjs/graphql';
import type { Act, Aspect } from '#governance';
import { ActEnum, AspectEnum } from '../../schema/governance-enums.js';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { PartyInput, RecordCircumstances } from './record-circumstances.input.js';

@InputType({ description: 'One point of what is decided or proposed.' })
export class PointInput {
  @Field(() => String, { description: 'What it says.' })
  readonly text!: string;

  @Field(() => [ID], {
    nullable: true,
    description: 'Changes of the structure that it is about: externalId or id.',
  })
  readonly changes?: readonly string[] | null;
}

@InputType({ description: 'A line of the rationale.' })
export class RationaleInput {
  @Field(() => AspectEnum, { description: 'What it speaks of.' })
  readonly aspect!: Aspect;

  @Field(() => String, { description: 'What it says.' })
  readonly text!: string;

  @Field(() => ID, { nullable: true, description: 'The document that says so.' })
  readonly document?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  readonly place?: string | null;
}

@InputType({ description: 'A document that something was decided on.' })
export class ListedDocumentInput {
  @Field(() => ID, { description: 'The document.' })
  readonly document!: string;

  @Field(() => String, { nullable: true, description: 'The title that the decision’s list gives it.' })
  readonly as?: string | null;
}

@InputType({
  description:
    'What a body did in a matter. A change rests on it by naming it in its `basis`, or by being named in `changes` here.',
})
export class DecisionRecord extends RecordCircumstances {
  @Field(() => ID, { description: 'The matter: number, externalId or id.' })
  readonly matter!: string;

  @Field(() => PartyInput, { description: 'Who.' })
  readonly body!: PartyInput;

  @Field(() => ActEnum, { description: 'What it did.' })
  readonly act!: Act;

  @Field(() => PartyInput, {
    nullable: true,
    description: 'The body that a proposal is laid before, or who is commissioned.',
  })
  readonly to?: PartyInput | null;

  @Field(() => String, { nullable: true, description: 'What it is about, in a few words.' })
  readonly title?: string | null;

  @Field(() => String, { nullable: true, description: 'The paragraph of the minutes, such as "§ 8".' })
  readonly paragraph?: string | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'The day of the meeting or act; absent: not known.',
  })
  readonly on?: string | null;

  @Field(() => [ID], {
    nullable: true,
    description:
      'Earlier steps that it takes up: externalId or id. A decision answers the proposals laid before the body, and the changes that rest on those rest on it.',
  })
  readonly answers?: readonly string[] | null;

  @Field(() => [PointInput], {
    nullable: true,
    description: 'What is decided or proposed, point by point, in order.',
  })
  readonly points?: readonly PointInput[] | null;

  @Field(() => [ID], {
    nullable: true,
    description: 'Changes of the structure that it is about as a whole: externalId or id.',
  })
  readonly changes?: readonly string[] | null;

  @Field(() => [RationaleInput], { nullable: true, description: 'Why.' })
  readonly rationale?: readonly RationaleInput[] | null;

  @Field(() => ID, { nullable: true, description: 'The minutes, or the paper in which it stands.' })
  readonly recordedIn?: string | null;

  @Field(() => [ListedDocumentInput], { nullable: true, description: 'What it was decided on.' })
  readonly documents?: readonly ListedDocumentInput[] | null;

  @Field(() => [PartyInput], { nullable: true, description: 'To whom it was sent.' })
  readonly recipients?: readonly PartyInput[] | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'When the minutes were adjusted (justerade).',
  })
  readonly adjusted?: string | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'When that was announced on the notice board: the appeal period runs from here.',
  })
  readonly announced?: string | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'Of a decision by delegation: when it was notified to the board.',
  })
  readonly notified?: string | null;
}
