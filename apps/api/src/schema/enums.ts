import type { Standing as DomainStanding, CommandRefusalCode } from '#chronicle';
import type { RecordRejectionCode } from '#records';
import type {
  ChangeKind,
  OpenQuestion,
  Recording,
  RejectionCode,
  Relation,
  Resource,
  UnitStatus,
  WarningCode,
} from '#structure';
import { codeEnum, describedEnum } from './described-enum.js';

export const StandingEnum = codeEnum<DomainStanding>(
  'Standing',
  'How firm a change must be to count. What is recorded without a decision is asserted, and counts at every standing.',
  {
    IN_FORCE: 'Only what is in force.',
    CONDITIONAL: 'Also what is decided but has a condition left to meet.',
    PROPOSED: 'Also what is only proposed.',
  },
);

export const DirectionEnum = describedEnum(
  'Direction',
  'Which way to follow lineage.',
  { BACK: 'back', FORWARD: 'forward', BOTH: 'both' } as const,
  {
    BACK: 'To what a unit came from.',
    FORWARD: 'To where a unit went.',
    BOTH: 'Both ways.',
  },
);

export const UnitStatusEnum = describedEnum(
  'UnitStatus',
  'Whether a unit exists on the date, as known at the knowledge time.',
  {
    IN_FORCE: 'inForce',
    INDETERMINATE: 'indeterminate',
    NOT_YET: 'notYet',
    ENDED: 'ended',
    UNKNOWN: 'unknown',
  } as const satisfies Record<string, UnitStatus>,
  {
    IN_FORCE: 'It exists for certain.',
    INDETERMINATE: 'It may or may not exist: a date is not known well enough.',
    NOT_YET: 'It begins later.',
    ENDED: 'It was, and is no more.',
    UNKNOWN: 'Nothing was known of it.',
  },
);

export const ChangeKindEnum = describedEnum(
  'ChangeKind',
  'What kind of change it is.',
  {
    ESTABLISH: 'establish',
    RENAME: 'rename',
    RECLASSIFY: 'reclassify',
    RECODE: 'recode',
    TRANSFER: 'transfer',
    MERGE: 'merge',
    ABSORB: 'absorb',
    SPLIT: 'split',
    SPIN_OFF: 'spinOff',
    REPLACE: 'replace',
    DISSOLVE: 'dissolve',
    REACTIVATE: 'reactivate',
    REORGANISE: 'reorganise',
    MOVE_RESPONSIBILITY: 'moveResponsibility',
    ANTICIPATE: 'anticipate',
  } as const satisfies Record<string, ChangeKind>,
  {
    ESTABLISH: 'A unit begins.',
    RENAME: 'A unit gets a new name.',
    RECLASSIFY: 'A unit becomes one of another type.',
    RECODE: 'A unit gets, changes or loses codes.',
    TRANSFER: 'A unit gets another parent.',
    MERGE: 'Units end and one new unit continues them.',
    ABSORB: 'Units end and a standing unit continues them.',
    SPLIT: 'A unit ends and two or more continue it.',
    SPIN_OFF: 'A unit lives on and new units begin from parts of it.',
    REPLACE: 'A unit ends and one new unit begins with the same activity.',
    DISSOLVE: 'A unit ends.',
    REACTIVATE: 'A unit that ended begins again.',
    REORGANISE: 'Any beginnings, ends and settings at once.',
    MOVE_RESPONSIBILITY: 'A function, or a share of staff or budget, moves between units that live on.',
    ANTICIPATE: 'A change whose form, name or date is still open.',
  },
);

export const ResourceEnum = describedEnum(
  'Resource',
  'What of a unit moves to another while both live on.',
  { FUNCTION: 'function', STAFF: 'staff', BUDGET: 'budget' } as const satisfies Record<string, Resource>,
  {
    FUNCTION: 'The responsibility for a function.',
    STAFF: 'Staff, or a share of it.',
    BUDGET: 'Budget, or a share of it.',
  },
);

export const OpenQuestionEnum = describedEnum(
  'OpenQuestion',
  'What is still open of a change that is anticipated.',
  { NAME: 'name', DATE: 'date', HEAD: 'head', FORM: 'form' } as const satisfies Record<string, OpenQuestion>,
  {
    NAME: 'What the unit will be called.',
    DATE: 'When it takes effect.',
    HEAD: 'Who heads the unit.',
    FORM: 'Which kind of change it is.',
  },
);

