import { Field, ObjectType } from '@nestjs/graphql';
import type { SpellingPayload } from '#governance';
import { Node } from '../schema/node.type.js';
import { Unit } from '../units/unit.type.js';
import { Document } from './document.type.js';
import { unitIn } from './party.type.js';
import { RecordNode } from './record.type.js';

@ObjectType({ description: "A way in which a unit's name is written, and where." })
export class Spelling {
  @Field(() => String, { description: 'As it is written.' })
  readonly written!: string;

  @Field(() => Document, { nullable: true, description: 'The document that writes it so.' })
  readonly document!: Document | null;

  @Field(() => String, { nullable: true, description: 'Where in it.' })
  readonly place!: string | null;

  @Field(() => RecordNode, {
    nullable: true,
    description: 'What says so: a recorded spelling, or a decision or assignment that names the unit so.',
  })
  readonly saidBy!: RecordNode | null;
}

@ObjectType({
  implements: () => [Node, RecordNode],
  description: "Another way to write a unit's name, by which it is found as well.",
})
export class RecordedSpelling extends RecordNode<SpellingPayload> {
  @Field(() => Unit, { nullable: true, description: 'The unit.' })
  get unit(): Unit | null {
    return unitIn(this.reading, this.payload.unit);
  }

  @Field(() => String, { description: 'As a document writes it.' })
  get written(): string {
    return this.payload.written;
  }

  @Field(() => String, { nullable: true, description: 'Where in the document.' })
  get place(): string | null {
    return this.payload.place ?? null;
  }
}
