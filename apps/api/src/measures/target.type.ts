import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { recordWords, type OrganisationReading } from '#chronicle';
import { targetInWords, type TargetOutcome, type TargetStatus } from '#measures';
import type { Message } from '#temporal';
import { unitIn } from '../governance/party.type.js';
import { connectionOf } from '../schema/connection-of.js';
import { PolarityEnum } from '../schema/governance-enums.js';
import { EdtfDateScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { Unit } from '../units/unit.type.js';
import { BreakdownPart, partsOf } from './breakdown.type.js';
import { Figure } from './figure.type.js';
import { Period } from './period.type.js';
import { TargetReasonEnum, TargetStatusEnum } from './reading-enums.js';

@ObjectType({ description: 'What was to be reached, beside what was.' })
export class Target {
  constructor(
    readonly reading: OrganisationReading,
    readonly target: TargetOutcome,
  ) {}

  @Field(() => Unit, { nullable: true, description: 'The unit.' })
  get unit(): Unit | null {
    return unitIn(this.reading, this.target.set.unit);
  }

  @Field(() => Period, { description: 'The days that it is about.' })
  get period(): Period {
    return new Period(this.target.set.period);
  }

  @Field(() => [BreakdownPart], {
    description: 'Which part of the unit’s activity it is about; empty: the whole.',
  })
  get breakdown(): BreakdownPart[] {
    return partsOf(this.target.set.breakdown);
  }

  @Field(() => PolarityEnum, { description: 'Which way is better.' })
  get polarity(): string {
    return this.target.polarity;
  }

  @Field(() => TargetStatusEnum, { description: 'Whether it is met.' })
  get status(): string {
    return this.target.verdict;
  }

  @Field(() => TargetReasonEnum, {
    nullable: true,
    description: 'Why that cannot be said; null if it is met or not.',
  })
  get reason(): string | null {
    return this.target.reason;
  }

  @Field(() => Figure, { nullable: true, description: 'What was reached; null: it is not recorded.' })
  get outcome(): Figure | null {
    const { outcome } = this.target;
    return outcome && new Figure(this.reading, outcome);
  }

  @Field(() => Figure, { nullable: true, description: 'What was to be reached.' })
  get wanted(): Figure | null {
    const { target } = this.target;
    return target && new Figure(this.reading, target);
  }

  @Field(() => Text, {
    description: '"... outcome 11.75 % against target 11 %: the target is not met (lower is better)".',
  })
  get sentence(): Message {
    const { register, base, ledgerPosition } = this.reading;
    return targetInWords(this.target, recordWords(register, base, ledgerPosition));
  }
}

@ObjectType({ description: 'A page of targets, in the order in which their figures were recorded.' })
export class TargetConnection extends connectionOf(() => Target, 'Target', 'target') {}

@InputType({ description: 'Which targets; all that is given must hold.' })
export class TargetFilterInput {
  @Field(() => ID, { nullable: true, description: 'Those of the unit: id, key or scheme:value.' })
  readonly unit?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'Those of the indicator: its name, external id or id.',
  })
  readonly indicator?: string | null;

  @Field(() => EdtfDateScalar, {
    nullable: true,
    description: 'Those whose period has a day in common with this one.',
  })
  readonly period?: string | null;

  @Field(() => [TargetStatusEnum], { nullable: true, description: 'Those that are met, or are not ...' })
  readonly status?: readonly TargetStatus[] | null;
}
