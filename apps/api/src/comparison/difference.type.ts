import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import { ChangeDate } from '../changes/change-date.type.js';
import { RelationEnum, SuccessionEnum } from '../schema/enums.js';
import { DateScalar, InstantScalar, PositionScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';

@ObjectType({ description: 'One side of a comparison.' })
export class ComparedReading {
  @Field(() => DateScalar, { description: 'The date.' })
  readonly at!: string;

  @Field(() => PositionScalar, { description: 'How much of the ledger was known.' })
  readonly position!: number;

  @Field(() => InstantScalar, { description: 'When that was recorded.' })
  readonly recordedAt!: string;

  @Field(() => ID, { nullable: true, description: 'The scenario that is read; null: what is recorded.' })
  readonly scenario!: string | null;
}

export function sideOf({ date, ledgerPosition, recordedAt, scenario }: OrganisationReading): ComparedReading {
  return { at: date, position: ledgerPosition, recordedAt, scenario: scenario?.state.id ?? null };
}

@ObjectType({ description: 'A unit in force only on the second side.' })
export class Begun {
  @Field(() => ID, { description: 'The id of the unit.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its unit type.' })
  readonly type!: string;

  @Field(() => Boolean, {
    description: 'False where it may have been so on the first side already, for want of a date.',
  })
  readonly certain!: boolean;

  @Field(() => UnitReference, { nullable: true, description: 'The unit it stands under; null: a root.' })
  readonly parent!: UnitReference | null;

  @Field(() => [UnitReference], { description: 'Units of the first side that it continues, nearest first.' })
  readonly predecessors!: readonly UnitReference[];
}

@ObjectType({ description: 'A unit in force only on the first side.' })
export class Ended {
  @Field(() => ID, { description: 'The id of the unit.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name on the first side.' })
  readonly name!: string;

  @Field(() => String, { description: 'Its unit type on the first side.' })
  readonly type!: string;

  @Field(() => Boolean, {
    description:
      'False where it may have ended before the first side, or still stand on the second, for want of a date.',
  })
  readonly certain!: boolean;

  @Field(() => UnitReference, { nullable: true, description: 'The unit it stood under; null: a root.' })
  readonly parent!: UnitReference | null;

  @Field(() => [UnitReference], { description: 'Units of the second side that continue it, nearest first.' })
  readonly successors!: readonly UnitReference[];

  @Field(() => SuccessionEnum, { nullable: true, description: 'What was said of successors; null: nothing.' })
  readonly succession!: string | null;
}

@ObjectType({ description: 'What became of a name or type of a unit that is in force on both sides.' })
export class FieldChange {
  @Field(() => ID, { description: 'The id of the unit.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name on the second side.' })
  readonly name!: string;

  @Field(() => Boolean, {
    description: 'False where it may have been so on the first side already, for want of a date.',
  })
  readonly certain!: boolean;

  @Field(() => String, { description: 'On the first side.' })
  readonly before!: string;

  @Field(() => String, { description: 'On the second side.' })
  readonly after!: string;
}

@ObjectType({ description: 'A place in a hierarchy: under a parent, at the top, or no part in it.' })
export class Place {
  @Field(() => Boolean, { description: 'Whether it takes part in the hierarchy.' })
  readonly takesPart!: boolean;

  @Field(() => UnitReference, { nullable: true, description: 'The unit it stands under; null: none.' })
  readonly parent!: UnitReference | null;
}

@ObjectType({ description: 'A unit that stands elsewhere.' })
export class Moved {
  @Field(() => ID, { description: 'The id of the unit.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name on the second side.' })
  readonly name!: string;

  @Field(() => Boolean, {
    description: 'False where it may have been so on the first side already, for want of a date.',
  })
  readonly certain!: boolean;

  @Field(() => String, { description: 'In which hierarchy.' })
  readonly hierarchy!: string;

  @Field(() => Place, { description: 'On the first side.' })
  readonly before!: Place;

  @Field(() => Place, { description: 'On the second side.' })
  readonly after!: Place;
}

@ObjectType({ description: 'A unit with another code.' })
export class Recoded {
  @Field(() => ID, { description: 'The id of the unit.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name on the second side.' })
  readonly name!: string;

  @Field(() => Boolean, {
    description: 'False where it may have been so on the first side already, for want of a date.',
  })
  readonly certain!: boolean;

  @Field(() => String, { description: 'In which scheme.' })
  readonly scheme!: string;

  @Field(() => String, { nullable: true, description: 'On the first side; null: none.' })
  readonly before!: string | null;

  @Field(() => String, { nullable: true, description: 'On the second side; null: none.' })
  readonly after!: string | null;
}

@ObjectType({ description: 'Units that one change brought together in one.' })
export class Merged {
  @Field(() => [UnitReference], { description: 'The units that came together.' })
  readonly sources!: readonly UnitReference[];

  @Field(() => UnitReference, { description: 'The unit they came to.' })
  readonly into!: UnitReference;

  @Field(() => [RelationEnum], { description: 'How.' })
  readonly relations!: readonly string[];

  @Field(() => ID, { description: 'The change.' })
  readonly change!: string;

  @Field(() => ChangeDate, { description: 'When.' })
  readonly on!: ChangeDate;
}

@ObjectType({ description: 'A unit that one change divided.' })
export class Split {
  @Field(() => UnitReference, { description: 'The unit that was divided.' })
  readonly source!: UnitReference;

  @Field(() => [UnitReference], { description: 'The units it came to.' })
  readonly into!: readonly UnitReference[];

  @Field(() => [RelationEnum], { description: 'How.' })
  readonly relations!: readonly string[];

  @Field(() => ID, { description: 'The change.' })
  readonly change!: string;

  @Field(() => ChangeDate, { description: 'When.' })
  readonly on!: ChangeDate;
}

@ObjectType({
  description:
    'A change whose form is open and that may have come by the second side: what became of its units cannot be told.',
})
export class AwaitedChange {
  @Field(() => ID, { description: 'The change.' })
  readonly change!: string;

  @Field(() => ChangeDate, { description: 'When it takes effect.' })
  readonly on!: ChangeDate;

  @Field(() => String, { description: 'What is said to come, in the words of the source.' })
  readonly what!: string;

  @Field(() => [UnitReference], { description: 'The units that it is about.' })
  readonly units!: readonly UnitReference[];
}

@ObjectType({
  description:
    'What differs between two readings of one organisation. Lists of units are by name; `merged` and `split` go step by step in the order in which they happened.',
})
export class Difference {
  @Field(() => ComparedReading, { description: 'The first side.' })
  readonly from!: ComparedReading;

  @Field(() => ComparedReading, { description: 'The second side.' })
  readonly to!: ComparedReading;

  @Field(() => [Begun], { description: 'In force only on the second side.' })
  readonly begun!: readonly Begun[];

  @Field(() => [Ended], { description: 'In force only on the first side.' })
  readonly ended!: readonly Ended[];

  @Field(() => [FieldChange], { description: 'With another name.' })
  readonly renamed!: readonly FieldChange[];

  @Field(() => [FieldChange], { description: 'With another type.' })
  readonly reclassified!: readonly FieldChange[];

  @Field(() => [Moved], { description: 'Standing elsewhere.' })
  readonly moved!: readonly Moved[];

  @Field(() => [Recoded], { description: 'With other codes.' })
  readonly recoded!: readonly Recoded[];

  @Field(() => [Merged], { description: 'Units that came together.' })
  readonly merged!: readonly Merged[];

  @Field(() => [Split], { description: 'Units that were divided.' })
  readonly split!: readonly Split[];

  @Field(() => [AwaitedChange], {
    description: 'Changes of open form that may have come by the second side and not by the first.',
  })
  readonly awaited!: readonly AwaitedChange[];
}
