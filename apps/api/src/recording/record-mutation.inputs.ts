import { InputType, IntersectionType } from '@nestjs/graphql';
import { AppealRecord } from '../governance/inputs/appeal.input.js';
import { AssignmentRecord, HandOverRecord, ReportRecord } from '../governance/inputs/assignment.input.js';
import { CompetenceRecord } from '../governance/inputs/competence.input.js';
import { ConditionOutcomeRecord, ConditionRecord } from '../governance/inputs/condition.input.js';
import { DecisionRecord } from '../governance/inputs/decision.input.js';
import { DocumentRecord } from '../governance/inputs/document.input.js';
import { MatterRecord } from '../governance/inputs/matter.input.js';
import { ObservationRecord, ObservationReviewRecord } from '../governance/inputs/observation.input.js';
import { SpellingRecord } from '../governance/inputs/spelling.input.js';
import { FiguresRecord } from '../measures/inputs/figures.input.js';
import { IndicatorRecord } from '../measures/inputs/indicator.input.js';
import { RecordingTerms } from './mutation.inputs.js';
import { RecordCorrection, RecordWithdrawal } from './record.inputs.js';

@InputType({ description: 'What `openMatter` takes.' })
export class OpenMatterInput extends IntersectionType(MatterRecord, RecordingTerms) {}

@InputType({ description: 'What `registerDocument` takes.' })
export class RegisterDocumentInput extends IntersectionType(DocumentRecord, RecordingTerms) {}

@InputType({ description: 'What `recordDecision` takes.' })
export class RecordDecisionInput extends IntersectionType(DecisionRecord, RecordingTerms) {}

@InputType({ description: 'What `setCondition` takes.' })
export class SetConditionInput extends IntersectionType(ConditionRecord, RecordingTerms) {}

@InputType({ description: 'What `meetCondition` takes.' })
export class MeetConditionInput extends IntersectionType(ConditionOutcomeRecord, RecordingTerms) {}

@InputType({ description: 'What `failCondition` takes.' })
export class FailConditionInput extends IntersectionType(ConditionOutcomeRecord, RecordingTerms) {}

@InputType({ description: 'What `recordAppeal` takes.' })
export class RecordAppealInput extends IntersectionType(AppealRecord, RecordingTerms) {}

@InputType({ description: 'What `setCompetenceRule` takes.' })
export class SetCompetenceRuleInput extends IntersectionType(CompetenceRecord, RecordingTerms) {}

@InputType({ description: 'What `recordSpelling` takes.' })
export class RecordSpellingInput extends IntersectionType(SpellingRecord, RecordingTerms) {}

@InputType({ description: 'What `recordObservation` takes.' })
export class RecordObservationInput extends IntersectionType(ObservationRecord, RecordingTerms) {}

@InputType({ description: 'What `confirmObservation` takes.' })
export class ConfirmObservationInput extends IntersectionType(ObservationReviewRecord, RecordingTerms) {}

@InputType({ description: 'What `rejectObservation` takes.' })
export class RejectObservationInput extends IntersectionType(ObservationReviewRecord, RecordingTerms) {}

@InputType({ description: 'What `giveAssignment` takes.' })
export class GiveAssignmentInput extends IntersectionType(AssignmentRecord, RecordingTerms) {}

@InputType({ description: 'What `reportAssignment` takes.' })
export class ReportAssignmentInput extends IntersectionType(ReportRecord, RecordingTerms) {}

@InputType({ description: 'What `handOverAssignment` takes.' })
export class HandOverAssignmentInput extends IntersectionType(HandOverRecord, RecordingTerms) {}

@InputType({ description: 'What `defineIndicator` takes.' })
export class DefineIndicatorInput extends IntersectionType(IndicatorRecord, RecordingTerms) {}

@InputType({ description: 'What `recordFigures` takes.' })
export class RecordFiguresInput extends IntersectionType(FiguresRecord, RecordingTerms) {}

@InputType({ description: 'What `correctRecord` takes.' })
export class CorrectRecordInput extends IntersectionType(RecordCorrection, RecordingTerms) {}

@InputType({ description: 'What `withdrawRecord` takes.' })
export class WithdrawRecordInput extends IntersectionType(RecordWithdrawal, RecordingTerms) {}
