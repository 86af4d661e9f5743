import type {
  Aspect,
  ConflictKind,
  EffectDifference,
  Goal,
  HistoryEntry,
  RebasedStep,
  Resolution,
  ScenarioStatus as Status,
  Visibility,
} from '#scenarios';
import { describedEnum } from '../schema/described-enum.js';

export const VisibilityEnum = describedEnum(
  'Visibility',
  'Who may see a scenario.',
  { OWNER: 'owner', ORGANISATION: 'organisation' } as const satisfies Record<string, Visibility>,
  { OWNER: 'Only who made it.', ORGANISATION: 'Everybody in the organisation.' },
);

export const ScenarioStatusEnum = describedEnum(
  'ScenarioStatus',
  'What may be done with a scenario.',
  { OPEN: 'open', ARCHIVED: 'archived', ADOPTED: 'adopted' } as const satisfies Record<string, Status>,
  {
    OPEN: 'It can be changed.',
    ARCHIVED: 'It is put away: it can be read, and restored.',
    ADOPTED: 'It is recorded in the organisation, and frozen.',
  },
);

export const ScenarioDeedEnum = describedEnum(
  'ScenarioDeed',
  'What is undone and redone as one.',
  { STEP: 'step', REBASE: 'rebase' } as const satisfies Record<string, HistoryEntry['is']>,
  { STEP: 'A step: what was simulated at once.', REBASE: 'The scenario was moved to a newer base.' },
);

export const RebaseOutcomeEnum = describedEnum(
  'RebaseOutcome',
  'What becomes of a step on a newer base.',
  {
    CLEAN: 'clean',
    CHANGED: 'changed',
    DONE: 'done',
    DROPPED: 'dropped',
    CONFLICT: 'conflict',
  } as const satisfies Record<string, RebasedStep['outcome']>,
  {
    CLEAN: 'It comes to the same.',
    CHANGED: 'It fits, and comes to something else: see its differences.',
    DONE: 'The organisation has done it by itself.',
    DROPPED: 'The planner leaves it out.',
    CONFLICT: 'It does not fit: see its conflicts.',
  },
);

export const EffectDifferenceEnum = describedEnum(
  'EffectDifferenceKind',
  'Whether something comes to be by a step only on the newer base, or only on the older one.',
  { ADDED: 'added', REMOVED: 'removed' } as const satisfies Record<string, EffectDifference['is']>,
  { ADDED: 'Only on the newer base.', REMOVED: 'Only on the base as it was.' },
);

export const ConflictKindEnum = describedEnum(
  'ConflictKind',
  'What stands in the way of a step on a newer base.',
  {
    UNIT_ENDED: 'unitEnded',
    ALREADY_MERGED: 'alreadyMerged',
    PARENT_ENDED: 'parentEnded',
    BEFORE_BIRTH: 'beforeBirth',
    CYCLE: 'cycle',
    CODE_TAKEN: 'codeTaken',
    DEPENDS_ON_STEP: 'dependsOnStep',
    LATER_CHANGE: 'laterChange',
    CHANGE_AMENDED: 'changeAmended',
    OTHER: 'other',
  } as const satisfies Record<string, ConflictKind>,
  {
    UNIT_ENDED: 'A unit that it acts on has ended.',
    ALREADY_MERGED: 'A unit that it acts on has become part of another.',
    PARENT_ENDED: 'It would put a unit under one that has ended.',
    BEFORE_BIRTH: "Its date is before a unit's first day.",
    CYCLE: 'Units would come to stand under themselves.',
    CODE_TAKEN: 'Another unit, or another change, has come to hold the code.',
    DEPENDS_ON_STEP: 'It builds on a step that is not there.',
    LATER_CHANGE: 'Something recorded since for another date could no longer be.',
    CHANGE_AMENDED: 'The change that it amends is no more what it was.',
    OTHER: 'Something else: the message says what.',
  },
);

export const ResolutionHowEnum = describedEnum(
  'ResolutionHow',
  'How a step that does not fit is settled.',
  {
    DROP: 'drop',
    RETARGET: 'retarget',
    REDATE: 'redate',
    RECODE: 'recode',
  } as const satisfies Record<string, Resolution['how']>,
  {
    DROP: 'The step is left out.',
    RETARGET: 'Another unit takes the place of one that it names.',
    REDATE: 'Its changes happen on another date.',
    RECODE: 'The units that it begins go without a code, or with another.',
  },
);

export const GoalEnum = describedEnum(
  'ScenarioGoal',
  'What a scenario is meant to reach.',
  {
    COST_NEUTRAL: 'costNeutral',
    STAFF_NEUTRAL: 'staffNeutral',
    MAX_LAYERS: 'maxLayers',
    SPAN: 'span',
    NO_SINGLE_CHILD_CHAINS: 'noSingleChildChains',
  } as const satisfies Record<string, Goal>,
  {
    COST_NEUTRAL: 'The budget that moves adds up to nothing.',
    STAFF_NEUTRAL: 'The staff that moves adds up to nothing.',
    MAX_LAYERS: 'No more levels than `most`, the top one counted.',
    SPAN: 'No unit that has any has fewer than `least` or more than `most` units directly under it.',
    NO_SINGLE_CHILD_CHAINS: 'No unit has exactly one under it.',
  },
);

export const AspectEnum = describedEnum(
  'DeviationAspect',
  'In what a unit differs from the first reading.',
  {
    BEGUN: 'begun',
    ENDED: 'ended',
    RENAMED: 'renamed',
    RECLASSIFIED: 'reclassified',
    MOVED: 'moved',
    RECODED: 'recoded',
  } as const satisfies Record<string, Aspect>,
  {
    BEGUN: 'It is in force here and not there.',
    ENDED: 'It is in force there and not here.',
    RENAMED: 'It has another name.',
    RECLASSIFIED: 'It is of another type.',
    MOVED: 'It stands elsewhere in a hierarchy.',
    RECODED: 'It has another code in a scheme.',
  },
);
