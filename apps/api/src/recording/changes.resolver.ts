import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../request-context.js';
import {
  AbsorbUnitsInput,
  AnticipateChangeInput,
  CancelChangeInput,
  CorrectChangeInput,
  DissolveUnitInput,
  EstablishUnitInput,
  MergeUnitsInput,
  MoveResponsibilityInput,
  ReactivateUnitInput,
  ReclassifyUnitInput,
  RecodeUnitInput,
  RecordChangesInput,
  RenameUnitInput,
  ReorganiseUnitsInput,
  ReplaceUnitInput,
  RescheduleChangeInput,
  SpinOffUnitsInput,
  SplitUnitInput,
  TransferUnitInput,
} from './mutation.inputs.js';
import { RecordingPayload } from './recording-payload.type.js';
import { Recording } from './recording.js';

const INPUT = 'What is recorded, and on what terms.';

/** One mutation a kind of change and amendment. */
@Resolver()
export class ChangesResolver {
  constructor(private readonly recording: Recording) {}

  @Mutation(() => RecordingPayload, { description: 'A unit begins.' })
  establishUnit(
    @Args('input', { description: INPUT }) input: EstablishUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('establish', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A unit gets a new name.' })
  renameUnit(
    @Args('input', { description: INPUT }) input: RenameUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('rename', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A unit becomes one of another type.' })
  reclassifyUnit(
    @Args('input', { description: INPUT }) input: ReclassifyUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('reclassify', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description:
      'A unit gets, changes or loses codes; codes may be swapped within one date by recordChanges.',
  })
  recodeUnit(
    @Args('input', { description: INPUT }) input: RecodeUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('recode', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A unit gets another parent.' })
  transferUnit(
    @Args('input', { description: INPUT }) input: TransferUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('transfer', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'Two or more units end and one new unit continues them.' })
  mergeUnits(
    @Args('input', { description: INPUT }) input: MergeUnitsInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('merge', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'Units end and a standing unit continues them.' })
  absorbUnits(
    @Args('input', { description: INPUT }) input: AbsorbUnitsInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('absorb', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A unit ends and two or more continue it.' })
  splitUnit(
    @Args('input', { description: INPUT }) input: SplitUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('split', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A unit lives on and new units begin from parts of it.' })
  spinOffUnits(
    @Args('input', { description: INPUT }) input: SpinOffUnitsInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('spinOff', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A unit ends and exactly one new unit begins with the same activity.',
  })
  replaceUnit(
    @Args('input', { description: INPUT }) input: ReplaceUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('replace', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A unit ends.' })
  dissolveUnit(
    @Args('input', { description: INPUT }) input: DissolveUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('dissolve', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A unit that ended begins again under its own id.' })
  reactivateUnit(
    @Args('input', { description: INPUT }) input: ReactivateUnitInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('reactivate', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'Any beginnings, ends and settings at once, with their lineage given.',
  })
  reorganiseUnits(
    @Args('input', { description: INPUT }) input: ReorganiseUnitsInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('reorganise', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A function, or a share of staff or budget, moves between units that all live on.',
  })
  moveResponsibility(
    @Args('input', { description: INPUT }) input: MoveResponsibilityInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('moveResponsibility', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description:
      'A change is to come whose form, name or date is still open. It never takes effect itself: it is corrected to what it turns out to be.',
  })
  anticipateChange(
    @Args('input', { description: INPUT }) input: AnticipateChangeInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('anticipate', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A change was recorded wrongly: it gets new content. Needs a reason.',
  })
  correctChange(
    @Args('input', { description: INPUT }) input: CorrectChangeInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('correct', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A change gets another date. Needs a reason.' })
  rescheduleChange(
    @Args('input', { description: INPUT }) input: RescheduleChangeInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('reschedule', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A change that has not taken effect will not. Needs a reason.',
  })
  cancelChange(
    @Args('input', { description: INPUT }) input: CancelChangeInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('cancel', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'Changes and amendments recorded together, all or none.' })
  recordChanges(
    @Args('input', { description: INPUT }) input: RecordChangesInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.set(input, context);
  }
}
