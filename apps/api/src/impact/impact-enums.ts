import type {
  EvaluatedTarget,
  Concern,
  Consequence,
  Holder,
  MissingReason,
  SteeringDocument,
} from '#scenarios';
import { codeEnum, describedEnum } from '../schema/described-enum.js';

export const NeutralEnum = describedEnum(
  'Neutral',
  'Whether all that leaves one administration is known to arrive in another.',
  { YES: 'yes', NO: 'no', UNKNOWN: 'unknown' } as const,
  {
    YES: 'It does.',
    NO: 'Some of it goes to nobody: an activity ends without a successor.',
    UNKNOWN: 'An amount, or where it goes, is not known.',
  },
);

export const MissingReasonEnum = codeEnum<MissingReason>('MissingReason', 'Why a figure is not known.', {
  NO_INDICATOR: 'No indicator says that it measures this.',
  NO_FIGURE: 'None is recorded for the unit by the date, nor for all that stands under it.',
  DISAGREEING:
    'What is recorded contradicts itself, or is in a unit of measure of which nobody has said how much it is.',
  SHARE_UNKNOWN: 'A part of the unit goes, and how much is not recorded.',
});

export const HolderKindEnum = describedEnum(
  'HolderKind',
  'Who has people or money.',
  {
    ADMINISTRATION: 'administration',
    OUTSIDE: 'outside',
    NONE: 'none',
    UNKNOWN: 'unknown',
  } as const satisfies Record<string, Holder['kind']>,
  {
    ADMINISTRATION: 'An administration.',
    OUTSIDE: 'Units that belong to no administration, such as political bodies.',
    NONE: 'Nobody: the activity has no successor.',
    UNKNOWN: 'It is not recorded who.',
  },
);

export const ConsequenceEnum = describedEnum(
  'ConsequenceKind',
  'What changes for a unit that does not act itself.',
  {
    SUPERIOR: 'superior',
    ADMINISTRATION: 'administration',
    POLITICAL_BODY: 'politicalBody',
  } as const satisfies Record<string, Consequence['what']>,
  {
    SUPERIOR: 'The unit directly above has another name or type.',
    ADMINISTRATION: 'It belongs to another administration.',
    POLITICAL_BODY: 'Another board answers for it.',
  },
);

export const ConcernEnum = describedEnum(
  'SteeringDocumentConcern',
  'How a steering document is known to concern a unit.',
  {
    TO_BE_CHANGED: 'toBeChanged',
    GIVES_ASSIGNMENT: 'givesAssignment',
    MENTIONS: 'mentions',
  } as const satisfies Record<string, Concern>,
  {
    TO_BE_CHANGED: 'An assignment of the unit is to change it.',
    GIVES_ASSIGNMENT: 'An assignment of the unit stands in it.',
    MENTIONS: "It writes the unit's name, or something was observed of the unit in it.",
  },
);

export const BecomesEnum = describedEnum(
  'BecomesOfUnit',
  'What becomes of a unit that something points at.',
  { ENDED: 'ended', MOVED: 'moved' } as const satisfies Record<string, SteeringDocument['becomes']>,
  { ENDED: 'It ends.', MOVED: 'It moves.' },
);

export const TargetResultEnum = describedEnum(
  'ScenarioTargetResult',
  'Whether a scenario reaches a goal.',
  { MET: 'met', NOT_MET: 'notMet', UNKNOWN: 'unknown' } as const satisfies Record<
    string,
    EvaluatedTarget['result']
  >,
  { MET: 'It does.', NOT_MET: 'It does not.', UNKNOWN: 'A figure that it takes is not recorded.' },
);
