import { randomUUID } from 'node:crypto';
import type { BenchContext } from './bench-context.js';
import type { StoredEvent } from './subject.js';
import { syntheticOrganisation, type SyntheticChange, type SyntheticSize } from './synthetic-organisation.js';

/** Events for the contenders: ours as stored, so that all write the same bytes; without ours, close imitations. */
export async function sampleEvents(
  { subject }: BenchContext,
  size: SyntheticSize,
): Promise<readonly StoredEvent[]> {
  const changes = [...syntheticOrganisation(size)];
  if (!subject) return changes.map(imitation);
  const organisation = await subject.openOrganisation(`sample-${randomUUID().slice(-12)}`);
  await organisation.importLines(changes.map((change) => JSON.stringify(change)));
  return organisation.storedEvents(size.changes);
}

function imitation(change: SyntheticChange): StoredEvent {
  const { kind, on, ...payload } = change;
  const effects = [{ e: 'set', unit: randomUUID(), field: 'name', value: 'Enheten för Vård 1' }];
  return { type: kind, data: { change: randomUUID(), changeSet: randomUUID(), kind, on, payload, effects } };
}
