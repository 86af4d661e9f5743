import { Field, Int, ObjectType } from '@nestjs/graphql';
import { Change } from '../changes/change.type.js';
import { Decision } from './decision.type.js';
import { Document } from './document.type.js';
import { AspectEnum } from '../schema/governance-enums.js';
import { DocumentChangeEnum, TextChangeEnum } from './reading-enums.js';
import { Party } from './party.type.js';

@ObjectType({ description: 'One point of what is decided or proposed.' })
export class DecisionPoint {
  @Field(() => String, { description: 'Its text.' })
  readonly text!: string;

  @Field(() => [Change], { description: 'Changes of the structure that it is about.' })
  readonly changes!: readonly Change[];
}

@ObjectType({ description: 'One line of the rationale.' })
export class RationaleLine {
  @Field(() => AspectEnum, { description: 'What it speaks of.' })
  readonly aspect!: string;

  @Field(() => String, { description: 'What it says.' })
  readonly text!: string;

  @Field(() => Document, { nullable: true, description: 'The document that says so.' })
  readonly document!: Document | null;

  @Field(() => String, { nullable: true, description: 'Where in it.' })
  readonly place!: string | null;
}

@ObjectType({ description: 'A document as a decision lists it.' })
export class ListedDocument {
  @Field(() => Document, { nullable: true, description: 'The document; null: it is withdrawn.' })
  readonly document!: Document | null;

  @Field(() => String, { description: 'The title that the list gives it.' })
  readonly as!: string;

  @Field(() => String, { nullable: true, description: 'Its own title, where that is another.' })
  readonly properTitle!: string | null;
}

@ObjectType({ description: 'A text that was added, removed or reworded.' })
export class TextChange {
  @Field(() => TextChangeEnum, { description: 'What became of it.' })
  readonly change!: string;

  @Field(() => String, { nullable: true, description: 'In the proposal; null: it is not there.' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'In what answers it; null: it is not there.' })
  readonly after!: string | null;

  @Field(() => Boolean, {
    description: 'Only the spelling of a unit differs, by spellings that are recorded.',
  })
  readonly sameUnits!: boolean;
}

@ObjectType({ description: 'A recipient that only one of the two has.' })
export class RecipientChange {
  @Field(() => TextChangeEnum, { description: 'What became of it.' })
  readonly change!: string;

  @Field(() => Party, { description: 'The recipient.' })
  readonly party!: Party;
}

@ObjectType({
  description: 'A document that only one of the two lists, or that they list under different titles.',
})
export class DocumentChange {
  @Field(() => DocumentChangeEnum, { description: 'What became of it.' })
  readonly change!: string;

  @Field(() => Document, { nullable: true, description: 'The document.' })
  readonly document!: Document | null;

  @Field(() => String, { nullable: true, description: 'Its title in the proposal.' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'Its title in what answers it.' })
  readonly after!: string | null;
}

@ObjectType({ description: 'Before which body something is laid, where that is another one.' })
export class AddresseeChange {
  @Field(() => Party, { nullable: true, description: 'In the proposal.' })
  readonly before!: Party | null;

  @Field(() => Party, { nullable: true, description: 'In what answers it.' })
  readonly after!: Party | null;
}

@ObjectType({ description: 'What a step added, removed or changed against a proposal that it answers.' })
export class ChangesSinceProposal {
  @Field(() => Decision, { description: 'The proposal.' })
  readonly proposal!: Decision;

  @Field(() => Decision, { description: 'The step that answers it.' })
  readonly answeredBy!: Decision;

  @Field(() => Int, { description: '1: what the decision answers itself; 2: what that answers; and so on.' })
  readonly generation!: number;

  @Field(() => [TextChange], { description: 'Points.' })
  readonly points!: readonly TextChange[];

  @Field(() => [TextChange], { description: 'Conditions.' })
  readonly conditions!: readonly TextChange[];

  @Field(() => [RecipientChange], { description: 'Recipients.' })
  readonly recipients!: readonly RecipientChange[];

  @Field(() => [DocumentChange], { description: 'Documents.' })
  readonly documents!: readonly DocumentChange[];

  @Field(() => AddresseeChange, {
    nullable: true,
    description: 'Before which body it is laid, if that is another; null: the same.',
  })
  readonly to!: AddresseeChange | null;

  @Field(() => Boolean, { description: 'Nothing was added, removed or changed.' })
  readonly unchanged!: boolean;
}
