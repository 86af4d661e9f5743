import { Field, ID, InputType, IntersectionType } from '@nestjs/graphql';
import { EdtfDateScalar } from '../schema/scalars.js';
import { AnticipateChange } from './anticipate-change.input.js';
import {
  AbsorbChange,
  Circumstances,
  DissolveChange,
  EstablishChange,
  MergeChange,
  ReactivateChange,
  ReclassifyChange,
  RecodeChange,
  RenameChange,
  ReorganiseChange,
  ReplaceChange,
  SpinOffChange,
  SplitChange,
  TransferChange,
} from './change.inputs.js';
import { MoveResponsibilityChange } from './move-responsibility.input.js';
import { RecordContentInput, RecordCorrection, RecordWithdrawal } from './record.inputs.js';

@InputType({
  isOneOf: true,
  description: 'The whole content of a change, without circumstances: exactly one kind.',
})
export class ContentInput {
  @Field(() => EstablishChange, { nullable: true, description: 'A unit begins.' })
  readonly establish?: EstablishChange | null;

  @Field(() => RenameChange, { nullable: true, description: 'A unit gets a new name.' })
  readonly rename?: RenameChange | null;

  @Field(() => ReclassifyChange, { nullable: true, description: 'A unit becomes one of another type.' })
  readonly reclassify?: ReclassifyChange | null;

  @Field(() => RecodeChange, { nullable: true, description: 'A unit gets, changes or loses codes.' })
  readonly recode?: RecodeChange | null;

  @Field(() => TransferChange, { nullable: true, description: 'A unit gets another parent.' })
  readonly transfer?: TransferChange | null;

  @Field(() => MergeChange, { nullable: true, description: 'Units end and one new unit continues them.' })
  readonly merge?: MergeChange | null;

  @Field(() => AbsorbChange, { nullable: true, description: 'Units end and a standing unit continues them.' })
  readonly absorb?: AbsorbChange | null;

  @Field(() => SplitChange, { nullable: true, description: 'A unit ends and two or more continue it.' })
  readonly split?: SplitChange | null;

  @Field(() => SpinOffChange, {
    nullable: true,
    description: 'A unit lives on and new units begin from parts of it.',
  })
  readonly spinOff?: SpinOffChange | null;

  @Field(() => ReplaceChange, {
    nullable: true,
    description: 'A unit ends and one new unit begins with the same activity.',
  })
  readonly replace?: ReplaceChange | null;

  @Field(() => DissolveChange, { nullable: true, description: 'A unit ends.' })
  readonly dissolve?: DissolveChange | null;

  @Field(() => ReactivateChange, { nullable: true, description: 'A unit that ended begins again.' })
  readonly reactivate?: ReactivateChange | null;

  @Field(() => ReorganiseChange, {
    nullable: true,
    description: 'Any beginnings, ends and settings at once.',
  })
  readonly reorganise?: ReorganiseChange | null;

  @Field(() => MoveResponsibilityChange, {
    nullable: true,
    description: 'A function, or a share of staff or budget, moves between units that live on.',
  })
  readonly moveResponsibility?: MoveResponsibilityChange | null;

  @Field(() => AnticipateChange, {
    nullable: true,
    description: 'A change whose form, name or date is still open.',
  })
  readonly anticipate?: AnticipateChange | null;
}

@InputType({
  description: 'A change was recorded wrongly: it gets new content, the old stays visible at its time.',
})
export class Correction extends Circumstances {
  @Field(() => ID, { description: 'The change: its id or externalId.' })
  readonly change!: string;

  @Field(() => ContentInput, { description: 'The whole corrected change.' })
  readonly with!: ContentInput;
}

@InputType({ description: 'A change gets another date.' })
export class Rescheduling extends Circumstances {
  @Field(() => ID, { description: 'The change: its id or externalId.' })
  readonly change!: string;

  @Field(() => EdtfDateScalar, { description: 'The new date.' })
  readonly on!: string;
}

@InputType({ description: 'A change that has not taken effect will not.' })
export class Cancellation extends Circumstances {
  @Field(() => ID, { description: 'The change: its id or externalId.' })
  readonly change!: string;
}

@InputType({ isOneOf: true, description: 'A change, a record beside it, or an amendment: exactly one.' })
export class ChangeInput extends IntersectionType(ContentInput, RecordContentInput) {
  @Field(() => Correction, { nullable: true, description: 'A change is corrected.' })
  readonly correct?: Correction | null;

  @Field(() => Rescheduling, { nullable: true, description: 'A change gets another date.' })
  readonly reschedule?: Rescheduling | null;

  @Field(() => Cancellation, { nullable: true, description: 'A change is cancelled.' })
  readonly cancel?: Cancellation | null;

  @Field(() => RecordCorrection, { nullable: true, description: 'A record is corrected.' })
  readonly correctRecord?: RecordCorrection | null;

  @Field(() => RecordWithdrawal, { nullable: true, description: 'A record is withdrawn.' })
  readonly withdrawRecord?: RecordWithdrawal | null;
}
