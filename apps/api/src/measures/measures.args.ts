import { ArgsType, Field, ID } from '@nestjs/graphql';
import type { FigureOrder } from '#chronicle';
import type { ValueKind } from '#measures';
import { PageArgs } from '../schema/connection.type.js';
import { ValueKindEnum } from '../schema/governance-enums.js';
import { DateScalar, EdtfDateScalar } from '../schema/scalars.js';
import { ContradictionFilterInput } from './contradiction.type.js';
import { FigureFilterInput, UnitFiguresInput } from './figure.type.js';
import { BreakdownInput } from './inputs/figures.input.js';
import { FigureOrderEnum } from './reading-enums.js';
import { TargetFilterInput } from './target.type.js';

@ArgsType()
export class FiguresArgs extends PageArgs {
  @Field(() => FigureFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: FigureFilterInput | null;

  @Field(() => FigureOrderEnum, { nullable: true, description: 'Default: as they were recorded.' })
  readonly order?: FigureOrder | null;
}

@ArgsType()
export class TargetsArgs extends PageArgs {
  @Field(() => TargetFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: TargetFilterInput | null;
}

@ArgsType()
export class ContradictionsArgs extends PageArgs {
  @Field(() => ContradictionFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: ContradictionFilterInput | null;
}

@ArgsType()
export class UnitFiguresArgs {
  @Field(() => UnitFiguresInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: UnitFiguresInput | null;

  @Field(() => FigureOrderEnum, { nullable: true, description: 'Default: as they were recorded.' })
  readonly order?: FigureOrder | null;
}

@ArgsType()
export class UnitTargetsArgs {
  @Field(() => ID, { nullable: true, description: 'Of the indicator: its name, external id or id.' })
  readonly indicator?: string | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'Those whose period has a day in common with this one.',
  })
  readonly period?: string | null;
}

@ArgsType()
export class SeriesArgs {
  @Field(() => ID, { description: 'What is measured: the indicator’s name, external id or id.' })
  readonly indicator!: string;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Restated to what the unit consists of on this date; default: the date that is asked about.',
  })
  readonly restatedTo?: string | null;

  @Field(() => [EdtfDateScalar], {
    nullable: true,
    description: 'Periods to tell of even where no figure is recorded: "2020".',
  })
  readonly periods?: readonly string[] | null;

  @Field(() => [ValueKindEnum], { nullable: true, description: 'Only these kinds; default: all.' })
  readonly kinds?: readonly ValueKind[] | null;

  @Field(() => [BreakdownInput], {
    nullable: true,
    description: 'Only exactly this breakdown; an empty list: the whole; default: all.',
  })
  readonly breakdown?: readonly BreakdownInput[] | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Whether lineage that is only inferred is followed too, and marked; default: it is, unless a person has rejected it.',
  })
  readonly followInferred?: boolean | null;
}
