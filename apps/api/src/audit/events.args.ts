import { ArgsType, Field, ID, InputType } from '@nestjs/graphql';
import { PageArgs } from '../schema/connection.type.js';
import { LedgerEventTypeEnum } from './event-type.enum.js';

@InputType({ description: 'Which events of the ledger; all that is given must hold.' })
export class LedgerEventFilterInput {
  @Field(() => String, { nullable: true, description: 'Exactly who recorded it.' })
  readonly actor?: string | null;

  @Field(() => [LedgerEventTypeEnum], { nullable: true, description: 'Of one of these types.' })
  readonly types?: readonly string[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'Words that occur in the reason, without regard to case and diacritics.',
  })
  readonly reason?: string | null;

  @Field(() => ID, {
    nullable: true,
    description: 'About a change of this unit: id, key or scheme:value.',
  })
  readonly unit?: string | null;

  @Field(() => ID, { nullable: true, description: 'About this change or record: its externalId or id.' })
  readonly about?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: only corrections, reschedulings, cancellations, annulments and withdrawals.',
  })
  readonly amendments?: boolean | null;
}

@ArgsType()
export class LedgerEventsArgs extends PageArgs {
  @Field(() => LedgerEventFilterInput, { nullable: true, description: 'Which ones; default: all.' })
  readonly filter?: LedgerEventFilterInput | null;
}
