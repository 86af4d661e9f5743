import { Field, ID, InputType, IntersectionType } from '@nestjs/graphql';
import type { WarningCode } from '#structure';
import { WarningCodeEnum } from '../schema/enums.js';
import { PositionScalar } from '../schema/scalars.js';
import { Cancellation, ChangeInput, Correction, Rescheduling } from './amendment.inputs.js';
import { AnticipateChange } from './anticipate-change.input.js';
import {
  AbsorbChange,
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

@InputType({ isAbstract: true })
export class RecordingTerms {
  @Field(() => ID, { description: 'The slug or id of the organisation.' })
  readonly organisation!: string;

  @Field(() => String, {
    nullable: true,
    description:
      'The same key records once: a retry gets the first answer. 1 to 200 characters; without one every call is new.',
  })
  readonly idempotencyKey?: string | null;

  @Field(() => PositionScalar, {
    nullable: true,
    description: 'Refused with STALE_POSITION unless the ledger is exactly here.',
  })
  readonly expectedPosition?: number | null;

  @Field(() => Boolean, {
    nullable: true,
    description: 'True: tells what would be recorded, and records nothing.',
  })
  readonly validateOnly?: boolean | null;

  @Field(() => [WarningCodeEnum], { nullable: true, description: 'Warnings that you have seen.' })
  readonly confirm?: readonly WarningCode[] | null;

  @Field(() => String, {
    nullable: true,
    description: 'The code scheme in which bare keys are looked up and kept; default `import`.',
  })
  readonly keys?: string | null;
}

@InputType({ description: 'What `establishUnit` takes.' })
export class EstablishUnitInput extends IntersectionType(EstablishChange, RecordingTerms) {}

@InputType({ description: 'What `renameUnit` takes.' })
export class RenameUnitInput extends IntersectionType(RenameChange, RecordingTerms) {}

@InputType({ description: 'What `reclassifyUnit` takes.' })
export class ReclassifyUnitInput extends IntersectionType(ReclassifyChange, RecordingTerms) {}

@InputType({ description: 'What `recodeUnit` takes.' })
export class RecodeUnitInput extends IntersectionType(RecodeChange, RecordingTerms) {}

@InputType({ description: 'What `transferUnit` takes.' })
export class TransferUnitInput extends IntersectionType(TransferChange, RecordingTerms) {}

@InputType({ description: 'What `mergeUnits` takes.' })
export class MergeUnitsInput extends IntersectionType(MergeChange, RecordingTerms) {}

@InputType({ description: 'What `absorbUnits` takes.' })
export class AbsorbUnitsInput extends IntersectionType(AbsorbChange, RecordingTerms) {}

@InputType({ description: 'What `splitUnit` takes.' })
export class SplitUnitInput extends IntersectionType(SplitChange, RecordingTerms) {}

@InputType({ description: 'What `spinOffUnits` takes.' })
export class SpinOffUnitsInput extends IntersectionType(SpinOffChange, RecordingTerms) {}

@InputType({ description: 'What `replaceUnit` takes.' })
export class ReplaceUnitInput extends IntersectionType(ReplaceChange, RecordingTerms) {}

@InputType({ description: 'What `dissolveUnit` takes.' })
export class DissolveUnitInput extends IntersectionType(DissolveChange, RecordingTerms) {}

@InputType({ description: 'What `reactivateUnit` takes.' })
export class ReactivateUnitInput extends IntersectionType(ReactivateChange, RecordingTerms) {}

@InputType({ description: 'What `reorganiseUnits` takes.' })
export class ReorganiseUnitsInput extends IntersectionType(ReorganiseChange, RecordingTerms) {}

@InputType({ description: 'What `moveResponsibility` takes.' })
export class MoveResponsibilityInput extends IntersectionType(MoveResponsibilityChange, RecordingTerms) {}

@InputType({ description: 'What `anticipateChange` takes.' })
export class AnticipateChangeInput extends IntersectionType(AnticipateChange, RecordingTerms) {}

@InputType({ description: 'What `correctChange` takes.' })
export class CorrectChangeInput extends IntersectionType(Correction, RecordingTerms) {}

@InputType({ description: 'What `rescheduleChange` takes.' })
export class RescheduleChangeInput extends IntersectionType(Rescheduling, RecordingTerms) {}

@InputType({ description: 'What `cancelChange` takes.' })
export class CancelChangeInput extends IntersectionType(Cancellation, RecordingTerms) {}

@InputType({ description: 'What `recordChanges` takes.' })
export class RecordChangesInput extends RecordingTerms {
  @Field(() => [ChangeInput], {
    description: 'The changes and amendments, in the order in which they apply.',
  })
  readonly changes!: readonly ChangeInput[];

  @Field(() => String, { nullable: true, description: 'Why, where a change does not say itself.' })
  readonly reason?: string | null;
}

@InputType({ description: 'What `registerOrganisation` takes.' })
export class RegisterOrganisationInput {
  @Field(() => String, { description: 'Lower-case letters, digits and inner hyphens, at most 63; unique.' })
  readonly slug!: string;

  @Field(() => String, { description: 'Its name, at most 500 characters.' })
  readonly name!: string;

  @Field(() => String, { nullable: true, description: 'The same key registers once.' })
  readonly idempotencyKey?: string | null;

  @Field(() => String, { nullable: true, description: 'Why it is registered.' })
  readonly reason?: string | null;
}
