import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import type { Message } from '#temporal';
import { Organisation } from '../organisations/organisation.type.js';
import { RecordKindEnum, RecordRecordingEnum } from '../schema/governance-enums.js';
import { NoticeCodeEnum, OutcomeEnum, RecordingEnum, UserErrorCodeEnum } from '../schema/enums.js';
import { DateScalar, InstantScalar, PositionScalar } from '../schema/scalars.js';
import { Text } from '../schema/text.type.js';
import { UnitReference } from '../units/unit-reference.type.js';
import { Unit } from '../units/unit.type.js';

@ObjectType({
  description: 'Why something is refused or asked about: what is wrong, where, when, and what is in the way.',
})
export class UserError {
  @Field(() => UserErrorCodeEnum, { description: 'The code.' })
  readonly code!: string;

  @Field(() => String, {
    description: 'The text in the language of the request (Accept-Language; default Swedish).',
  })
  readonly message!: string;

  @Field(() => Text, { description: 'The text in both languages.' })
  readonly messages!: Message;

  @Field(() => Int, { nullable: true, description: 'Which change of the set, from 0.' })
  readonly index!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Path of the field within the change, such as `into[0].parent`.',
  })
  readonly field!: string | null;

  @Field(() => DateScalar, { nullable: true, description: 'The day on which it goes wrong.' })
  readonly date!: string | null;

  @Field(() => [UnitReference], { description: 'The units involved.' })
  readonly units!: readonly UnitReference[];

  @Field(() => [ID], { description: 'Recorded changes in the way.' })
  readonly changes!: readonly string[];
}

@ObjectType({ description: 'What the recorder should know about what was recorded.' })
export class Notice {
  @Field(() => NoticeCodeEnum, { description: 'The code.' })
  readonly code!: string;

  @Field(() => String, { description: 'The text in the language of the request.' })
  readonly message!: string;

  @Field(() => Text, { description: 'The text in both languages.' })
  readonly messages!: Message;

  @Field(() => ID, { description: 'The unit.' })
  readonly unit!: string;

  @Field(() => String, { description: '`name`, `type`, `parent:<hierarchy>` or `code:<scheme>`.' })
  readonly field!: string;

  @Field(() => DateScalar, { nullable: true, description: 'The day of the other change.' })
  readonly date!: string | null;

  @Field(() => ID, { description: 'The other change.' })
  readonly change!: string;
}

@ObjectType({ description: 'A change that was recorded or amended.' })
export class RecordedChange {
  @Field(() => ID, {
    description: 'The id of the change. Of what is only validated: not one that it will get.',
  })
  readonly id!: string;

  @Field(() => RecordingEnum, { description: 'What was done with it.' })
  readonly recording!: string;

  @Field(() => PositionScalar, { description: 'Its place in the ledger.' })
  readonly position!: number;

  @Field(() => Text, { nullable: true, description: 'What happens by it; null where it no longer does.' })
  readonly sentence!: Message | null;

  @Field(() => [ID], { description: 'The units that begin by it.' })
  readonly begun!: readonly string[];

  @Field(() => [UserError], {
    description: 'Why the structure does not allow it: of what is BLOCKED; else empty.',
  })
  readonly reasons!: readonly UserError[];
}

@ObjectType({ description: 'A record beside the structure that was recorded or amended.' })
export class RecordedRecord {
  @Field(() => ID, {
    description: 'The id of the record. Of what is only validated: not one that it will get.',
  })
  readonly id!: string;

  @Field(() => RecordKindEnum, { description: 'What it is.' })
  readonly kind!: string;

  @Field(() => RecordRecordingEnum, { description: 'What was done with it.' })
  readonly recording!: string;

  @Field(() => PositionScalar, { description: 'Its place in the ledger.' })
  readonly position!: number;

  @Field(() => Text, {
    nullable: true,
    description: 'What it says; of what is withdrawn, what it said.',
  })
  readonly sentence!: Message | null;
}

@ObjectType({ description: 'What became of a mutation. When it is refused, nothing was recorded.' })
export class RecordingPayload {
  @Field(() => OutcomeEnum, { description: 'What became of it.' })
  readonly outcome!: string;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'The last event recorded: pass it as minPosition to read it; null when refused.',
  })
  readonly position!: number | null;

  @Field(() => InstantScalar, { nullable: true, description: 'When it was recorded; null when it was not.' })
  readonly recordedAt!: string | null;

  @Field(() => [RecordedChange], {
    description:
      'The changes, in order; also those that follow: a decision can bring a pending change into force, and an appeal take one back.',
  })
  readonly changes!: readonly RecordedChange[];

  @Field(() => [RecordedRecord], {
    description: 'What was recorded beside the structure, in order: matters, decisions, conditions ...',
  })
  readonly records!: readonly RecordedRecord[];

  @Field(() => [Unit], {
    description:
      'The units that begin, as they are from the date of their change; none while it is only validated.',
  })
  readonly units!: readonly Unit[];

  @Field(() => [UserError], {
    description: 'What is asked about; what of it is not confirmed stands among userErrors, too.',
  })
  readonly warnings!: readonly UserError[];

  @Field(() => [Notice], { description: 'What the recorder should know.' })
  readonly notices!: readonly Notice[];

  @Field(() => [UserError], { description: 'Why it is refused; empty when it is not.' })
  readonly userErrors!: readonly UserError[];
}

@ObjectType({ description: 'What became of the registration of an organisation.' })
export class RegistrationPayload {
  @Field(() => OutcomeEnum, { description: 'What became of it.' })
  readonly outcome!: string;

  @Field(() => Organisation, { nullable: true, description: 'The organisation; null when refused.' })
  readonly organisation!: Organisation | null;

  @Field(() => [UserError], { description: 'Why it is refused; empty when it is not.' })
  readonly userErrors!: readonly UserError[];
}
