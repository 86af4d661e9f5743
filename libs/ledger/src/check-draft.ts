import { LedgerFault } from './ledger-fault.js';
import type { CommandDraft, EventDraft, OrganisationDraft } from './ledger-store.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const INSTANT = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$/;
const TYPE = /^[A-Za-z][A-Za-z0-9]{0,99}$/;
const SLUG = /^(?=.{1,63}$)[a-z0-9]+(-[a-z0-9]+)*$/;
const MAX_KEY = 200;
// eslint-disable-next-line no-control-regex -- control characters are what it looks for
const CONTROL = /[\u0000-\u001f]/;

/** @throws LedgerFault INVALID_APPEND if the call could not be stored whatever the state of the ledger. */
export function checkAppend(organisation: string, commands: readonly CommandDraft[]): void {
  checkOrganisationId(organisation);
  if (commands.length === 0) refuse('no commands');
  const keys = new Set<string>();
  for (const command of commands) {
    checkCommand(command);
    if (keys.has(command.idempotencyKey))
      refuse(`idempotency key twice in one append: ${command.idempotencyKey}`);
    keys.add(command.idempotencyKey);
  }
}

/** @throws LedgerFault INVALID_APPEND */
export function checkOrganisationId(organisation: string): void {
  if (!UUID.test(organisation)) refuse(`the organisation's id is not a lower-case UUID: ${organisation}`);
}

/** @throws LedgerFault INVALID_APPEND */
export function checkOrganisation(draft: OrganisationDraft): void {
  if (!SLUG.test(draft.slug)) refuse(`not a slug: ${draft.slug}`);
  if (draft.name.trim() === '') refuse('the organisation has no name');
}

function checkCommand(command: CommandDraft): void {
  const key = command.idempotencyKey;
  if (key.length === 0 || key.length > MAX_KEY) refuse(`an idempotency key has 1 to ${MAX_KEY} characters`);
  if (CONTROL.test(key)) refuse('control character in an idempotency key');
  command.reads.forEach(checkReadSetKey);
  if (command.events.length === 0) refuse(`command ${key} has no events`);
  if (!isPosition(command.basis)) refuse(`not a position: ${command.basis}`);
  const expected = command.expectedPosition;
  // A negative one is a conflict like any other that is not met, not a broken call.
  if (expected !== undefined && !Number.isSafeInteger(expected)) refuse(`not a position: ${expected}`);
  if (command.knownAt !== undefined && !INSTANT.test(command.knownAt))
    refuse(`not an instant: ${command.knownAt}`);
  command.events.forEach(checkEvent);
}

function checkEvent(event: EventDraft): void {
  if (!UUID.test(event.eventId)) refuse(`an event's id is not a lower-case UUID: ${event.eventId}`);
  if (!TYPE.test(event.type)) refuse(`not an event type: ${event.type}`);
  if (!Number.isSafeInteger(event.schemaVersion) || event.schemaVersion < 1 || event.schemaVersion > 32767) {
    refuse(`not a schema version: ${event.schemaVersion}`);
  }
  event.touches.forEach(checkReadSetKey);
}

function checkReadSetKey(key: string): void {
  if (key === '' || CONTROL.test(key)) refuse(`not a read-set key: ${JSON.stringify(key)}`);
}

function isPosition(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

function refuse(why: string): never {
  throw new LedgerFault('INVALID_APPEND', `Malformed append: ${why}`);
}
