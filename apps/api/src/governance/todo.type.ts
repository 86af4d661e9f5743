import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import type { OrganisationReading } from '#chronicle';
import type { TodoItem as Missing, TodoKind } from '#governance';
import type { Message } from '#temporal';
import { Change } from '../changes/change.type.js';
import { connectionOf } from '../schema/connection-of.js';
import { Text } from '../schema/text.type.js';
import { Unit } from '../units/unit.type.js';
import { changeIn } from './change-in.js';
import { matterIn } from './found-records.js';
import { TodoKindEnum } from './reading-enums.js';
import { Matter } from './matter.type.js';
import { unitIn } from './party.type.js';

@ObjectType({ description: 'One piece of evidence that is missing, and what it would settle.' })
export class TodoItem {
  constructor(
    readonly reading: OrganisationReading,
    readonly item: Missing,
  ) {}

  @Field(() => TodoKindEnum, { description: 'What kind of evidence.' })
  get kind(): string {
    return this.item.kind;
  }

  @Field(() => Text, { description: 'What is missing, in words.' })
  get message(): Message {
    return this.item.message;
  }

  @Field(() => Matter, { nullable: true, description: 'The matter.' })
  get matter(): Matter | null {
    return matterIn(this.reading, this.item.matter);
  }

  @Field(() => Change, { nullable: true, description: 'The change that it would settle.' })
  get change(): Change | null {
    return changeIn(this.reading, this.item.change);
  }

  @Field(() => Unit, { nullable: true, description: 'The unit.' })
  get unit(): Unit | null {
    return unitIn(this.reading, this.item.unit);
  }
}

@ObjectType({ description: 'A page of what is missing.' })
export class TodoConnection extends connectionOf(() => TodoItem, 'TodoItem', 'piece of missing evidence') {}

@InputType({ description: 'What of the missing evidence; all that is given must hold.' })
export class TodoFilterInput {
  @Field(() => ID, { nullable: true, description: 'Of the matter: its id, number or external id.' })
  readonly matter?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the change with this id.' })
  readonly change?: string | null;

  @Field(() => ID, { nullable: true, description: 'Of the unit: id, key or scheme:value.' })
  readonly unit?: string | null;

  @Field(() => [TodoKindEnum], { nullable: true, description: 'Of one of these kinds.' })
  readonly kinds?: readonly TodoKind[] | null;
}
