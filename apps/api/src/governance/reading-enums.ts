import type { AssignmentStanding, AssignmentStatus, ChangeStanding, TodoKind, Verdict } from '#governance';
import { describedEnum } from '../schema/described-enum.js';

export const ChangeStandingEnum = describedEnum(
  'ChangeStanding',
  'How firm a change is on the date, by what is evidenced of decisions.',
  {
    PROPOSED: 'proposed',
    CONDITIONAL: 'conditional',
    DECIDED: 'decided',
    SCHEDULED: 'scheduled',
    IN_FORCE: 'inForce',
    ASSERTED: 'asserted',
    LAPSED: 'lapsed',
    CANCELLED: 'cancelled',
    ANNULLED: 'annulled',
  } as const satisfies Record<string, ChangeStanding>,
  {
    PROPOSED: 'No competent body has decided it, as far as is evidenced.',
    CONDITIONAL: 'Decided by a competent body; a condition is open.',
    DECIDED:
      'Decided and nothing is open, and yet its form is not settled or the structure does not allow it.',
    SCHEDULED: 'Decided; it takes effect on a later day.',
    IN_FORCE: 'Decided by a competent body, and in force.',
    ASSERTED: 'Recorded as a fact without a decision of a competent body; it counts as in force.',
    LAPSED: 'A condition failed, or a competent body rejected it: it will not come about.',
    CANCELLED: 'It was cancelled or withdrawn.',
    ANNULLED: 'A court set its decision aside.',
  },
);

export const AppealabilityEnum = describedEnum(
  'Appealability',
  'Whether an act may be appealed.',
  { YES: 'yes', PREPARATORY: 'preparatory', DEPENDS: 'depends' } as const,
  {
    YES: 'It may be appealed.',
    PREPARATORY: 'It is purely preparatory and may not.',
    DEPENDS: 'It depends on what it contains.',
  },
);

export const KnownPeriodEnum = describedEnum(
  'KnownPeriod',
  'How well an appeal period is known.',
  { EXACT: 'exact', WINDOW: 'window', UNKNOWN: 'unknown' } as const,
  {
    EXACT: 'The day of the announcement is known.',
    WINDOW: 'It lies within known days, if the time limits of the law were kept.',
    UNKNOWN: 'Nothing that is recorded says so much.',
  },
);

export const DecisionDateEnum = describedEnum(
  'DecisionDate',
  'A date of a decision.',
  { MEETING: 'on', ADJUSTED: 'adjusted', ANNOUNCED: 'announced' } as const,
  {
    MEETING: 'The day of the meeting.',
    ADJUSTED: 'When the minutes were adjusted (justerade).',
    ANNOUNCED: 'When that was announced on the notice board.',
  },
);

export const FollowUpEnum = describedEnum(
  'FollowUp',
  'How a decision by delegation was followed up.',
  { NOTIFIED: 'notified', MINUTED: 'minuted', MISSING: 'missing' } as const,
  {
    NOTIFIED: 'It was notified to the board.',
    MINUTED: 'It has minutes of its own.',
    MISSING: 'Neither is recorded, and one of them is needed.',
  },
);

export const ConditionStateEnum = describedEnum(
  'ConditionState',
  'What became of a condition.',
  { OPEN: 'open', MET: 'met', FAILED: 'failed' } as const,
  { OPEN: 'It is not settled.', MET: 'It was met.', FAILED: 'It failed: what rests on it lapses.' },
);

export const VerdictEnum = describedEnum(
  'Verdict',
  'What a person has said of an inference.',
  { UNREVIEWED: 'unreviewed', CONFIRMED: 'confirmed', REJECTED: 'rejected' } as const satisfies Record<
    string,
    Verdict
  >,
  {
    UNREVIEWED: 'Nobody has reviewed it.',
    CONFIRMED: 'A person has confirmed it. It still is no decision.',
    REJECTED: 'A person has rejected it.',
  },
);

