import type { Act, AppealOutcome, Aspect, Assessment, Confidence, DocumentRole, Scope } from '#governance';
import type { Combining, Polarity, Size, ValueKind } from '#measures';
import type { RecordRecording } from '#records';
import { describedEnum } from './described-enum.js';

/** What is recorded beside the structure, by the names of the import format. */
export const RecordKindEnum = describedEnum(
  'RecordKind',
  'What kind of record it is: what is recorded beside the structure.',
  {
    MATTER: 'matter',
    DOCUMENT: 'document',
    DECISION: 'decision',
    CONDITION: 'condition',
    CONDITION_MET: 'conditionMet',
    CONDITION_FAILED: 'conditionFailed',
    APPEAL: 'appeal',
    COMPETENCE: 'competence',
    SPELLING: 'spelling',
    OBSERVATION: 'observation',
    OBSERVATION_CONFIRMED: 'observationConfirmed',
    OBSERVATION_REJECTED: 'observationRejected',
    ASSIGNMENT: 'assignment',
    REPORT: 'report',
    HAND_OVER: 'handOver',
    INDICATOR: 'indicator',
    FIGURES: 'figures',
  } as const,
  {
    MATTER: 'A matter, with its registry number.',
    DOCUMENT: 'A paper of a matter.',
    DECISION: 'What a body did in a matter: prepared, proposed, decided ...',
    CONDITION: 'What must be met before a decision takes effect.',
    CONDITION_MET: 'A condition was met.',
    CONDITION_FAILED: 'A condition failed.',
    APPEAL: 'An appeal against a decision, or what became of it.',
    COMPETENCE: 'Which body’s decision a kind of change takes.',
    SPELLING: 'Another way to write a unit’s name.',
    OBSERVATION: 'A document that shows something from which an earlier change can be inferred.',
    OBSERVATION_CONFIRMED: 'A person confirmed what is inferred.',
    OBSERVATION_REJECTED: 'A person rejected what is inferred.',
    ASSIGNMENT: 'Work that a decision or plan hands to somebody.',
    REPORT: 'A report on an assignment.',
    HAND_OVER: 'An assignment went over to somebody else.',
    INDICATOR: 'Something that is measured.',
    FIGURES: 'A table, or a single statement, of figures in a document.',
  },
);

export const RecordRecordingEnum = describedEnum(
  'RecordRecording',
  'What an event of the ledger did with a record beside the structure.',
  {
    RECORDED: 'recorded',
    CORRECTED: 'corrected',
    WITHDRAWN: 'withdrawn',
  } as const satisfies Record<string, RecordRecording>,
  {
    RECORDED: 'It was recorded.',
    CORRECTED: 'It had been recorded wrongly and got new content.',
    WITHDRAWN: 'It should never have been recorded.',
  },
);

export const ActEnum = describedEnum(
  'Act',
  'What a body did in a matter. A proposal is not a decision.',
  {
    PREPARES: 'prepares',
    COMMISSIONS: 'commissions',
    PROPOSES: 'proposes',
    DECIDES: 'decides',
    DECIDES_BY_DELEGATION: 'decidesByDelegation',
    REFERS_BACK: 'refersBack',
    REJECTS: 'rejects',
  } as const satisfies Record<string, Act>,
  {
    PREPARES: 'It prepared the matter, and decided nothing: a survey, a dialogue, an officials’ paper.',
    COMMISSIONS: 'It gave somebody the task to prepare or carry out something.',
    PROPOSES: 'It laid a proposal before another body.',
    DECIDES: 'It decided.',
    DECIDES_BY_DELEGATION: 'It decided on behalf of a board, by delegation.',
    REFERS_BACK: 'It sent the matter back to be prepared further.',
    REJECTS: 'It turned the proposal down.',
  },
);

export const AspectEnum = describedEnum(
  'Aspect',
  'What a line of a decision’s rationale speaks of.',
  {
    BACKGROUND: 'background',
    OPPORTUNITY: 'opportunity',
    THREAT: 'threat',
    GOAL: 'goal',
    ECONOMIC_EFFECT: 'economicEffect',
    EQUALITY: 'equality',
    CORE_ACTIVITY: 'coreActivity',
    OTHER: 'other',
  } as const satisfies Record<string, Aspect>,
  {
    BACKGROUND: 'How it came about.',
    OPPORTUNITY: 'What it makes possible.',
    THREAT: 'What it puts at risk.',
    GOAL: 'What is to be reached by it.',
    ECONOMIC_EFFECT: 'What it costs or saves.',
    EQUALITY: 'What it means for equality.',
    CORE_ACTIVITY: 'What it means for the core activity.',
    OTHER: 'Something else.',
  },
);

