import { Field, ID, InputType, Int, ObjectType } from '@nestjs/graphql';
import type { ChangeStanding } from '#governance';
import type { ChangeKind } from '#structure';
import { ChangeStandingEnum } from '../governance/reading-enums.js';
import { PageInfo } from '../schema/connection.type.js';
import { ChangeKindEnum } from '../schema/enums.js';
import { DateScalar } from '../schema/scalars.js';
import { ChangeDate } from './change-date.type.js';
import { Change } from './change.type.js';

@ObjectType({ description: 'A change in a list.' })
export class ChangeEdge {
  @Field(() => Change, { description: 'The change.' })
  readonly node!: Change;

  @Field(() => String, { description: 'Its place in the list, to go on from.' })
  readonly cursor!: string;
}

@ObjectType({ description: 'A page of the chronicle, in the order in which changes apply.' })
export class ChangeConnection {
  @Field(() => [ChangeEdge], { description: 'The changes with their cursors.' })
  readonly edges!: readonly ChangeEdge[];

  @Field(() => [Change], { description: 'The changes.' })
  get nodes(): Change[] {
    return this.edges.map(({ node }) => node);
  }

  @Field(() => PageInfo, { description: 'What is before and after.' })
  readonly pageInfo!: PageInfo;

  @Field(() => Int, { description: 'How many match in all.' })
  readonly totalCount!: number;
}

@InputType({ description: 'Which changes; all that is given must hold.' })
export class ChangeFilterInput {
  @Field(() => DateScalar, {
    nullable: true,
    description: 'Those that may take effect on this day or later.',
  })
  readonly from?: string | null;

  @Field(() => DateScalar, {
    nullable: true,
    description: 'Those that may take effect on this day or earlier.',
  })
  readonly to?: string | null;

  @Field(() => ID, {
    nullable: true,
    description:
      'Those that act on the unit, or name it as predecessor or successor: id, key or scheme:value.',
  })
  readonly unit?: string | null;

  @Field(() => [ChangeKindEnum], { nullable: true, description: 'Those of any of these kinds.' })
  readonly kinds?: readonly ChangeKind[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words in the Swedish or English sentence, without regard to case and diacritics.',
  })
  readonly text?: string | null;

  @Field(() => Boolean, { nullable: true, description: 'Leaves out what is cancelled.' })
  readonly inEffectOnly?: boolean | null;

  @Field(() => Boolean, {
    nullable: true,
    description:
      'Also what stands beside what is in force: see `Change.pending`. Default: only if `standings` are asked for.',
  })
  readonly includePending?: boolean | null;

  @Field(() => [ChangeStandingEnum], {
    nullable: true,
    description: 'Those of any of these standings on the date.',
  })
  readonly standings?: readonly ChangeStanding[] | null;
}

@ObjectType({ description: 'When the organisation changes: where it is worth looking.' })
export class ChangeDates {
  @Field(() => [DateScalar], { description: 'The days on which something certainly takes effect, in order.' })
  readonly days!: readonly string[];

  @Field(() => [ChangeDate], { description: 'The dates that are not known to the day, by their last day.' })
  readonly windows!: readonly ChangeDate[];
}
