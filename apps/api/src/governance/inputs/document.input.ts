import { Field, ID, InputType } from '@nestjs/graphql';
import type { DocumentRole } from '#governance';
import { DocumentRoleEnum } from '../../schema/governance-enums.js';
import { EdtfDateScalar } from '../../schema/scalars.js';
import { RecordCircumstances } from './record-circumstances.input.js';

@InputType({ description: 'Another title that a document goes by.' })
export class OtherTitleInput {
  @Field(() => String, { description: 'The title.' })
  readonly title!: string;

  @Field(() => ID, { nullable: true, description: 'The document that calls it so.' })
  readonly in?: string | null;

  @Field(() => String, { nullable: true, description: 'Where in that document.' })
  readonly place?: string | null;
}

@InputType({ description: 'A paper of a matter.' })
export class DocumentRecord extends RecordCircumstances {
  @Field(() => String, { description: 'Its title.' })
  readonly title!: string;

  @Field(() => DocumentRoleEnum, { description: 'What it is.' })
  readonly role!: DocumentRole;

  @Field(() => ID, { nullable: true, description: 'Its matter: number, externalId or id.' })
  readonly matter?: string | null;

  @Field(() => EdtfDateScalar, { nullable: true, description: 'As it is dated; absent: undated.' })
  readonly on?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'What it is numbered where it belongs, such as "Bilaga 1".',
  })
  readonly number?: string | null;

  @Field(() => ID, { nullable: true, description: 'The document that it is an attachment of.' })
  readonly attachedTo?: string | null;

  @Field(() => String, {
    nullable: true,
    description: 'SHA-256 of the file: 64 lower-case hexadecimal digits.',
  })
  readonly sha256?: string | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'Whether it was at hand itself, or is only mentioned by another.',
  })
  readonly atHand?: boolean | null;

  @Field(() => [OtherTitleInput], { nullable: true, description: 'Other titles that documents give it.' })
  readonly alsoCalled?: readonly OtherTitleInput[] | null;
}
