import type { JsonObject } from './json.js';
import { LedgerFault } from './ledger-fault.js';

/** Turns the data of one schema version into the next one's. Pure: no clock, no look-ups. */
export type Upcaster = (data: JsonObject) => JsonObject;

/** Upcasters of one event type: the first from version 1 to 2, the second from 2 to 3 ... None: version 1 is current. */
export type Upcasters = readonly Upcaster[];

/**
 * The event types that a program knows, and how old data of each becomes current. Applied on read:
 * stored bytes and hashes never change.
 */
export class EventTypes {
  private readonly types: ReadonlyMap<string, Upcasters>;

  constructor(types: Readonly<Record<string, Upcasters>>) {
    this.types = new Map(Object.entries(types));
  }

  /** The types' names. */
  names(): readonly string[] {
    return [...this.types.keys()];
  }

  /** @throws LedgerFault UNKNOWN_EVENT_TYPE */
  currentVersion(type: string): number {
    return this.upcastersOf(type).length + 1;
  }

  /**
   * Data as its type's current version has it.
   * @throws LedgerFault UNKNOWN_EVENT_TYPE, or UNKNOWN_EVENT_VERSION for one from the future
   */
  upcast(type: string, schemaVersion: number, data: JsonObject): { schemaVersion: number; data: JsonObject } {
    const upcasters = this.upcastersOf(type);
    const current = upcasters.length + 1;
    if (schemaVersion === current) return { schemaVersion, data };
    if (!Number.isInteger(schemaVersion) || schemaVersion < 1 || schemaVersion > current) {
      throw new LedgerFault(
        'UNKNOWN_EVENT_VERSION',
        `${type} has schema version ${schemaVersion}; this program knows 1 to ${current}. Use a newer release.`,
      );
    }
    return {
      schemaVersion: current,
      data: upcasters.slice(schemaVersion - 1).reduce((older, upcast) => upcast(older), data),
    };
  }

  private upcastersOf(type: string): Upcasters {
    const upcasters = this.types.get(type);
    if (upcasters === undefined) {
      throw new LedgerFault('UNKNOWN_EVENT_TYPE', `Unknown event type ${type}. Use a newer release.`);
    }
    return upcasters;
  }
}

/** The types of the chronicle's own events; all are at version 1. */
export const chronicleEventTypes = new EventTypes({
  OrganisationRegistered: [],
  UnitEstablished: [],
  UnitRenamed: [],
  UnitReclassified: [],
  UnitRecoded: [],
  UnitTransferred: [],
  UnitsMerged: [],
  UnitsAbsorbed: [],
  UnitSplit: [],
  UnitSpunOff: [],
  UnitReplaced: [],
  UnitDissolved: [],
  UnitReactivated: [],
  UnitsReorganised: [],
  ResponsibilityMoved: [],
  ChangeAnticipated: [],
  ChangeCorrected: [],
  ChangeRescheduled: [],
  ChangeCancelled: [],
  ChangeDateNarrowed: [],
  ChangeProposed: [],
  ChangeEnacted: [],
  ChangeBlocked: [],
  ChangeAnnulled: [],
  ChangeSuspended: [],
  MatterOpened: [],
  DocumentRegistered: [],
  DecisionRecorded: [],
  ConditionSet: [],
  ConditionMet: [],
  ConditionFailed: [],
  AppealRecorded: [],
  CompetenceRuleSet: [],
  SpellingRecorded: [],
  ObservationRecorded: [],
  ObservationConfirmed: [],
  ObservationRejected: [],
  AssignmentGiven: [],
  AssignmentReported: [],
  AssignmentHandedOver: [],
  IndicatorDefined: [],
  FiguresRecorded: [],
  RecordCorrected: [],
  RecordWithdrawn: [],
});
