import { Field, Float, ID, InputType } from '@nestjs/graphql';
import type { Relation } from '#structure';
import { RelationEnum, SuccessionEnum } from '../schema/enums.js';
import { EdtfDateScalar, JsonScalar } from '../schema/scalars.js';
import { ChildInput, NewUnitInput, PlacementInput, RecodeInput, TargetInput } from './new-unit.input.js';

@InputType({ isAbstract: true })
export abstract class Circumstances {
  @Field(() => String, {
    nullable: true,
    description:
      'A name of your own for the change, unique in the organisation among changes and records, by which it can be amended.',
  })
  readonly externalId?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is recorded. An amendment must say.' })
  readonly reason?: string | null;

  @Field(() => JsonScalar, {
    nullable: true,
    description:
      'The matter and decision that it rests on, such as {matter: "RS200432", decision: "rf-5"}, or {decisions: ["rs-8", "rf-5"]}. With a decision that is recorded, the change waits until a competent body has decided it and no condition is open.',
  })
  readonly basis?: unknown;

  @Field(() => JsonScalar, { nullable: true, description: 'Where the fact comes from.' })
  readonly source?: unknown;
}

@InputType({ isAbstract: true })
export abstract class DatedChange extends Circumstances {
  @Field(() => EdtfDateScalar, { description: 'When it takes effect, as well as it is known.' })
  readonly on!: string;
}

@InputType({ isAbstract: true })
abstract class HandingOver extends DatedChange {
  @Field(() => [ChildInput], {
    nullable: true,
    description:
      'Where the children of what ends go. Those not named go to the successor; in a split each is named.',
  })
  readonly children?: readonly ChildInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: other changes of the same date move the children.',
  })
  readonly leaveChildren?: boolean | null;
}

@InputType({ description: 'A unit begins.' })
export class EstablishChange extends DatedChange {
  @Field(() => NewUnitInput, { description: 'The unit.' })
  readonly unit!: NewUnitInput;
}

@InputType({ description: 'A unit gets a new name. A misspelling is a correction, not a renaming.' })
export class RenameChange extends DatedChange {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => String, { description: 'The new name.' })
  readonly name!: string;
}

@InputType({ description: 'A unit becomes one of another type.' })
export class ReclassifyChange extends DatedChange {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => String, { description: 'The new type.' })
  readonly type!: string;
}

@InputType({ description: 'A unit gets, changes or loses codes.' })
export class RecodeChange extends DatedChange {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => [RecodeInput], { description: 'The codes that change.' })
  readonly codes!: readonly RecodeInput[];
}

@InputType({
  description: 'A unit, with all that stands under it except what is excepted, gets another parent.',
})
export class TransferChange extends DatedChange {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => ID, { nullable: true, description: 'Its new parent; an explicit null makes it a root.' })
  readonly to?: string | null;

  @Field(() => String, { nullable: true, description: 'In which hierarchy; default `line`.' })
  readonly hierarchy?: string | null;

  @Field(() => [TargetInput], {
    nullable: true,
    description: 'Descendants that do not go along, or parts that were no units of their own until now.',
  })
  readonly except?: readonly TargetInput[] | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Where they go; default: the old parent; null: they become roots.',
  })
  readonly exceptTo?: string | null;
}

@InputType({ description: 'Two or more units end and one new unit continues them.' })
export class MergeChange extends HandingOver {
  @Field(() => [ID], { description: 'The units that end.' })
  readonly units!: readonly string[];

  @Field(() => NewUnitInput, { description: 'The unit that begins.' })
  readonly into!: NewUnitInput;
}

@InputType({ description: 'Units end and a standing unit continues them.' })
export class AbsorbChange extends HandingOver {
  @Field(() => [ID], { description: 'The units that end.' })
  readonly units!: readonly string[];

  @Field(() => ID, { description: 'The unit that lives on.' })
  readonly into!: string;

  @Field(() => String, { nullable: true, description: 'Its new name, if it gets one.' })
  readonly name?: string | null;
}

