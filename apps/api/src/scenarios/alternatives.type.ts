import { Field, Int, ObjectType } from '@nestjs/graphql';
import type { AlternativeCell as Said, AlternativeRow as Row, Aspect } from '#scenarios';
import { connectionOf } from '../schema/connection-of.js';
import { StandingEnum } from '../schema/enums.js';
import { DateScalar, PositionScalar } from '../schema/scalars.js';
import { Code, codesOf } from '../units/code.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { AspectEnum } from './scenario-enums.js';
import { Scenario } from './scenario.type.js';

@ObjectType({
  description: 'How many of each differ from the first reading; what moved in two hierarchies counts twice.',
})
export class AspectCounts implements Readonly<Record<Aspect, number>> {
  @Field(() => Int, { description: 'In force here and not there.' })
  readonly begun!: number;

  @Field(() => Int, { description: 'In force there and not here.' })
  readonly ended!: number;

  @Field(() => Int, { description: 'With another name.' })
  readonly renamed!: number;

  @Field(() => Int, { description: 'Of another type.' })
  readonly reclassified!: number;

  @Field(() => Int, { description: 'Standing elsewhere.' })
  readonly moved!: number;

  @Field(() => Int, { description: 'With other codes.' })
  readonly recoded!: number;
}

@ObjectType({ description: 'One of the readings that are laid side by side.' })
export class AlternativeColumn {
  @Field(() => DateScalar, { description: 'The date.' })
  readonly at!: string;

  @Field(() => PositionScalar, { description: 'How much of the ledger was known.' })
  readonly position!: number;

  @Field(() => StandingEnum, { description: 'Which changes count.' })
  readonly standing!: string;

  @Field(() => Scenario, { nullable: true, description: 'The scenario; null: what is recorded.' })
  readonly scenario!: Scenario | null;

  @Field(() => AspectCounts, { description: 'How many differ from the first; of the first itself: none.' })
  readonly counts!: AspectCounts;
}

@ObjectType({ description: 'A place of a unit in a hierarchy.' })
export class AlternativePlace {
  @Field(() => String, { description: 'Which hierarchy.' })
  readonly hierarchy!: string;

  @Field(() => UnitReference, { nullable: true, description: 'The unit it stands under; null: a root.' })
  readonly parent!: UnitReference | null;
}

@ObjectType({ description: 'One thing in which a unit is not as it is in the first reading.' })
export class Deviation {
  @Field(() => AspectEnum, { description: 'In what.' })
  readonly aspect!: string;

  @Field(() => String, {
    nullable: true,
    description: 'MOVED: the hierarchy; RECODED: the scheme; null of all else.',
  })
  readonly track!: string | null;

  @Field(() => Boolean, { description: 'False where a date is not known well enough to tell.' })
  readonly certain!: boolean;
}

@ObjectType({ description: 'What one reading says of one unit.' })
export class AlternativeCell {
  constructor(private readonly said: Said) {}

  @Field(() => Boolean, { nullable: true, description: 'Null: it may have begun or not.' })
  get inForce(): boolean | null {
    return this.said.inForce;
  }

  @Field(() => String, { nullable: true, description: 'Its name; null where it is not in force.' })
  get name(): string | null {
    return this.said.name;
  }

  @Field(() => String, { nullable: true, description: 'Its unit type; null where it is not in force.' })
  get type(): string | null {
    return this.said.type;
  }

  @Field(() => [AlternativePlace], {
    description: 'Its place in each hierarchy that it takes part in, `line` first.',
  })
  get parents(): readonly AlternativePlace[] {
    return this.said.parents;
  }

  @Field(() => [Code], { description: 'Its codes.' })
  get codes(): Code[] {
    return codesOf(this.said.codes);
  }

  @Field(() => [UnitReference], {
    description: 'Where it is not certainly in force: units in force here that continue it, nearest first.',
  })
  get continuedBy(): readonly UnitReference[] {
    return this.said.continuedBy;
  }

  @Field(() => [Deviation], {
    description: 'In what it differs from the first reading; empty where it does not.',
  })
  get differs(): readonly Deviation[] {
    return this.said.differs;
  }
}

@ObjectType({ description: 'A unit that is not the same in all readings.' })
export class AlternativeRow {
  constructor(private readonly row: Row) {}

  @Field(() => UnitReference, {
    description: 'The unit, called as in the first reading in which it is in force.',
  })
  get unit(): UnitReference {
    return { id: this.row.id, name: this.row.name };
  }

  @Field(() => [AlternativeCell], { description: 'What each reading says of it, in their order.' })
  get cells(): AlternativeCell[] {
    return this.row.cells.map((cell) => new AlternativeCell(cell));
  }
}

@ObjectType({
  description: 'Readings of one organisation side by side: a page of the units that differ, by name.',
})
export class AlternativeConnection extends connectionOf(() => AlternativeRow, 'Alternative', 'unit') {
  @Field(() => [AlternativeColumn], { description: 'The readings, in the order asked for.' })
  readonly columns!: readonly AlternativeColumn[];
}
