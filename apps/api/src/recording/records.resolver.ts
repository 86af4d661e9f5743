import { Args, Context, Mutation, Resolver } from '@nestjs/graphql';
import { RequestContext } from '../request-context.js';
import {
  ConfirmObservationInput,
  CorrectRecordInput,
  DefineIndicatorInput,
  FailConditionInput,
  GiveAssignmentInput,
  HandOverAssignmentInput,
  MeetConditionInput,
  OpenMatterInput,
  RecordAppealInput,
  RecordDecisionInput,
  RecordFiguresInput,
  RecordObservationInput,
  RecordSpellingInput,
  RegisterDocumentInput,
  RejectObservationInput,
  ReportAssignmentInput,
  SetCompetenceRuleInput,
  SetConditionInput,
  WithdrawRecordInput,
} from './record-mutation.inputs.js';
import { RecordingPayload } from './recording-payload.type.js';
import { Recording } from './recording.js';

const INPUT = 'What is recorded, and on what terms.';

/** One mutation a kind of what is recorded beside the structure, and of its amendments. */
@Resolver()
export class RecordsResolver {
  constructor(private readonly recording: Recording) {}

  @Mutation(() => RecordingPayload, { description: 'A matter is opened.' })
  openMatter(
    @Args('input', { description: INPUT }) input: OpenMatterInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('matter', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A paper of a matter is registered.' })
  registerDocument(
    @Args('input', { description: INPUT }) input: RegisterDocumentInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('document', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description:
      'What a body did in a matter: it prepared, proposed, decided, referred back or rejected. Changes that rest on it come into force once a competent body has decided them and no condition is open.',
  })
  recordDecision(
    @Args('input', { description: INPUT }) input: RecordDecisionInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('decision', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A decision depends on something: what rests on it waits until that is met.',
  })
  setCondition(
    @Args('input', { description: INPUT }) input: SetConditionInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('condition', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A condition is met.' })
  meetCondition(
    @Args('input', { description: INPUT }) input: MeetConditionInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('conditionMet', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A condition fails: what rests on its decision lapses.' })
  failCondition(
    @Args('input', { description: INPUT }) input: FailConditionInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('conditionFailed', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A decision is appealed, or the appeal is settled.' })
  recordAppeal(
    @Args('input', { description: INPUT }) input: RecordAppealInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('appeal', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'Which body’s decision a kind of change takes.' })
  setCompetenceRule(
    @Args('input', { description: INPUT }) input: SetCompetenceRuleInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('competence', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'Another way to write a unit’s name, by which it is found as well.',
  })
  recordSpelling(
    @Args('input', { description: INPUT }) input: RecordSpellingInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('spelling', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A document shows something from which an earlier change can be inferred.',
  })
  recordObservation(
    @Args('input', { description: INPUT }) input: RecordObservationInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('observation', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A person confirms what is inferred from an observation.',
  })
  confirmObservation(
    @Args('input', { description: INPUT }) input: ConfirmObservationInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('observationConfirmed', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A person rejects what is inferred from an observation.' })
  rejectObservation(
    @Args('input', { description: INPUT }) input: RejectObservationInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('observationRejected', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'A decision or plan hands work to somebody.' })
  giveAssignment(
    @Args('input', { description: INPUT }) input: GiveAssignmentInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('assignment', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'Somebody reports on an assignment.' })
  reportAssignment(
    @Args('input', { description: INPUT }) input: ReportAssignmentInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('report', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'An assignment goes over to somebody else, since whoever had it has ended.',
  })
  handOverAssignment(
    @Args('input', { description: INPUT }) input: HandOverAssignmentInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('handOver', input, context);
  }

  @Mutation(() => RecordingPayload, { description: 'Something is to be measured.' })
  defineIndicator(
    @Args('input', { description: INPUT }) input: DefineIndicatorInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('indicator', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A table, or a single statement, of figures in a document.',
  })
  recordFigures(
    @Args('input', { description: INPUT }) input: RecordFiguresInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('figures', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description: 'A record was recorded wrongly: it gets new content. Needs a reason.',
  })
  correctRecord(
    @Args('input', { description: INPUT }) input: CorrectRecordInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('correctRecord', input, context);
  }

  @Mutation(() => RecordingPayload, {
    description:
      'A record should never have been recorded. Needs a reason. Changes that came into force by it wait again.',
  })
  withdrawRecord(
    @Args('input', { description: INPUT }) input: WithdrawRecordInput,
    @Context() context: RequestContext,
  ): Promise<RecordingPayload> {
    return this.recording.one('withdrawRecord', input, context);
  }
}
