import { chronicleEventTypes } from '#ledger';
import { describedEnum } from '../schema/described-enum.js';
import { eventTexts } from '../schema/event-catalogue.js';

/** `UnitRenamed` as `UNIT_RENAMED`. */
function nameOf(type: string): string {
  return type.replace(/(?<=.)[A-Z]/g, '_$&').toUpperCase();
}

const types = chronicleEventTypes.names();
const texts = eventTexts();

export const LedgerEventTypeEnum = describedEnum(
  'LedgerEventType',
  'The types of events that a ledger holds; the event catalogue says what the data of each is.',
  Object.fromEntries(types.map((type) => [nameOf(type), type])),
  Object.fromEntries(types.map((type) => [nameOf(type), texts.get(type)!])),
);
