import type { FigureOrder } from '#chronicle';
import type {
  ContradictionRule,
  Explanation,
  GapCode,
  TargetReason,
  TargetStatus,
  TermRole,
} from '#measures';
import { codeEnum, describedEnum } from '../schema/described-enum.js';

export const FigureOrderEnum = describedEnum(
  'FigureOrder',
  'The order of figures.',
  { RECORDED: 'recorded', HIGHEST: 'highest', LOWEST: 'lowest' } as const satisfies Record<
    string,
    FigureOrder
  >,
  {
    RECORDED: 'As their tables were recorded, row by row.',
    HIGHEST: 'By amount, the highest first; what cannot be compared comes last.',
    LOWEST: 'By amount, the lowest first; what cannot be compared comes last.',
  },
);

export const TargetStatusEnum = describedEnum(
  'TargetStatus',
  'Whether a target is met.',
  { MET: 'met', NOT_MET: 'notMet', UNKNOWN: 'unknown' } as const satisfies Record<string, TargetStatus>,
  {
    MET: 'The outcome reached it, or is equal to it.',
    NOT_MET: 'The outcome did not reach it: it is higher where lower is better, or lower where higher is.',
    UNKNOWN: 'It cannot be said; `reason` says why.',
  },
);

export const TargetReasonEnum = codeEnum<TargetReason>(
  'TargetReason',
  'Why it cannot be said whether a target is met.',
  {
    NO_TARGET: 'No target is recorded.',
    NO_OUTCOME: 'No outcome is recorded.',
    NEUTRAL: 'Neither higher nor lower is better.',
    DISAGREEING: 'The statements disagree with each other, and the answer depends on which is right.',
    NOT_COMPARABLE: 'The units of measure of outcome and target cannot be converted.',
  },
);

export const ContradictionRuleEnum = describedEnum(
  'ContradictionRule',
  'What should be equal.',
  { SUM: 'sum', DIFFERENCE: 'difference', STATEMENT: 'statement' } as const satisfies Record<
    string,
    ContradictionRule
  >,
  {
    SUM: 'A printed total and the sum of its parts.',
    DIFFERENCE: 'A printed difference and what the two figures differ by.',
    STATEMENT: 'Two statements of one figure.',
  },
);

export const ExplanationEnum = describedEnum(
  'Explanation',
  'What accounts for a contradiction.',
  {
    ROUNDING: 'rounding',
    SIGN: 'sign',
    SIGN_AND_ROUNDING: 'signAndRounding',
  } as const satisfies Record<string, Explanation>,
  {
    ROUNDING: 'Each number is printed rounded, and that can account for the difference.',
    SIGN: 'One is printed as a cost and the other as an amount: only the sign differs.',
    SIGN_AND_ROUNDING: 'The sign differs, and rounding can account for the rest.',
  },
);

export const TermRoleEnum = describedEnum(
  'TermRole',
  'How a unit’s figure enters a restated one.',
  { ITSELF: 'itself', ORIGIN: 'origin', JOINED: 'joined', LEFT: 'left' } as const satisfies Record<
    string,
    TermRole
  >,
  {
    ITSELF: 'It is the unit that was asked about.',
    ORIGIN: 'The unit goes back to it or leads to it, and was not there itself.',
    JOINED: 'It joined between the period and the date of the perimeter: its figure is added.',
    LEFT: 'It left between the period and the date of the perimeter: its figure is taken away.',
  },
);

export const GapCodeEnum = codeEnum<GapCode>('GapCode', 'What cannot be known.', {
  SHARE_UNKNOWN: 'Something of the unit went elsewhere, and how much is not recorded.',
  ORIGIN_MIXED: 'The unit came from within and from without, and how much from where is not recorded.',
  SUCCESSOR_UNKNOWN: 'The unit ended, and where all of its activity went is not recorded.',
  NOT_IN_FORCE: 'The unit was not there, nor anything that it goes back to or leads to.',
  CHANGED_WITHIN: 'What belongs to it changed within the period.',
  INDETERMINATE: 'Whether it had changed is open, since a date is not known well enough.',
  FIGURE_MISSING: 'No figure is recorded of the unit.',
  DISAGREEING: 'The statements of the unit’s figure contradict each other.',
  DOES_NOT_SUM: 'The figure of a whole is not the sum of its parts’.',
});
