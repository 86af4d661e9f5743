import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import type { LineageStep as Step, DeadEnd as End, LineageOnDate, Relative as OnDate } from '#structure';
import { ChangeDate } from '../changes/change-date.type.js';
import { DirectionEnum, RelationEnum, SuccessionEnum } from '../schema/enums.js';
import { DateScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';

@ObjectType({ description: 'One step of lineage, from predecessor to successor.' })
export class LineageStep {
  constructor(private readonly step: Step) {}

  @Field(() => DirectionEnum, { description: 'Which way it lies from the unit that was asked about.' })
  get direction(): string {
    return this.step.direction;
  }

  @Field(() => Int, { description: '1 for the nearest.' })
  get generation(): number {
    return this.step.generation;
  }

  @Field(() => UnitReference, { description: 'The predecessor, as it was called when it happened.' })
  get from(): UnitReference {
    return this.step.from;
  }

  @Field(() => UnitReference, { description: 'The successor, as it was called when it happened.' })
  get to(): UnitReference {
    return this.step.to;
  }

  @Field(() => RelationEnum, { description: 'How the one continues the other.' })
  get relation(): string {
    return this.step.relation;
  }

  @Field(() => Float, {
    nullable: true,
    description: 'Share of the predecessor that went there, above 0 and at most 1; null when not known.',
  })
  get share(): number | null {
    return this.step.share;
  }

  @Field(() => ChangeDate, { description: 'When.' })
  get on(): ChangeDate {
    return this.step;
  }

  @Field(() => ID, { description: 'The change that says so.' })
  get change(): string {
    return this.step.change;
  }
}

@ObjectType({ description: 'A unit in force on a date that another goes back or leads to.' })
export class Relative {
  constructor(private readonly relative: OnDate) {}

  @Field(() => ID, { description: 'The id of the unit.' })
  get id(): string {
    return this.relative.id;
  }

  @Field(() => String, { description: 'What it is called on the date.' })
  get name(): string {
    return this.relative.name;
  }

  @Field(() => DirectionEnum, { description: 'Which way it lies.' })
  get direction(): string {
    return this.relative.direction;
  }

  @Field(() => Int, { description: 'Steps away; 0 is the unit itself.' })
  get generation(): number {
    return this.relative.generation;
  }
}

@ObjectType({ description: 'Where a line stops: a unit that has ended without a successor.' })
export class DeadEnd {
  constructor(private readonly end: End) {}

  @Field(() => UnitReference, { description: 'The unit that ended.' })
  get unit(): UnitReference {
    return this.end.unit;
  }

  @Field(() => SuccessionEnum, { nullable: true, description: 'What was said of successors; null: nothing.' })
  get succession(): string | null {
    return this.end.succession;
  }

  @Field(() => DateScalar, { nullable: true, description: 'First day it was no more.' })
  get endedOn(): string | null {
    return this.end.endedOn;
  }

  @Field(() => ID, { description: 'The change that ended it.' })
  get change(): string {
    return this.end.change;
  }
}

@ObjectType({ description: 'The units in force on a date that a unit goes back or leads to.' })
export class Relatives {
  constructor(private readonly lineage: LineageOnDate) {}

  @Field(() => [Relative], {
    description: 'The unit itself if it is in force then, then the others, nearest first.',
  })
  get units(): Relative[] {
    return this.lineage.units.map((unit) => new Relative(unit));
  }

  @Field(() => [DeadEnd], { description: 'Going forward: units on the way that ended without a successor.' })
  get deadEnds(): DeadEnd[] {
    return this.lineage.deadEnds.map((end) => new DeadEnd(end));
  }
}
