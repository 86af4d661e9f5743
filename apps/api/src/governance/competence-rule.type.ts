import { Field, ObjectType } from '@nestjs/graphql';
import type { CompetencePayload } from '#governance';
import { ChangeDate } from '../changes/change-date.type.js';
import { ChangeKindEnum } from '../schema/enums.js';
import { Node } from '../schema/node.type.js';
import { Unit } from '../units/unit.type.js';
import { ScopeEnum } from '../schema/governance-enums.js';
import { unitIn } from './party.type.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({
  implements: () => [Node, RecordNode],
  description: "Which body's decision a kind of change needs.",
})
export class CompetenceRule extends RecordNode<CompetencePayload> {
  @Field(() => ChangeDate, { nullable: true, description: 'From when it holds; null: always.' })
  get from(): ChangeDate | null {
    return dateGiven(this.payload.from);
  }

  @Field(() => ChangeDate, {
    nullable: true,
    description: 'Until when, this day not included; null: until another rule.',
  })
  get until(): ChangeDate | null {
    return dateGiven(this.payload.until);
  }

  @Field(() => ScopeEnum, { description: 'For changes of which scope.' })
  get scope(): string {
    return this.payload.scope;
  }

  @Field(() => [ChangeKindEnum], { nullable: true, description: 'For which kinds of change; null: all.' })
  get changes(): readonly string[] | null {
    return this.payload.changes ?? null;
  }

  @Field(() => Boolean, { description: 'The board decides whose area it is.' })
  get byBoard(): boolean {
    return this.payload.by === 'board';
  }

  @Field(() => Unit, { nullable: true, description: 'This body decides.' })
  get byUnit(): Unit | null {
    const { by } = this.payload;
    return by !== 'board' && 'unit' in by ? unitIn(this.reading, by.unit) : null;
  }

  @Field(() => String, { nullable: true, description: 'Any body of this unit type decides.' })
  get byType(): string | null {
    const { by } = this.payload;
    return by !== 'board' && 'type' in by ? by.type : null;
  }

  @Field(() => [Unit], { description: 'Bodies that may decide by delegation.' })
  get delegatedTo(): Unit[] {
    return (this.payload.delegatedTo ?? []).flatMap((id) => unitIn(this.reading, id) ?? []);
  }

  @Field(() => String, {
    nullable: true,
    description: 'The law, standing orders or delegation order that says so.',
  })
  get authority(): string | null {
    return this.payload.authority ?? null;
  }
}
