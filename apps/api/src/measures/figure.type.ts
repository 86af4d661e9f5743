import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { recordWords, type OrganisationReading } from '#chronicle';
import { figureInWords, formatDecimal, type Figure as Stated, type ValueKind } from '#measures';
import type { Message } from '#temporal';
import { unitIn } from '../governance/party.type.js';
import { connectionOf } from '../schema/connection-of.js';
import { ValueKindEnum } from '../schema/governance-enums.js';
import { DecimalScalar, EdtfDateScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { Unit } from '../units/unit.type.js';
import { BreakdownPart, partsOf } from './breakdown.type.js';
import { BreakdownInput } from './inputs/figures.input.js';
import { Period } from './period.type.js';

@ObjectType({ description: 'One value that a document states: of what, when, and where it stands.' })
export class Figure {
  constructor(
    readonly reading: OrganisationReading,
    readonly stated: Stated,
  ) {}

  @Field(() => Unit, { nullable: true, description: 'The unit that it is about.' })
  get unit(): Unit | null {
    return unitIn(this.reading, this.stated.unit);
  }

  @Field(() => Period, { description: 'The days that it is about.' })
  get period(): Period {
    return new Period(this.stated.period);
  }

  @Field(() => ValueKindEnum, { description: 'What it says: outcome, budget, target ...' })
  get kind(): string {
    return this.stated.kind;
  }

  @Field(() => DecimalScalar, { description: 'The value, in `unitOfMeasure`, with its decimals as stated.' })
  get value(): string {
    return this.stated.value;
  }

  @Field(() => String, { description: 'What the value is measured in.' })
  get unitOfMeasure(): string {
    return this.stated.unitOfMeasure;
  }

  @Field(() => DecimalScalar, {
    nullable: true,
    description:
      'The value in the indicator’s own unit of measure; null: how much one of its own is, is not recorded.',
  })
  get amount(): string | null {
    const { amount } = this.stated;
    return amount && formatDecimal(amount);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The text as printed, where it says something else than the value; null: as the value.',
  })
  get printed(): string | null {
    return this.stated.printed ?? null;
  }

  @Field(() => [BreakdownPart], {
    description: 'Which part of the unit’s activity it is about; empty: the whole.',
  })
  get breakdown(): BreakdownPart[] {
    return partsOf(this.stated.breakdown);
  }

  @Field(() => String, { nullable: true, description: 'The name of its row as printed.' })
  get row(): string | null {
    return this.stated.row ?? null;
  }

  @Field(() => String, { nullable: true, description: 'The heading of its column as printed.' })
  get heading(): string | null {
    return this.stated.heading ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  get place(): string | null {
    return this.stated.place ?? null;
  }

  @Field(() => Text, { description: 'What it says, as a sentence without full stop.' })
  get sentence(): Message {
    const { register, base, ledgerPosition } = this.reading;
    return figureInWords(this.stated, recordWords(register, base, ledgerPosition));
  }
}

@ObjectType({ description: 'A page of figures.' })
export class FigureConnection extends connectionOf(() => Figure, 'Figure', 'figure') {}

@InputType({ description: 'Which figures of a unit; all that is given must hold.' })
export class UnitFiguresInput {
  @Field(() => ID, {
    nullable: true,
    description: 'Those of the indicator: its name, external id or id.',
  })
  readonly indicator?: string | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'Those whose period has a day in common with this one: "2023", "2023-01/2023-08".',
  })
  readonly period?: string | null;

  @Field(() => [ValueKindEnum], { nullable: true, description: 'Those of one of these kinds.' })
  readonly kinds?: readonly ValueKind[] | null;

  @Field(() => [BreakdownInput], {
    nullable: true,
    description: 'Those with exactly this breakdown; an empty list: those of the whole.',
  })
  readonly breakdown?: readonly BreakdownInput[] | null;
}

@InputType({ description: 'Which figures; all that is given must hold.' })
export class FigureFilterInput extends UnitFiguresInput {
  @Field(() => ID, { nullable: true, description: 'Those of the unit: id, key or scheme:value.' })
  readonly unit?: string | null;
}