export const DocumentRoleEnum = describedEnum(
  'DocumentRole',
  'What a document is in its matter.',
  {
    MINUTES: 'minutes',
    OFFICIALS_PAPER: 'officialsPaper',
    DRAFT_DECISION: 'draftDecision',
    ATTACHMENT: 'attachment',
    REPORT: 'report',
    PLAN: 'plan',
    BACKGROUND: 'background',
    STEERING_DOCUMENT: 'steeringDocument',
    OTHER: 'other',
  } as const satisfies Record<string, DocumentRole>,
  {
    MINUTES: 'Minutes of a meeting, or an extract from them.',
    OFFICIALS_PAPER: 'An officials’ paper (tjänsteutlåtande, tjänsteskrivelse).',
    DRAFT_DECISION: 'A draft decision.',
    ATTACHMENT: 'An attachment of another document.',
    REPORT: 'A report: a follow-up, an inquiry.',
    PLAN: 'A plan: a business plan, a budget.',
    BACKGROUND: 'Background.',
    STEERING_DOCUMENT: 'A policy, rules, a delegation order.',
    OTHER: 'Something else.',
  },
);

export const AppealOutcomeEnum = describedEnum(
  'AppealOutcome',
  'What became of an appeal.',
  {
    LODGED: 'lodged',
    DISMISSED: 'dismissed',
    ANNULLED: 'annulled',
  } as const satisfies Record<string, AppealOutcome>,
  {
    LODGED: 'It was lodged, and nothing is settled yet.',
    DISMISSED: 'The decision stood.',
    ANNULLED: 'The court set the decision aside.',
  },
);

export const ScopeEnum = describedEnum(
  'CompetenceScope',
  'Where a change happens.',
  {
    ACROSS_BOARDS: 'acrossBoards',
    WITHIN_BOARD: 'withinBoard',
    POLITICAL_BODY: 'politicalBody',
    ANY: 'any',
  } as const satisfies Record<string, Scope>,
  {
    ACROSS_BOARDS: 'Between the areas of two or more boards.',
    WITHIN_BOARD: 'Within the area of one board.',
    POLITICAL_BODY: 'In the political organisation itself.',
    ANY: 'Anywhere.',
  },
);

export const ConfidenceEnum = describedEnum(
  'Confidence',
  'How sure an inference is, in the words of whoever draws it.',
  { LOW: 'low', MEDIUM: 'medium', HIGH: 'high' } as const satisfies Record<string, Confidence>,
  { LOW: 'It may be so.', MEDIUM: 'It is likely.', HIGH: 'It is all but certain.' },
);

export const AssessmentEnum = describedEnum(
  'Assessment',
  'What a report says of its assignment.',
  {
    MET: 'met',
    PARTLY_MET: 'partlyMet',
    NOT_MET: 'notMet',
    NONE_GIVEN: 'noneGiven',
  } as const satisfies Record<string, Assessment>,
  {
    MET: 'It is done.',
    PARTLY_MET: 'It is done in part.',
    NOT_MET: 'It is not done.',
    NONE_GIVEN: 'It is reported on, and not assessed.',
  },
);

export const PolarityEnum = describedEnum(
  'Polarity',
  'Which way is better.',
  {
    HIGHER_IS_BETTER: 'higherIsBetter',
    LOWER_IS_BETTER: 'lowerIsBetter',
    NEUTRAL: 'neutral',
  } as const satisfies Record<string, Polarity>,
  {
    HIGHER_IS_BETTER: 'Higher is better.',
    LOWER_IS_BETTER: 'Lower is better.',
    NEUTRAL: 'Neither is better.',
  },
);

export const CombiningEnum = describedEnum(
  'Combining',
  'How the figure of a whole follows from those of its parts.',
  { SUM: 'sum', NONE: 'none' } as const satisfies Record<string, Combining>,
  { SUM: 'As their sum.', NONE: 'Not at all: shares, averages.' },
);

export const SizeEnum = describedEnum(
  'Size',
  'What of the size of units an indicator measures.',
  { FTE: 'fte', HEAD_COUNT: 'headCount', BUDGET: 'budget' } as const satisfies Record<string, Size>,
  {
    FTE: 'The people they employ, in full-time equivalents.',
    HEAD_COUNT: 'The people they employ, in heads.',
    BUDGET: 'The money they are given to spend.',
  },
);

export const ValueKindEnum = describedEnum(
  'ValueKind',
  'What a value says.',
  {
    OUTCOME: 'outcome',
    BUDGET: 'budget',
    FORECAST: 'forecast',
    TARGET: 'target',
    DEVIATION: 'deviation',
    FORECAST_DEVIATION: 'forecastDeviation',
    CHANGE: 'change',
    FORECAST_CHANGE: 'forecastChange',
  } as const satisfies Record<string, ValueKind>,
  {
    OUTCOME: 'What it came to.',
    BUDGET: 'What was budgeted.',
    FORECAST: 'What was expected.',
    TARGET: 'What was to be reached.',
    DEVIATION: 'How far the outcome is from the budget or target.',
    FORECAST_DEVIATION: 'How far the forecast is from the budget or target.',
    CHANGE: 'How it changed since the report before.',
    FORECAST_CHANGE: 'How the forecast changed since the report before.',
  },
);