export const AssignmentStandingEnum = describedEnum(
  'AssignmentStanding',
  'How firm an assignment is on the date.',
  {
    GIVEN: 'given',
    BY_PLAN: 'byPlan',
    ASSERTED: 'asserted',
    NOT_YET_GIVEN: 'notYetGiven',
    PROPOSED: 'proposed',
    CONDITIONAL: 'conditional',
    LAPSED: 'lapsed',
    REJECTED: 'rejected',
    ANNULLED: 'annulled',
  } as const satisfies Record<string, AssignmentStanding>,
  {
    GIVEN: 'A decision gives it.',
    BY_PLAN: 'The document that it stands in gives it.',
    ASSERTED: 'Nothing says who gave it.',
    NOT_YET_GIVEN: 'Its decision lies later.',
    PROPOSED: 'Its decision only proposes it.',
    CONDITIONAL: 'A condition of its decision is open.',
    LAPSED: 'A condition of its decision failed.',
    REJECTED: 'The proposal was rejected.',
    ANNULLED: 'A court set its decision aside.',
  },
);

export const AssignmentStatusEnum = describedEnum(
  'AssignmentStatus',
  'How far an assignment has come on the date.',
  {
    NOT_GIVEN: 'notGiven',
    OPEN: 'open',
    NOT_YET_DUE: 'notYetDue',
    DUE: 'due',
    OVERDUE: 'overdue',
    MAYBE_OVERDUE: 'maybeOverdue',
    REPORTED: 'reported',
    DONE: 'done',
  } as const satisfies Record<string, AssignmentStatus>,
  {
    NOT_GIVEN: 'Nobody has to do it: see its standing.',
    OPEN: 'No date is set, and no report is there.',
    NOT_YET_DUE: 'Its date lies ahead.',
    DUE: 'The date is within the days that its date may mean.',
    OVERDUE: 'The last of those days has passed without a report.',
    MAYBE_OVERDUE: 'A report is dated so imprecisely that it may or may not have come by then.',
    REPORTED: 'A report is there, and it goes on.',
    DONE: 'A final report is there.',
  },
);

export const TodoKindEnum = describedEnum(
  'TodoKind',
  'What kind of evidence is missing.',
  {
    DECISION: 'decision',
    CONDITION: 'condition',
    DATE: 'date',
    FORM: 'form',
    NAME: 'name',
    HEAD: 'head',
    BLOCKED: 'blocked',
    DECISION_DATE: 'decisionDate',
    OBSERVATION: 'observation',
    REPORT: 'report',
    ASSESSMENT: 'assessment',
    HAND_OVER: 'handOver',
    TOTAL: 'total',
  } as const satisfies Record<string, TodoKind>,
  {
    DECISION: 'The decision of a competent body.',
    CONDITION: 'What became of a condition.',
    DATE: 'The day on which a change takes effect.',
    FORM: 'Which kind of change it is.',
    NAME: 'What the unit is called.',
    HEAD: 'Who heads the unit.',
    BLOCKED: 'It was decided, and the structure does not allow it.',
    DECISION_DATE: 'When a decision was made.',
    OBSERVATION: 'A person’s verdict on an inference.',
    REPORT: 'A report on an assignment that is overdue.',
    ASSESSMENT: 'An assessment that a report does not give.',
    HAND_OVER: 'Who takes over an assignment whose unit has ended.',
    TOTAL: 'Printed figures that agree with each other.',
  },
);

export const TextChangeEnum = describedEnum(
  'TextChangeKind',
  'What became of a text between a proposal and what answers it.',
  { ADDED: 'added', REMOVED: 'removed', CHANGED: 'changed' } as const,
  { ADDED: 'It is new.', REMOVED: 'It is gone.', CHANGED: 'It reads otherwise.' },
);

export const DocumentChangeEnum = describedEnum(
  'DocumentChangeKind',
  'What became of a document in the list of a proposal and of what answers it.',
  { ADDED: 'added', REMOVED: 'removed', RENAMED: 'renamed' } as const,
  { ADDED: 'It is new.', REMOVED: 'It is gone.', RENAMED: 'It is listed under another title.' },
);
