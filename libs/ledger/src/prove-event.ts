import type { Position } from '#temporal';
import { GENESIS_HASH, leafHash } from './chain.js';
import type { ChainProof } from './chain-proof.js';
import type { Hash, LedgerStore, OrganisationId, StoredEvent } from './ledger-store.js';

/**
 * The proof that an event stands in the ledger, up to a later position, or to the newest event; null if the ledger has
 * no such event, or does not reach so far.
 */
export async function proveEvent(
  store: LedgerStore,
  organisation: OrganisationId,
  position: number,
  upTo?: number,
): Promise<ChainProof | null> {
  const head = await store.head(organisation);
  const end = upTo ?? head?.position ?? 0;
  if (head === null || position < 1 || position > end || end > head.position) return null;
  let before: Hash = GENESIS_HASH;
  let event: StoredEvent | undefined;
  let last: StoredEvent | undefined;
  const leaves: Hash[] = [];
  const range = { after: Math.max(0, position - 2) as Position, upTo: end as Position };
  for await (const batch of store.streamStored(organisation, range)) {
    for (const stored of batch) {
      if (stored.position < position) before = stored.hash;
      else if (stored.position === position) event = stored;
      else leaves.push(leafHash(stored.envelope));
      last = stored;
    }
  }
  if (event === undefined || last === undefined) return null;
  return {
    format: 'kronika-chain-proof',
    version: 1,
    organisation,
    position: event.position,
    envelope: event.envelope,
    hashBefore: before,
    leaves,
    checkpoint: { position: last.position, hash: last.hash },
  };
}
