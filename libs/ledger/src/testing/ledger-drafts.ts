import { randomUUID } from 'node:crypto';
import type { Position } from '#temporal';

import { EventTypes } from '../event-types.js';
import type { CommandDraft, EventDraft, OrganisationDraft, OrganisationId } from '../ledger-store.js';

/** The event types that the contract's stores must be made with. `Renamed` is at version 3. */
export const contractEventTypes = new EventTypes({
  OrganisationRegistered: [],
  Noted: [],
  Renamed: [
    ({ name, ...rest }) => ({ ...rest, to: name ?? null }),
    (data) => ({ ...data, note: data['note'] ?? '' }),
  ],
});

/** A position, also one that is out of range. */
export function at(position: number): Position {
  return position as Position;
}

export function newId(): OrganisationId {
  return randomUUID() as string as OrganisationId;
}

export function organisationDraft(): OrganisationDraft {
  const id = newId();
  return {
    id,
    slug: `o-${id}`,
    name: 'Region Norr',
    eventId: randomUUID(),
    idempotencyKey: `register ${id}`,
    actor: 'anna',
  };
}

export function command(draft: Partial<CommandDraft>): CommandDraft {
  return {
    idempotencyKey: randomUUID(),
    commandType: 'Note',
    actor: 'anna',
    basis: at(1),
    reads: [],
    events: [event()],
    ...draft,
  };
}

export function event(draft: Partial<EventDraft> = {}): EventDraft {
  return {
    eventId: randomUUID(),
    type: 'Noted',
    schemaVersion: 1,
    data: { text: 'something happened' },
    touches: [],
    ...draft,
  };
}

export async function collect<T>(generator: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of generator) items.push(item);
  return items;
}
