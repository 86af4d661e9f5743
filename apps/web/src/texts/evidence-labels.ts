import type { LabelsOf } from './labels.js';

/** A word for each value of what is recorded of evidence and figures. */
export interface EvidenceLabels {
  readonly todo: LabelsOf<'TodoKind'>;
  readonly aspect: LabelsOf<'Aspect'>;
  readonly documentRole: LabelsOf<'DocumentRole'>;
  readonly conditionState: LabelsOf<'ConditionState'>;
  readonly appealability: LabelsOf<'Appealability'>;
  readonly appealOutcome: LabelsOf<'AppealOutcome'>;
  readonly decisionDate: LabelsOf<'DecisionDate'>;
  readonly delegationFollowUp: LabelsOf<'FollowUp'>;
  readonly textChange: LabelsOf<'TextChangeKind'>;
  readonly documentChange: LabelsOf<'DocumentChangeKind'>;
  readonly verdict: LabelsOf<'Verdict'>;
  readonly assignmentStanding: LabelsOf<'AssignmentStanding'>;
  readonly polarity: LabelsOf<'Polarity'>;
  readonly targetReason: LabelsOf<'TargetReason'>;
  readonly explanation: LabelsOf<'Explanation'>;
  readonly contradictionRule: LabelsOf<'ContradictionRule'>;
  readonly termRole: LabelsOf<'TermRole'>;
}
