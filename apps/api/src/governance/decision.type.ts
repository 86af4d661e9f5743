import { Field, ObjectType } from '@nestjs/graphql';
import {
  appealability,
  appealPeriod,
  delegationFollowUp,
  isDecision,
  type DecisionPayload,
} from '#governance';
import { ChangeDate } from '../changes/change-date.type.js';
import { Node } from '../schema/node.type.js';
import { AppealPeriod, DelegationFollowUp } from './appeal-period.type.js';
import { ActEnum } from '../schema/governance-enums.js';
import { AppealabilityEnum } from './reading-enums.js';
import { Party } from './party.type.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({
  implements: () => [Node, RecordNode],
  description:
    'What a body did in a matter, at a paragraph of its minutes. Not all of it decides something: see `isDecision`.',
})
export class Decision extends RecordNode<DecisionPayload> {
  @Field(() => Party, { description: 'The body.' })
  get body(): Party {
    return new Party(this.reading, this.payload.body);
  }

  @Field(() => ActEnum, { description: 'What it did.' })
  get act(): string {
    return this.payload.act;
  }

  @Field(() => Boolean, {
    description: 'False for what only prepares or proposes: a proposal is not a decision.',
  })
  get isDecision(): boolean {
    return isDecision(this.payload.act);
  }

  @Field(() => Party, {
    nullable: true,
    description: 'The body that a proposal is laid before, or who is commissioned.',
  })
  get to(): Party | null {
    return this.payload.to === undefined ? null : new Party(this.reading, this.payload.to);
  }

  @Field(() => String, { nullable: true, description: 'Its title.' })
  get title(): string | null {
    return this.payload.title ?? null;
  }

  @Field(() => String, { nullable: true, description: 'Of the minutes: "§ 8".' })
  get paragraph(): string | null {
    return this.payload.paragraph ?? null;
  }

  @Field(() => ChangeDate, {
    nullable: true,
    description: 'Day of the meeting, or of the act; null: not known.',
  })
  get on(): ChangeDate | null {
    return dateGiven(this.payload.on);
  }

  @Field(() => [Party], { description: 'To whom it is sent, in the order of the minutes.' })
  get recipients(): Party[] {
    return (this.payload.recipients ?? []).map((party) => new Party(this.reading, party));
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When the minutes were adjusted (justerade).' })
  get adjusted(): ChangeDate | null {
    return dateGiven(this.payload.adjusted);
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When that was announced on the notice board.' })
  get announced(): ChangeDate | null {
    return dateGiven(this.payload.announced);
  }

  @Field(() => ChangeDate, {
    nullable: true,
    description: 'Of a decision by delegation: when it was notified to the board.',
  })
  get notified(): ChangeDate | null {
    return dateGiven(this.payload.notified);
  }

  @Field(() => AppealabilityEnum, { description: 'Whether it may be appealed.' })
  get appealability(): string {
    return appealability(this.payload.act);
  }

  @Field(() => AppealPeriod, {
    nullable: true,
    description: 'Until when it may be appealed; null for what is purely preparatory.',
  })
  get appealPeriod(): AppealPeriod | null {
    return this.appealability === 'preparatory' ? null : appealPeriod(this.payload);
  }

  @Field(() => DelegationFollowUp, {
    nullable: true,
    description: 'Of a decision by delegation: how it was followed up.',
  })
  get followUp(): DelegationFollowUp | null {
    const followUp = delegationFollowUp(this.payload);
    return followUp === null ? null : { ...followUp, notified: this.notified };
  }
}