export const RecordingEnum = describedEnum(
  'Recording',
  'What an event of the ledger did with a change.',
  {
    RECORDED: 'recorded',
    CORRECTED: 'corrected',
    RESCHEDULED: 'rescheduled',
    CANCELLED: 'cancelled',
    NARROWED: 'narrowed',
    PROPOSED: 'proposed',
    ENACTED: 'enacted',
    BLOCKED: 'blocked',
    ANNULLED: 'annulled',
    SUSPENDED: 'suspended',
  } as const satisfies Record<string, Recording>,
  {
    RECORDED: 'It was recorded.',
    CORRECTED: 'It had been recorded wrongly and got new content.',
    RESCHEDULED: 'It got another date.',
    CANCELLED: 'It will not take effect.',
    NARROWED:
      'Another change requires that it happened earlier in the window of its imprecise date, or no longer does.',
    PROPOSED: 'It was recorded, and is pending until its standing suffices.',
    ENACTED: 'Its standing sufficed: it applies from here on.',
    BLOCKED: 'It should have come into force, but the structure does not allow it.',
    ANNULLED: 'A court set its decision aside: it no longer applies.',
    SUSPENDED: 'What it rested on, or what annulled it, no longer holds: it is pending again.',
  },
);

export const RelationEnum = describedEnum(
  'Relation',
  'How one unit continues another.',
  {
    CONTINUES: 'continues',
    MERGED_INTO: 'mergedInto',
    ABSORBED_BY: 'absorbedBy',
    SPLIT_INTO: 'splitInto',
    SPUN_OFF_FROM: 'spunOffFrom',
    REPLACED_BY: 'replacedBy',
    PART_MOVED_TO: 'partMovedTo',
  } as const satisfies Record<string, Relation>,
  {
    CONTINUES: 'The successor carries on the activity of a unit that was dissolved.',
    MERGED_INTO: 'The predecessor ended in a merger into a new unit.',
    ABSORBED_BY: 'The predecessor ended in a unit that stood already.',
    SPLIT_INTO: 'The predecessor ended and was divided.',
    SPUN_OFF_FROM: 'The successor began from a part of a predecessor that lives on.',
    REPLACED_BY: 'The predecessor ended and the successor began with the same activity.',
    PART_MOVED_TO: 'A part of the predecessor moved.',
  },
);

export const SuccessionEnum = describedEnum(
  'Succession',
  'What was said of the successors of a unit that ended without naming one.',
  { NONE: 'none', UNKNOWN: 'unknown' } as const,
  { NONE: 'There are none.', UNKNOWN: 'They are not known.' },
);

export const OutcomeEnum = describedEnum(
  'Outcome',
  'What became of a mutation.',
  {
    RECORDED: 'recorded',
    REPEATED: 'repeated',
    VALID: 'valid',
    REFUSED: 'refused',
  } as const,
  {
    RECORDED: 'It is in the ledger, or in the scenario.',
    REPEATED: 'It was there already, under the same idempotencyKey.',
    VALID: 'It would have been recorded, but validateOnly was set.',
    REFUSED: 'Nothing was recorded; userErrors say why.',
  },
);

export const WarningCodeEnum = codeEnum<WarningCode>(
  'WarningCode',
  'What may be right but is asked about first; it is recorded when its code is confirmed.',
  {
    NAME_NOT_UNIQUE: 'Another unit under the same parent has the same name.',
    NOTHING_CHANGES: 'Everything the change sets is so already.',
  },
);

export const NoticeCodeEnum = codeEnum<'LATER_CHANGE_EXISTS'>(
  'NoticeCode',
  'What the recorder should know about what was recorded.',
  {
    LATER_CHANGE_EXISTS: 'What was set holds only until a change that was recorded before for a later day.',
  },
);

export const UserErrorCodeEnum = codeEnum<
  RejectionCode | WarningCode | CommandRefusalCode | RecordRejectionCode
