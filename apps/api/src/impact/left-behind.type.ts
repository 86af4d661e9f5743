import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { ChangeDate } from '../changes/change-date.type.js';
import { AssignmentStandingEnum, AssignmentStatusEnum } from '../governance/reading-enums.js';
import { EdtfDateScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { BecomesEnum, ConcernEnum } from './impact-enums.js';

@ObjectType({ description: 'A code of a unit that ends which no unit holds after.' })
export class VacatedCode {
  @Field(() => String, { description: 'The scheme.' })
  readonly scheme!: string;

  @Field(() => String, { description: 'The code.' })
  readonly code!: string;

  @Field(() => UnitReference, { description: 'The unit that ends.' })
  readonly unit!: UnitReference;
}

@ObjectType({ description: 'An assignment that is not done, of units that end.' })
export class AssignmentLeftBehind {
  @Field(() => ID, { description: 'The assignment, which `record` tells of.' })
  readonly id!: string;

  @Field(() => String, { description: 'What it is called.' })
  readonly title!: string;

  @Field(() => AssignmentStandingEnum, { description: 'How firm it is.' })
  readonly standing!: string;

  @Field(() => AssignmentStatusEnum, { description: 'How far it has come.' })
  readonly status!: string;

  @Field(() => ChangeDate, { nullable: true, description: 'When it is to be done; null: no date is set.' })
  readonly due!: ChangeDate | null;

  @Field(() => [UnitReference], { description: 'Those that have it and end, as they are called before.' })
  readonly units!: readonly UnitReference[];

  @Field(() => [UnitReference], { description: 'Units in force that their lineage leads to.' })
  readonly successors!: readonly UnitReference[];
}

@ObjectType({ description: 'An indicator, as it is mentioned.' })
export class IndicatorReference {
  @Field(() => ID, { description: 'Its record.' })
  readonly id!: string;

  @Field(() => String, { description: 'Its name.' })
  readonly name!: string;
}

@ObjectType({ description: 'Figures of a unit that ends.' })
export class MeasuresLeftBehind {
  @Field(() => UnitReference, { description: 'The unit that ends.' })
  readonly unit!: UnitReference;

  @Field(() => IndicatorReference, { description: 'What they measure.' })
  readonly indicator!: IndicatorReference;

  @Field(() => Int, { description: 'How many there are, targets among them.' })
  readonly figures!: number;

  @Field(() => Int, { description: 'How many of them are targets.' })
  readonly targets!: number;

  @Field(() => EdtfDateScalar, { description: 'The latest period of which there is one, as written.' })
  readonly latestPeriod!: string;
}

@ObjectType({ description: 'A steering document that is known to concern a unit which ends or moves.' })
export class SteeringDocumentConcerned {
  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => ID, { nullable: true, description: 'Its record; null: it is only named.' })
  readonly document!: string | null;

  @Field(() => ConcernEnum, { description: 'How it concerns the unit.' })
  readonly concern!: string;

  @Field(() => ID, { description: 'The assignment, spelling or observation that says so.' })
  readonly record!: string;

  @Field(() => UnitReference, { description: 'The unit.' })
  readonly unit!: UnitReference;

  @Field(() => BecomesEnum, { description: 'What becomes of the unit.' })
  readonly becomes!: string;
}

@ObjectType({ description: 'What would point at units that the scenario ends.' })
export class LeftBehind {
  @Field(() => [VacatedCode], { description: 'Codes that nobody holds any more: by scheme, then by unit.' })
  readonly codes!: readonly VacatedCode[];

  @Field(() => [AssignmentLeftBehind], { description: 'Assignments, in the order of their recording.' })
  readonly assignments!: readonly AssignmentLeftBehind[];

  @Field(() => [MeasuresLeftBehind], { description: 'Figures, by unit.' })
  readonly measures!: readonly MeasuresLeftBehind[];

  @Field(() => [SteeringDocumentConcerned], {
    description: 'Steering documents, by title; those that concern a unit which moves as well.',
  })
  readonly steeringDocuments!: readonly SteeringDocumentConcerned[];
}