@InputType({ description: 'A unit ends and two or more continue it.' })
export class SplitChange extends HandingOver {
  @Field(() => ID, { description: 'The unit that ends.' })
  readonly unit!: string;

  @Field(() => [TargetInput], { description: 'The units that continue it, new or standing.' })
  readonly into!: readonly TargetInput[];
}

@InputType({ description: 'A unit lives on and new units begin from parts of it.' })
export class SpinOffChange extends HandingOver {
  @Field(() => ID, { description: 'The unit that lives on.' })
  readonly unit!: string;

  @Field(() => [NewUnitInput], { description: 'The units that begin.' })
  readonly into!: readonly NewUnitInput[];
}

@InputType({ description: 'A unit ends and one new unit begins with the same activity.' })
export class ReplaceChange extends HandingOver {
  @Field(() => ID, { description: 'The unit that ends.' })
  readonly unit!: string;

  @Field(() => NewUnitInput, { description: 'The unit that begins.' })
  readonly by!: NewUnitInput;
}

@InputType({
  description: 'A unit ends. Its successors are named, or said to be none, or said to be unknown.',
})
export class DissolveChange extends DatedChange {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => [ID], { nullable: true, description: 'Either the units that carry on its activity' })
  readonly successors?: readonly string[] | null;

  @Field(() => SuccessionEnum, {
    nullable: true,
    description: 'or that there are none, or that they are not known.',
  })
  readonly succession?: 'none' | 'unknown' | null;
}

@InputType({ description: 'A unit that ended begins again, as it last was unless told otherwise.' })
export class ReactivateChange extends DatedChange {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => ID, {
    nullable: true,
    description: 'Where it stands now; absent: where it last stood; an explicit null: a root.',
  })
  readonly parent?: string | null;

  @Field(() => [PlacementInput], { nullable: true, description: 'Its place in other hierarchies.' })
  readonly parents?: readonly PlacementInput[] | null;

  @Field(() => String, { nullable: true, description: 'Its name, if another.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'Its type, if another.' })
  readonly type?: string | null;

  @Field(() => [RecodeInput], { nullable: true, description: 'Its codes, where others.' })
  readonly codes?: readonly RecodeInput[] | null;
}

@InputType({ description: 'What is set of one unit.' })
export class SettingInput {
  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => String, { nullable: true, description: 'Its new name.' })
  readonly name?: string | null;

  @Field(() => String, { nullable: true, description: 'Its new type.' })
  readonly type?: string | null;

  @Field(() => ID, { nullable: true, description: 'Its new parent in `line`; an explicit null: a root.' })
  readonly parent?: string | null;

  @Field(() => [PlacementInput], { nullable: true, description: 'Its place in other hierarchies.' })
  readonly parents?: readonly PlacementInput[] | null;

  @Field(() => [RecodeInput], { nullable: true, description: 'Its new codes.' })
  readonly codes?: readonly RecodeInput[] | null;
}

@InputType({ description: 'One unit continues another.' })
export class LineageInput {
  @Field(() => ID, { description: 'The predecessor.' })
  readonly from!: string;

  @Field(() => ID, { description: 'The successor.' })
  readonly to!: string;

  @Field(() => RelationEnum, { description: 'How.' })
  readonly relation!: Relation;

  @Field(() => Float, { nullable: true, description: 'Share of the predecessor, above 0 and at most 1.' })
  readonly share?: number | null;
}

@InputType({ description: 'Any beginnings, ends and settings at once, with their lineage given.' })
export class ReorganiseChange extends DatedChange {
  @Field(() => [ID], { nullable: true, description: 'The units that end.' })
  readonly ends?: readonly string[] | null;

  @Field(() => [NewUnitInput], { nullable: true, description: 'The units that begin.' })
  readonly begins?: readonly NewUnitInput[] | null;

  @Field(() => [SettingInput], { nullable: true, description: 'What is set of units that live on.' })
  readonly sets?: readonly SettingInput[] | null;

  @Field(() => [LineageInput], { nullable: true, description: 'Which unit continues which.' })
  readonly lineage?: readonly LineageInput[] | null;
}
