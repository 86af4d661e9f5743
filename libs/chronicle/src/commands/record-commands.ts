import { ConfirmObservation, ConfirmObservationHandler } from './confirm-observation.command.js';
import { CorrectRecord, CorrectRecordHandler } from './correct-record.command.js';
import { DefineIndicator, DefineIndicatorHandler } from './define-indicator.command.js';
import { FailCondition, FailConditionHandler } from './fail-condition.command.js';
import { GiveAssignment, GiveAssignmentHandler } from './give-assignment.command.js';
import { HandOverAssignment, HandOverAssignmentHandler } from './hand-over-assignment.command.js';
import { MeetCondition, MeetConditionHandler } from './meet-condition.command.js';
import { OpenMatter, OpenMatterHandler } from './open-matter.command.js';
import { RecordAppeal, RecordAppealHandler } from './record-appeal.command.js';
import { RecordDecision, RecordDecisionHandler } from './record-decision.command.js';
import { RecordFigures, RecordFiguresHandler } from './record-figures.command.js';
import { RecordObservation, RecordObservationHandler } from './record-observation.command.js';
import { RecordSpelling, RecordSpellingHandler } from './record-spelling.command.js';
import { RegisterDocument, RegisterDocumentHandler } from './register-document.command.js';
import { RejectObservation, RejectObservationHandler } from './reject-observation.command.js';
import { ReportAssignment, ReportAssignmentHandler } from './report-assignment.command.js';
import { SetCompetenceRule, SetCompetenceRuleHandler } from './set-competence-rule.command.js';
import { SetCondition, SetConditionHandler } from './set-condition.command.js';
import { WithdrawRecord, WithdrawRecordHandler } from './withdraw-record.command.js';

export {
  ConfirmObservation,
  CorrectRecord,
  DefineIndicator,
  FailCondition,
  GiveAssignment,
  HandOverAssignment,
  MeetCondition,
  OpenMatter,
  RecordAppeal,
  RecordDecision,
  RecordFigures,
  RecordObservation,
  RecordSpelling,
  RegisterDocument,
  RejectObservation,
  ReportAssignment,
  SetCompetenceRule,
  SetCondition,
  WithdrawRecord,
};

/** The command of each kind of record, and of their amendments. */
export const RECORD_COMMAND_OF = {
  matter: OpenMatter,
  document: RegisterDocument,
  decision: RecordDecision,
  condition: SetCondition,
  conditionMet: MeetCondition,
  conditionFailed: FailCondition,
  appeal: RecordAppeal,
  competence: SetCompetenceRule,
  spelling: RecordSpelling,
  observation: RecordObservation,
  observationConfirmed: ConfirmObservation,
  observationRejected: RejectObservation,
  assignment: GiveAssignment,
  report: ReportAssignment,
  handOver: HandOverAssignment,
  indicator: DefineIndicator,
  figures: RecordFigures,
  correctRecord: CorrectRecord,
  withdrawRecord: WithdrawRecord,
} as const;

export const RECORD_COMMAND_HANDLERS = [
  ConfirmObservationHandler,
  CorrectRecordHandler,
  DefineIndicatorHandler,
  FailConditionHandler,
  GiveAssignmentHandler,
  HandOverAssignmentHandler,
  MeetConditionHandler,
  OpenMatterHandler,
  RecordAppealHandler,
  RecordDecisionHandler,
  RecordFiguresHandler,
  RecordObservationHandler,
  RecordSpellingHandler,
  RegisterDocumentHandler,
  RejectObservationHandler,
  ReportAssignmentHandler,
  SetCompetenceRuleHandler,
  SetConditionHandler,
  WithdrawRecordHandler,
];
