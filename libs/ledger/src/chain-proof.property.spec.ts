import { beforeAll, describe, expect, it } from '@jest/globals';
import { fc, runs } from '../../../test/property/seeded.js';
import { verifyChainProof, type ChainProof } from './chain-proof.js';
import { InMemoryLedgerStore } from './in-memory-ledger-store.js';
import type { OrganisationId, StoredEvent } from './ledger-store.js';
import { proveEvent } from './prove-event.js';
import { collect, command, contractEventTypes, event, organisationDraft } from './testing/ledger-drafts.js';

const LENGTH = 40;

let store: InMemoryLedgerStore;
let organisation: OrganisationId;
let events: readonly StoredEvent[];
beforeAll(async () => {
  store = new InMemoryLedgerStore(contractEventTypes);
  const draft = organisationDraft();
  organisation = draft.id;
  await store.register(draft);
  for (let position = 2; position <= LENGTH; position += 1) {
    await store.append(organisation, [
      command({ events: [event({ data: { text: `Händelse ${position}` } })] }),
    ]);
  }
  events = (await collect(store.streamStored(organisation))).flat();
});

const prove = async (position: number, upTo?: number): Promise<ChainProof> => {
  const proof = await proveEvent(store, organisation, position, upTo);
  expect(proof).not.toBeNull();
  // As it is after it has been written to a file.
  return JSON.parse(JSON.stringify(proof)) as ChainProof;
};
const kept = (position: number) => {
  const { hash } = events[position - 1]!;
  return { position: events[position - 1]!.position, hash };
};
const problemOf = (given: unknown, checkpoint?: ReturnType<typeof kept>) => {
  const verdict = verifyChainProof(given, checkpoint);
  return verdict.ok ? 'ok' : verdict.problem;
};

const positions = fc.integer({ min: 1, max: LENGTH });

describe('a proof', () => {
  it('shows every event to whoever kept any checkpoint from it on, and to nobody else', async () => {
    const law = fc.asyncProperty(positions, positions, positions, async (one, other, checkpoint) => {
      const [position, end] = [Math.min(one, other), Math.max(one, other)];
      const proof = await prove(position, end);
      expect(proof.leaves).toHaveLength(end - position);
      expect(problemOf(proof)).toBe('ok');
      const reaches = position <= checkpoint && checkpoint <= end;
      expect(problemOf(proof, kept(checkpoint))).toBe(reaches ? 'ok' : 'OUT_OF_REACH');
    });
    await fc.assert(law, { numRuns: runs(1 / 5) });
  });

  it('with any digit, letter or event changed is refused', async () => {
    const law = fc.asyncProperty(positions, fc.nat(), fc.nat(), async (position, place, by) => {
      const proof = await prove(position);
      const text = JSON.stringify(proof);
      const at = place % text.length;
      const changed = String.fromCharCode(33 + ((text.charCodeAt(at) - 33 + 1 + (by % 92)) % 94));
      const tampered = text.slice(0, at) + changed + text.slice(at + 1);
      let given: unknown;
      try {
        given = JSON.parse(tampered);
      } catch {
        return;
      }
      // A character written otherwise, such as the B of \u00e4, may say the same.
      if (JSON.stringify(given) === text) return;
      expect(problemOf(given, kept(LENGTH))).not.toBe('ok');
    });
    await fc.assert(law, { numRuns: runs() });
  });

  it('says which history it is of: one that was made anew leads elsewhere', async () => {
    const proof = await prove(12);
    const other = { ...kept(LENGTH), hash: kept(LENGTH - 1).hash };
    expect(problemOf(proof, other)).toBe('CHECKPOINT');
    expect(problemOf({ ...proof, leaves: proof.leaves.slice(1) })).toBe('CHAIN');
    expect(problemOf({ ...proof, position: 13, leaves: proof.leaves.slice(1) })).toBe('ENVELOPE');
    expect(problemOf({ ...proof, organisation: 'another' })).toBe('ENVELOPE');
    expect(problemOf({ ...proof, envelope: '{' })).toBe('ENVELOPE');
    expect(problemOf({ ...(await prove(1)), hashBefore: kept(3).hash })).toBe('CHAIN');
    expect(problemOf({ ...proof, version: 2 })).toBe('FORMAT');
    expect(problemOf('kronika')).toBe('FORMAT');
  });

  it('is not made of events that are not there', async () => {
    expect(await proveEvent(store, organisation, 0)).toBeNull();
    expect(await proveEvent(store, organisation, LENGTH + 1)).toBeNull();
    expect(await proveEvent(store, organisation, 5, 4)).toBeNull();
    expect(await proveEvent(store, organisation, 5, LENGTH + 1)).toBeNull();
    expect(await proveEvent(store, organisationDraft().id, 1)).toBeNull();
  });
});
