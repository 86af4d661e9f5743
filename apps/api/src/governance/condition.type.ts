import { Field, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { ConditionOutcomePayload, ConditionPayload, KnownCondition } from '#governance';
import { ChangeDate } from '../changes/change-date.type.js';
import { Node } from '../schema/node.type.js';
import { ConditionStateEnum } from './reading-enums.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({ implements: () => [Node, RecordNode], description: 'That a condition was met, or failed.' })
export class ConditionOutcome extends RecordNode<ConditionOutcomePayload> {
  @Field(() => ConditionStateEnum, { description: 'Which of both.' })
  get state(): string {
    const { kind } = this.reading.register.entries.get(this.known.id)!;
    return kind === 'conditionMet' ? 'met' : 'failed';
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When; null: not known.' })
  get on(): ChangeDate | null {
    return dateGiven(this.payload.on);
  }

  @Field(() => String, { nullable: true, description: 'What shows it.' })
  get evidence(): string | null {
    return this.payload.evidence ?? null;
  }
}

@ObjectType({
  implements: () => [Node, RecordNode],
  description: 'What must be met before a decision takes effect.',
})
export class Condition extends RecordNode<ConditionPayload> {
  constructor(
    reading: OrganisationReading,
    private readonly condition: KnownCondition,
  ) {
    super(reading, condition);
  }

  @Field(() => String, { description: 'What must be met.' })
  get text(): string {
    return this.payload.text;
  }

  @Field(() => ConditionStateEnum, { description: 'What became of it.' })
  get state(): string {
    return this.condition.state;
  }

  @Field(() => ConditionOutcome, { nullable: true, description: 'What says so; null while it is open.' })
  get outcome(): ConditionOutcome | null {
    const { outcome } = this.condition;
    return outcome === undefined ? null : new ConditionOutcome(this.reading, outcome);
  }
}
