import { Field, ObjectType } from '@nestjs/graphql';
import type { DocumentPayload } from '#governance';
import { ChangeDate } from '../changes/change-date.type.js';
import { Node } from '../schema/node.type.js';
import { DocumentRoleEnum } from '../schema/governance-enums.js';
import { dateGiven, RecordNode } from './record.type.js';

@ObjectType({
  implements: () => [Node, RecordNode],
  description: 'A paper of a matter: minutes, an attachment, a report.',
})
export class Document extends RecordNode<DocumentPayload> {
  @Field(() => String, { description: 'Its title.' })
  get title(): string {
    return this.payload.title;
  }

  @Field(() => DocumentRoleEnum, { description: 'What it is in its matter.' })
  get role(): string {
    return this.payload.role;
  }

  @Field(() => ChangeDate, { nullable: true, description: 'As it is dated; null: undated.' })
  get on(): ChangeDate | null {
    return dateGiven(this.payload.on);
  }

  @Field(() => String, { nullable: true, description: 'What it is numbered where it belongs: "Bilaga 1".' })
  get number(): string | null {
    return this.payload.number ?? null;
  }

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file, 64 hexadecimal digits; null where it was not at hand.',
  })
  get sha256(): string | null {
    return this.payload.sha256 ?? null;
  }

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether the document itself was at hand, or is only mentioned by another; null: not said.',
  })
  get atHand(): boolean | null {
    return this.payload.atHand ?? null;
  }
}

@ObjectType({ description: 'Another title that a document goes by, and who gives it.' })
export class DocumentTitle {
  @Field(() => String, { description: 'The title.' })
  readonly title!: string;

  @Field(() => Document, { nullable: true, description: 'The document that gives it.' })
  readonly in!: Document | null;

  @Field(() => String, { nullable: true, description: 'Where in it.' })
  readonly place!: string | null;
}
