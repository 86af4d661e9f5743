import { Field, ID, ObjectType } from '@nestjs/graphql';
import type { BroughtAlong as Along, Consequence as Consequent, UnitsImpact as Units } from '#scenarios';
import {
  AwaitedChange,
  Begun,
  Ended,
  FieldChange,
  Merged,
  Moved,
  Recoded,
  Split,
} from '../comparison/difference.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { ConsequenceEnum } from './impact-enums.js';

@ObjectType({ description: 'What changes for a unit because of one above it.' })
export class Consequence {
  constructor(private readonly consequent: Consequent) {}

  @Field(() => ConsequenceEnum, { description: 'What changes.' })
  get what(): string {
    return this.consequent.what;
  }

  @Field(() => UnitReference, { nullable: true, description: 'Before, as it is called then; null: none.' })
  get before(): UnitReference | null {
    return this.consequent.before;
  }

  @Field(() => String, { nullable: true, description: 'SUPERIOR: the unit type before.' })
  get typeBefore(): string | null {
    return this.consequent.what === 'superior' ? this.consequent.before.type : null;
  }

  @Field(() => UnitReference, { nullable: true, description: 'After, as it is called then; null: none.' })
  get after(): UnitReference | null {
    return this.consequent.after;
  }

  @Field(() => String, { nullable: true, description: 'SUPERIOR: the unit type after.' })
  get typeAfter(): string | null {
    return this.consequent.what === 'superior' ? this.consequent.after.type : null;
  }

  @Field(() => UnitReference, { description: 'The unit above that the scenario acts on.' })
  get because(): UnitReference {
    return this.consequent.because;
  }
}

@ObjectType({
  description:
    'A unit in force before and after that no change of the scenario acts on, and that something above it changes for.',
})
export class BroughtAlong {
  constructor(private readonly along: Along) {}

  @Field(() => ID, { description: 'The id of the unit.' })
  get id(): string {
    return this.along.id;
  }

  @Field(() => String, { description: 'Its name.' })
  get name(): string {
    return this.along.name;
  }

  @Field(() => [Consequence], { description: 'What changes for it.' })
  get consequences(): Consequence[] {
    return this.along.consequences.map((consequence) => new Consequence(consequence));
  }
}

@ObjectType({
  description:
    'What becomes of units, each list by name; `merged` and `split` go step by step in the order in which they happen.',
})
export class UnitsImpact {
  constructor(private readonly units: Units) {}

  @Field(() => [Begun], { description: 'Units that begin.' })
  get begun(): readonly Begun[] {
    return this.units.begun;
  }

  @Field(() => [Ended], { description: 'Units that end.' })
  get ended(): readonly Ended[] {
    return this.units.ended;
  }

  @Field(() => [FieldChange], { description: 'With another name.' })
  get renamed(): readonly FieldChange[] {
    return this.units.renamed;
  }

  @Field(() => [FieldChange], { description: 'With another type.' })
  get reclassified(): readonly FieldChange[] {
    return this.units.reclassified;
  }

  @Field(() => [Moved], { description: 'Standing elsewhere in the line.' })
  get moved(): readonly Moved[] {
    return this.units.moved;
  }

  @Field(() => [Moved], { description: 'Standing elsewhere in the hierarchy `political`.' })
  get movedPolitically(): readonly Moved[] {
    return this.units.movedPolitically;
  }

  @Field(() => [Moved], { description: 'Standing elsewhere in any other hierarchy.' })
  get movedElsewhere(): readonly Moved[] {
    return this.units.movedElsewhere;
  }

  @Field(() => [Recoded], { description: 'With other codes.' })
  get recoded(): readonly Recoded[] {
    return this.units.recoded;
  }

  @Field(() => [Merged], { description: 'Units that come together.' })
  get merged(): readonly Merged[] {
    return this.units.merged;
  }

  @Field(() => [Split], { description: 'Units that are divided.' })
  get split(): readonly Split[] {
    return this.units.split;
  }

  @Field(() => [AwaitedChange], { description: 'Changes of open form that may have come.' })
  get awaited(): readonly AwaitedChange[] {
    return this.units.awaited;
  }

  @Field(() => [BroughtAlong], {
    description: 'Units that are not acted on, and that something above them changes for.',
  })
  get broughtAlong(): BroughtAlong[] {
    return this.units.broughtAlong.map((along) => new BroughtAlong(along));
  }
}
