import { Field, ObjectType } from '@nestjs/graphql';
import type { AppealPayload } from '#governance';
import { ChangeDate } from '../changes/change-date.type.js';
import { Node } from '../schema/node.type.js';
import { AppealOutcomeEnum } from '../schema/governance-enums.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({
  implements: () => [Node, RecordNode],
  description: 'An appeal against a decision, or what became of it.',
})
export class Appeal extends RecordNode<AppealPayload> {
  @Field(() => AppealOutcomeEnum, { description: 'What became of it.' })
  get outcome(): string {
    return this.payload.outcome;
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When; null: not known.' })
  get on(): ChangeDate | null {
    return dateGiven(this.payload.on);
  }

  @Field(() => String, { nullable: true, description: 'What the court said, or the appeal.' })
  get text(): string | null {
    return this.payload.text ?? null;
  }
}
