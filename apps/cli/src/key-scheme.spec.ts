import { describe, expect, it } from '@jest/globals';
import { chronicleEventTypes, InMemoryLedgerStore, type OrganisationId } from '#ledger';
import { withKeys } from './key-scheme.js';

const id = (n: number) => `00000000-0000-7000-8000-00000000000${n}`;

describe('the scheme of keys', () => {
  it('is that of the first import unless another is told', async () => {
    const ledger = new InMemoryLedgerStore(chronicleEventTypes);
    const draft = { name: 'A', eventId: id(9), idempotencyKey: 'k', actor: 'a' };
    await ledger.register({ ...draft, id: id(1) as OrganisationId, slug: 'own', keyScheme: 'fso' });
    await ledger.register({ ...draft, id: id(2) as OrganisationId, slug: 'usual' });
    expect(await withKeys(ledger, { organisation: 'own' })).toMatchObject({ keys: 'fso' });
    expect(await withKeys(ledger, { organisation: 'own', keys: 'bfs' })).toMatchObject({ keys: 'bfs' });
    expect(await withKeys(ledger, { organisation: 'usual' })).toMatchObject({ keys: 'import' });
    expect(await withKeys(ledger, { organisation: 'unknown' })).toMatchObject({ keys: 'import' });
  });
});
