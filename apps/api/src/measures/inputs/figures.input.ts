import { Field, ID, InputType } from '@nestjs/graphql';
import type { ValueKind } from '#measures';
import { Documented } from '../../governance/inputs/record-circumstances.input.js';
import { ValueKindEnum } from '../../schema/governance-enums.js';
import { EdtfDateScalar } from '../../schema/scalars.js';

@InputType({ description: 'Which part of a unit’s activity a figure is about, in one dimension.' })
export class BreakdownInput {
  @Field(() => String, { description: 'The dimension, such as "kön".' })
  readonly dimension!: string;

  @Field(() => String, { description: 'The category, such as "kvinnor".' })
  readonly category!: string;
}

@InputType({ description: 'A printed difference between two columns.' })
export class DifferenceOfColumnsInput {
  @Field(() => String, { description: 'The column that is taken from.' })
  readonly from!: string;

  @Field(() => String, { description: 'The column that is taken away.' })
  readonly less!: string;
}

@InputType({
  description:
    'What is said of a column. One that is called by a kind of value (outcome, budget, forecast, target, deviation, forecastDeviation, change, forecastChange) need not be described.',
})
export class FiguresColumnInput {
  @Field(() => String, {
    description: 'What the rows call it: a letter, then letters and digits, at most 50.',
  })
  readonly column!: string;

  @Field(() => ValueKindEnum, {
    nullable: true,
    description: 'What its values say; absent: what it is called.',
  })
  readonly kind?: ValueKind | null;

  @Field(() => String, { nullable: true, description: 'Its heading as printed.' })
  readonly title?: string | null;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'Its period, where it is not the row’s.' })
  readonly period?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'Its unit of measure, where it is not the row’s.',
  })
  readonly in?: string | null;

  @Field(() => [BreakdownInput], { nullable: true, description: 'What its figures are about in part.' })
  readonly breakdown?: readonly BreakdownInput[] | null;

  @Field(() => [String], {
    nullable: true,
    description: 'The table says that it is the sum of these columns.',
  })
  readonly sums?: readonly string[] | null;

  @Field(() => DifferenceOfColumnsInput, {
    nullable: true,
    description: 'The table says that it is this difference.',
  })
  readonly difference?: DifferenceOfColumnsInput | null;
}

@InputType({ description: 'A value of a row.' })
export class FigureInput {
  @Field(() => String, { description: 'The column.' })
  readonly column!: string;

  @Field(() => String, {
    description: 'A decimal number in text, with its decimals as printed: "-353.9", "33.0".',
  })
  readonly value!: string;

  @Field(() => String, { nullable: true, description: 'The text as printed, where it is not the value.' })
  readonly printed?: string | null;
}

@InputType({ description: 'A row of a table. What it does not say is as for the whole table.' })
export class FiguresRowInput {
  @Field(() => String, {
    nullable: true,
    description: 'Its name as printed, unique in the table, by which totals name it.',
  })
  readonly row?: string | null;

  @Field(() => ID, { nullable: true, description: 'The unit.' })
  readonly unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'The indicator.' })
  readonly indicator?: string | null;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'The period.' })
  readonly period?: string | null;

  @Field(() => String, { nullable: true, description: 'The unit of measure.' })
  readonly in?: string | null;

  @Field(() => [BreakdownInput], { nullable: true, description: 'What its figures are about in part.' })
  readonly breakdown?: readonly BreakdownInput[] | null;

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  readonly place?: string | null;

  @Field(() => [FigureInput], { description: 'Its values, one a column; what is not printed is left out.' })
  readonly values!: readonly FigureInput[];

  @Field(() => [String], {
    nullable: true,
    description: 'The table says that each of its values is the sum of these rows’ ...',
  })
  readonly sums?: readonly string[] | null;

  @Field(() => [String], { nullable: true, description: '... less these rows’.' })
  readonly less?: readonly string[] | null;
}

@InputType({ description: 'A table, or a single statement, of figures in a document.' })
export class FiguresRecord extends Documented {
  @Field(() => ID, { description: 'What is measured: the indicator’s name, externalId or id.' })
  readonly indicator!: string;

  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => EdtfDateScalar, {
    description: 'The days that it is about, from a first to a last: "2023", "2023-01/2023-08".',
  })
  readonly period!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The unit of measure, where it is not the indicator’s own.',
  })
  readonly in?: string | null;

  @Field(() => [BreakdownInput], { nullable: true, description: 'What its figures are about in part.' })
  readonly breakdown?: readonly BreakdownInput[] | null;

  @Field(() => String, { nullable: true, description: 'Its title as printed.' })
  readonly title?: string | null;

  @Field(() => [FiguresColumnInput], { nullable: true, description: 'What is said of its columns.' })
  readonly columns?: readonly FiguresColumnInput[] | null;

  @Field(() => [FiguresRowInput], { description: 'Its rows, at least one.' })
  readonly rows!: readonly FiguresRowInput[];
}
