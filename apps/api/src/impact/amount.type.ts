import { Field, ID, ObjectType } from '@nestjs/graphql';
import { formatDecimal } from '#measures';
import type { Amount as Known, KnownPart } from '#scenarios';
import { Period } from '../measures/period.type.js';
import { DecimalScalar } from '../schema/scalars.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { MissingReasonEnum } from './impact-enums.js';

@ObjectType({ description: 'A recorded figure that an amount is computed from, with what of it counts.' })
export class AmountPart {
  constructor(private readonly part: KnownPart) {}

  @Field(() => UnitReference, { description: 'The unit whose figure it is.' })
  get unit(): UnitReference {
    return this.part.unit;
  }

  @Field(() => ID, { description: 'The record that states it.' })
  get record(): string {
    return this.part.record;
  }

  @Field(() => Period, { description: 'The period that it is of.' })
  get period(): Period {
    return new Period(this.part.period);
  }

  @Field(() => DecimalScalar, { description: 'What of it counts: below zero where it is taken away.' })
  get amount(): string {
    return formatDecimal(this.part.amount);
  }
}

@ObjectType({ description: 'A figure that is missing.' })
export class MissingFigure {
  @Field(() => UnitReference, { description: 'Of which unit.' })
  readonly unit!: UnitReference;

  @Field(() => MissingReasonEnum, { description: 'Why it is not known.' })
  readonly reason!: string;
}

@ObjectType({
  description:
    "An amount of people or money in the indicator's unit of measure, with all that it is made of. Never estimated.",
})
export class Amount {
  constructor(readonly known: Known) {}

  @Field(() => DecimalScalar, { nullable: true, description: 'How much; null: not known, see `missing`.' })
  get value(): string | null {
    return this.known.value;
  }

  @Field(() => Boolean, {
    description: 'It is not a recorded figure as it stands, but comes from several, or from a share of one.',
  })
  get computed(): boolean {
    return this.known.computed;
  }

  @Field(() => Boolean, {
    description:
      'Its figures are of periods of different lengths, which come to nothing together: its value is not known for that.',
  })
  get periodsDiffer(): boolean {
    return this.known.periodsDiffer;
  }
}
