import { Field, ID, InputType } from '@nestjs/graphql';
import { AppealRecord } from '../governance/inputs/appeal.input.js';
import { AssignmentRecord, HandOverRecord, ReportRecord } from '../governance/inputs/assignment.input.js';
import { CompetenceRecord } from '../governance/inputs/competence.input.js';
import { ConditionOutcomeRecord, ConditionRecord } from '../governance/inputs/condition.input.js';
import { DecisionRecord } from '../governance/inputs/decision.input.js';
import { DocumentRecord } from '../governance/inputs/document.input.js';
import { MatterRecord } from '../governance/inputs/matter.input.js';
import { ObservationRecord, ObservationReviewRecord } from '../governance/inputs/observation.input.js';
import { RecordCircumstances } from '../governance/inputs/record-circumstances.input.js';
import { SpellingRecord } from '../governance/inputs/spelling.input.js';
import { FiguresRecord } from '../measures/inputs/figures.input.js';
import { IndicatorRecord } from '../measures/inputs/indicator.input.js';

@InputType({
  isOneOf: true,
  description: 'The whole content of a record, without circumstances: exactly one kind.',
})
export class RecordContentInput {
  @Field(() => MatterRecord, { nullable: true, description: 'A matter.' })
  readonly matter?: MatterRecord | null;

  @Field(() => DocumentRecord, { nullable: true, description: 'A paper of a matter.' })
  readonly document?: DocumentRecord | null;

  @Field(() => DecisionRecord, { nullable: true, description: 'What a body did in a matter.' })
  readonly decision?: DecisionRecord | null;

  @Field(() => ConditionRecord, {
    nullable: true,
    description: 'What must be met before a decision takes effect.',
  })
  readonly condition?: ConditionRecord | null;

  @Field(() => ConditionOutcomeRecord, { nullable: true, description: 'A condition was met.' })
  readonly conditionMet?: ConditionOutcomeRecord | null;

  @Field(() => ConditionOutcomeRecord, { nullable: true, description: 'A condition failed.' })
  readonly conditionFailed?: ConditionOutcomeRecord | null;

  @Field(() => AppealRecord, {
    nullable: true,
    description: 'An appeal against a decision, or what became of it.',
  })
  readonly appeal?: AppealRecord | null;

  @Field(() => CompetenceRecord, {
    nullable: true,
    description: 'Which body’s decision a kind of change takes.',
  })
  readonly competence?: CompetenceRecord | null;

  @Field(() => SpellingRecord, { nullable: true, description: 'Another way to write a unit’s name.' })
  readonly spelling?: SpellingRecord | null;

  @Field(() => ObservationRecord, {
    nullable: true,
    description: 'A document shows something from which an earlier change can be inferred.',
  })
  readonly observation?: ObservationRecord | null;

  @Field(() => ObservationReviewRecord, {
    nullable: true,
    description: 'A person confirms what is inferred from an observation.',
  })
  readonly observationConfirmed?: ObservationReviewRecord | null;

  @Field(() => ObservationReviewRecord, {
    nullable: true,
    description: 'A person rejects what is inferred from an observation.',
  })
  readonly observationRejected?: ObservationReviewRecord | null;

  @Field(() => AssignmentRecord, {
    nullable: true,
    description: 'Work that a decision or plan hands to somebody.',
  })
  readonly assignment?: AssignmentRecord | null;

  @Field(() => ReportRecord, { nullable: true, description: 'A report on an assignment.' })
  readonly report?: ReportRecord | null;

  @Field(() => HandOverRecord, { nullable: true, description: 'An assignment goes over to somebody else.' })
  readonly handOver?: HandOverRecord | null;

  @Field(() => IndicatorRecord, { nullable: true, description: 'Something that is measured.' })
  readonly indicator?: IndicatorRecord | null;

  @Field(() => FiguresRecord, { nullable: true, description: 'A table, or a single statement, of figures.' })
  readonly figures?: FiguresRecord | null;
}

@InputType({
  description: 'A record was recorded wrongly: it gets new content, the old stays visible at its time.',
})
export class RecordCorrection extends RecordCircumstances {
  @Field(() => ID, { description: 'The record: its id, externalId, or a matter’s number.' })
  readonly record!: string;

  @Field(() => RecordContentInput, { description: 'The whole corrected record, of the same kind.' })
  readonly with!: RecordContentInput;
}

@InputType({ description: 'A record should never have been recorded.' })
export class RecordWithdrawal extends RecordCircumstances {
  @Field(() => ID, { description: 'The record: its id, externalId, or a matter’s number.' })
  readonly record!: string;
}
