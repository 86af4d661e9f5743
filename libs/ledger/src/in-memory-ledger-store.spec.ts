import { describe, expect, it } from '@jest/globals';

import { InMemoryLedgerStore } from './in-memory-ledger-store.js';
import { at, command, contractEventTypes, event, organisationDraft } from './testing/ledger-drafts.js';
import { describeLedgerStore } from './ledger-store.contract.js';
import { verifyLedger } from './verify-ledger.js';

describeLedgerStore('in-memory ledger store', async () => new InMemoryLedgerStore(contractEventTypes));

describe('in-memory ledger store', () => {
  it('tells an inline projection the first position, and undoes the append when it throws', async () => {
    const store = new InMemoryLedgerStore(contractEventTypes);
    const draft = organisationDraft();
    const seen: number[] = [];
    const seeing = { memory: (first: number) => void seen.push(first) };
    await store.register(draft, seeing);
    await store.append(draft.id, [command({ events: [event(), event()] }), command({})], seeing);
    await store.append(draft.id, [command({ expectedPosition: at(9) })], seeing);
    const failing = command({});
    const broken = store.append(draft.id, [failing], {
      memory: () => {
        throw new Error('no');
      },
    });

    await expect(broken).rejects.toThrow('no');
    expect(seen).toEqual([1, 2]);
    expect(await store.append(draft.id, [failing], seeing)).toMatchObject({ outcome: 'appended', head: 5 });
    expect(await verifyLedger(store, draft.id)).toMatchObject({ ok: true, position: 5 });
  });

  it('never goes back in time, whatever its clock does', async () => {
    const times = [2_000_000, 1_000_000, 1_000_000, 5_000_000];
    const store = new InMemoryLedgerStore(contractEventTypes, () => times.shift() ?? 0);
    const draft = organisationDraft();
    await store.register(draft);
    for (let i = 0; i < 4; i++) await store.append(draft.id, [command({})]);

    const events = await store.read(draft.id, at(0), 10);
    expect(events.map(({ recordedAt }) => recordedAt.slice(17))).toEqual([
      '02.000000Z',
      '02.000001Z',
      '02.000002Z',
      '05.000000Z',
      '05.000001Z',
    ]);
  });
});
