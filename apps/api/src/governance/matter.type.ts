import { Field, InputType, ObjectType } from '@nestjs/graphql';
import type { MatterPayload } from '#governance';
import { ChangeDate } from '../changes/change-date.type.js';
import { connectionOf } from '../schema/connection-of.js';
import { Node } from '../schema/node.type.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({ implements: () => [Node, RecordNode], description: 'A case with its registry number.' })
export class Matter extends RecordNode<MatterPayload> {
  @Field(() => String, { nullable: true, description: 'Registry number (diarienummer), where there is one.' })
  get number(): string | null {
    return this.payload.number ?? null;
  }

  @Field(() => String, { description: 'Its title.' })
  get title(): string {
    return this.payload.title;
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When it was opened; null: not known.' })
  get opened(): ChangeDate | null {
    return dateGiven(this.payload.opened);
  }

  @Field(() => ChangeDate, { nullable: true, description: 'When it was closed; null: not known to be.' })
  get closed(): ChangeDate | null {
    return dateGiven(this.payload.closed);
  }
}

@ObjectType({ description: 'A page of matters, in the order of their recording.' })
export class MatterConnection extends connectionOf(() => Matter, 'Matter', 'matter') {}

@InputType({ description: 'Which matters; all that is given must hold.' })
export class MatterFilterInput {
  @Field(() => String, {
    nullable: true,
    description: 'Words in the number or title, without regard to case and diacritics.',
  })
  readonly text?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: those not certainly closed on the date; false: those that are.',
  })
  readonly open?: boolean | null;
}
