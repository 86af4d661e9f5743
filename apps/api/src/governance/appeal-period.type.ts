import { Field, ObjectType } from '@nestjs/graphql';
import type { Message } from '#temporal';
import { ChangeDate } from '../changes/change-date.type.js';
import { DateScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { DecisionDateEnum, FollowUpEnum, KnownPeriodEnum } from './reading-enums.js';

@ObjectType({ description: 'The first and last day on which something can have happened or can fall.' })
export class DateWindow {
  @Field(() => DateScalar, { nullable: true, description: 'The first; null: open.' })
  readonly earliest!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The last; null: open.' })
  readonly latest!: string | null;
}

@ObjectType({ description: 'What a rule rests on.' })
export class LegalSource {
  @Field(() => String, { description: 'Chapter and section of the law.' })
  readonly cite!: string;

  @Field(() => Text, { description: 'What it says.' })
  readonly says!: Message;
}

@ObjectType({
  description:
    'The period for appealing a decision by legality review (laglighetsprövning), computed from the dates that are recorded.',
})
export class AppealPeriod {
  @Field(() => KnownPeriodEnum, { description: 'How well it is known.' })
  readonly known!: string;

  @Field(() => DecisionDateEnum, {
    nullable: true,
    description: 'Which date it is computed from; null: none is recorded.',
  })
  readonly restsOn!: string | null;

  @Field(() => DateWindow, {
    nullable: true,
    description: 'The announcement, from which the three weeks run.',
  })
  readonly from!: DateWindow | null;

  @Field(() => DateWindow, {
    nullable: true,
    description: 'The last day on which an appeal may come in to the court.',
  })
  readonly lastDay!: DateWindow | null;

  @Field(() => DateWindow, {
    nullable: true,
    description: 'The first day on which the decision is final (har laga kraft), unless it was appealed.',
  })
  readonly finalOn!: DateWindow | null;

  @Field(() => [DecisionDateEnum], {
    description:
      'Dates that would settle it and are not recorded, or not to the day; the decisive one first.',
  })
  readonly missing!: readonly string[];

  @Field(() => [LegalSource], { description: 'The law that says so.' })
  readonly source!: readonly LegalSource[];
}

@ObjectType({ description: 'How a decision by delegation was followed up.' })
export class DelegationFollowUp {
  @Field(() => FollowUpEnum, { description: 'How.' })
  readonly status!: string;

  @Field(() => ChangeDate, { nullable: true, description: 'When it was notified to the board.' })
  readonly notified!: ChangeDate | null;

  @Field(() => [LegalSource], { description: 'The law that says so.' })
  readonly source!: readonly LegalSource[];
}