>('UserErrorCode', 'Why a mutation is refused. Codes are added, never reused with another meaning.', {
  INVALID_FIELD: 'A field is missing, unknown, blank, too long or of the wrong type.',
  INVALID_DATE: 'The date is not one that can be read, or is not in the calendar.',
  INVALID_INTERVAL: 'The interval does not end after it begins.',
  UNKNOWN_KIND: 'There is no such kind of change.',
  UNKNOWN_UNIT: 'No unit is meant by the reference.',
  AMBIGUOUS_UNIT: 'Several units are meant by the reference.',
  UNKNOWN_CHANGE: 'There is no change of that name or id.',
  KEY_TAKEN: 'Another unit has the key.',
  CHANGE_ID_TAKEN: 'Another change has the name.',
  CHANGE_CANCELLED: 'The change is cancelled and cannot be amended.',
  ALREADY_IN_EFFECT: 'The change has taken effect and can no longer be cancelled.',
  REASON_REQUIRED: 'An amendment must have a reason.',
  TOO_FEW_UNITS: 'The change needs more units.',
  DUPLICATE_UNIT: 'A unit is named twice.',
  ACTS_ON_ITSELF: 'A unit cannot be merged, absorbed or moved into itself.',
  NOT_A_CHILD: 'A unit that is mapped is not a child of what ends.',
  NOT_A_DESCENDANT: 'A unit that is excepted does not stand under the unit that moves.',
  EXCEPTIONS_OVERLAP: 'One excepted unit stands under another.',
  SHARES_EXCEED_ONE: 'The shares of one unit come to more than the whole.',
  NEVER_IN_FORCE: 'The unit never existed before.',
  NOT_IN_FORCE: 'A unit does not exist on the date.',
  ALREADY_IN_FORCE: 'The unit exists already on the date.',
  PARENT_NOT_IN_FORCE: 'A unit would stand under one that does not exist on the date.',
  CYCLE: 'A unit would stand under itself.',
  CODE_TAKEN: 'Another unit has the code on the date.',
  LINEAGE_BACKWARDS: 'A unit cannot continue one that begins later.',
  RESOLVES_DIFFERENTLY: 'A change recorded before would come to something else.',
  NAME_NOT_UNIQUE: 'Another unit under the same parent has the same name: confirm it, or choose another.',
  NOTHING_CHANGES: 'Everything the change sets is so already: confirm it, or leave it.',
  UNKNOWN_ORGANISATION: 'There is no such organisation.',
  SLUG_TAKEN: 'Another organisation has the slug.',
  INVALID_SLUG: 'The slug is not 1 to 63 lower-case letters, digits and inner hyphens.',
  INVALID_NAME: 'The name is not 1 to 500 visible characters.',
  STALE_POSITION: 'Something else has been recorded since expectedPosition.',
  IDEMPOTENCY_KEY_REUSED: 'The idempotencyKey was used for something else.',
  INVALID_IDEMPOTENCY_KEY:
    'The idempotencyKey is not 1 to 200 visible characters, or begins with what adoptions of scenarios are kept under.',
  TOO_MUCH_CONTENTION: 'Others kept recording something in the same units. Try again.',
  KNOWN_AT_BACKWARDS: 'The knowledge time is before the latest one recorded.',
  KNOWN_AT_IN_FUTURE: 'The knowledge time is in the future.',
  NOTHING_TO_RECORD: 'The change set is empty.',
  UNKNOWN_RECORD: 'Nothing of the kind meant is recorded under the name, number or id.',
  RECORD_ID_TAKEN: 'Another record or change has the externalId.',
  RECORD_NAME_TAKEN: 'Another matter has the number, or another indicator the name.',
  RECORD_WITHDRAWN: 'The record is withdrawn and cannot be amended.',
  KIND_DIFFERS: 'A record is corrected to one of its own kind only.',
  ALREADY_SETTLED: 'The condition is settled, or the observation reviewed, already: correct that.',
  ANSWERS_ITSELF: 'A decision cannot answer itself.',
  OTHER_MATTER: 'What it takes up belongs to another matter.',
  INVALID_AMOUNT: 'The indicator does not say how its figures are converted from the unit of measure.',
  INVALID_PERIOD: 'The period is not one that the record can be about.',
  FIGURE_EXISTS: 'The figure is recorded already.',
  UNKNOWN_SCENARIO: 'No scenario that you may see has this id.',
  SCENARIO_MOVED: 'The scenario has been changed since the version that was given or read.',
  SCENARIO_ARCHIVED: 'The scenario is archived.',
  SCENARIO_ADOPTED: 'The scenario is adopted and frozen.',
  SCENARIO_TOO_LARGE: 'The scenario has no room for more changes.',
  INVALID_SCENARIO:
    'A name or description of a scenario is missing, too long, or holds characters that are not shown.',
  NOT_IN_A_SCENARIO: 'A scenario holds changes of the structure only.',
  OUTSIDE_SUBTREE: 'The change reaches outside of the unit that the scenario plans under.',
  NOTHING_TO_UNDO: 'Nothing has been done that could be undone.',
  NOTHING_TO_REDO: 'Nothing has been undone that could be done again.',
  UNKNOWN_STEP: 'The scenario has no such step.',
  INVALID_RESOLUTION: 'The resolution names an unknown unit, or no date.',
  REBASE_CONFLICT: 'A step does not fit the newer base.',
  BASE_MOVED: 'Something that the scenario rests on has been recorded since its base.',
  NOTHING_TO_ADOPT: 'The scenario is empty.',
  INVALID_BASIS: 'The matter and the decision do not belong together.',
  NOT_PROPOSED: 'The scenario is not proposed in the matter.',
  POSITION_NOT_REACHED: 'The ledger has no such position.',
  INVALID_SHIFT: 'The shift is not an ISO 8601 duration such as P1M or -P14D.',
  SHIFT_DOES_NOT_FIT: 'A date cannot be shifted by that and keep its precision.',
  SHIFT_OUTSIDE_CALENDAR: 'A date would be shifted out of the calendar.',
});
