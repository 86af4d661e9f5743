import { AbsorbUnits, AbsorbUnitsHandler } from './absorb-units.command.js';
import { AnticipateChange, AnticipateChangeHandler } from './anticipate-change.command.js';
import { CancelChange, CancelChangeHandler } from './cancel-change.command.js';
import { CorrectChange, CorrectChangeHandler } from './correct-change.command.js';
import { DissolveUnit, DissolveUnitHandler } from './dissolve-unit.command.js';
import { EstablishUnit, EstablishUnitHandler } from './establish-unit.command.js';
import { ImportChanges, ImportChangesHandler } from './import-changes.command.js';
import { MergeUnits, MergeUnitsHandler } from './merge-units.command.js';
import { MoveResponsibility, MoveResponsibilityHandler } from './move-responsibility.command.js';
import { ReactivateUnit, ReactivateUnitHandler } from './reactivate-unit.command.js';
import { RECORD_COMMAND_HANDLERS, RECORD_COMMAND_OF } from './record-commands.js';
import { ReclassifyUnit, ReclassifyUnitHandler } from './reclassify-unit.command.js';
import { RecodeUnit, RecodeUnitHandler } from './recode-unit.command.js';
import { RecordChanges, RecordChangesHandler } from './record-changes.command.js';
import { RegisterOrganisation, RegisterOrganisationHandler } from './register-organisation.command.js';
import { RenameUnit, RenameUnitHandler } from './rename-unit.command.js';
import { ReorganiseUnits, ReorganiseUnitsHandler } from './reorganise-units.command.js';
import { ReplaceUnit, ReplaceUnitHandler } from './replace-unit.command.js';
import { RescheduleChange, RescheduleChangeHandler } from './reschedule-change.command.js';
import { SpinOffUnits, SpinOffUnitsHandler } from './spin-off-units.command.js';
import { SplitUnit, SplitUnitHandler } from './split-unit.command.js';
import { SCENARIO_COMMAND_HANDLERS } from '../scenarios/index.js';
import { TransferUnit, TransferUnitHandler } from './transfer-unit.command.js';

export * from './record-change-set.js';
export * from './record-commands.js';
export { type ImportOutcome } from './import-changes.command.js';
export { type RegistrationOutcome } from './register-organisation.command.js';
export {
  AbsorbUnits,
  AnticipateChange,
  CancelChange,
  CorrectChange,
  DissolveUnit,
  EstablishUnit,
  ImportChanges,
  MergeUnits,
  MoveResponsibility,
  ReactivateUnit,
  ReclassifyUnit,
  RecodeUnit,
  RecordChanges,
  RegisterOrganisation,
  RenameUnit,
  ReorganiseUnits,
  ReplaceUnit,
  RescheduleChange,
  SpinOffUnits,
  SplitUnit,
  TransferUnit,
};

/** The command of each kind of change, record and amendment. */
export const COMMAND_OF = {
  establish: EstablishUnit,
  rename: RenameUnit,
  reclassify: ReclassifyUnit,
  recode: RecodeUnit,
  transfer: TransferUnit,
  merge: MergeUnits,
  absorb: AbsorbUnits,
  split: SplitUnit,
  spinOff: SpinOffUnits,
  replace: ReplaceUnit,
  dissolve: DissolveUnit,
  reactivate: ReactivateUnit,
  reorganise: ReorganiseUnits,
  moveResponsibility: MoveResponsibility,
  anticipate: AnticipateChange,
  correct: CorrectChange,
  reschedule: RescheduleChange,
  cancel: CancelChange,
  ...RECORD_COMMAND_OF,
} as const;

export const COMMAND_HANDLERS = [
  AbsorbUnitsHandler,
  AnticipateChangeHandler,
  CancelChangeHandler,
  CorrectChangeHandler,
  DissolveUnitHandler,
  EstablishUnitHandler,
  ImportChangesHandler,
  MergeUnitsHandler,
  MoveResponsibilityHandler,
  ReactivateUnitHandler,
  ReclassifyUnitHandler,
  RecodeUnitHandler,
  RecordChangesHandler,
  RegisterOrganisationHandler,
  RenameUnitHandler,
  ReorganiseUnitsHandler,
  ReplaceUnitHandler,
  RescheduleChangeHandler,
  SpinOffUnitsHandler,
  SplitUnitHandler,
  TransferUnitHandler,
  ...RECORD_COMMAND_HANDLERS,
  ...SCENARIO_COMMAND_HANDLERS,
];
