import type { Position } from '#temporal';

import type { LedgerStore, OrganisationId } from './ledger-store.js';
import { ChainVerification, type ChainVerdict, type Checkpoint } from './verify-chain.js';

const EVERYTHING = Number.MAX_SAFE_INTEGER as Position;
const MAX_TRIES = 5;

/**
 * Verifies all that is stored of an organisation: positions, hashes, columns, times, the head row, and the history
 * against checkpoints that were kept elsewhere. Others may go on recording meanwhile.
 */
export async function verifyLedger(
  store: LedgerStore,
  organisation: OrganisationId,
  checkpoints: readonly Checkpoint[] = [],
): Promise<ChainVerdict> {
  for (let tries = 1; ; tries++) {
    const head = await store.head(organisation);
    const verification = new ChainVerification(organisation, checkpoints);
    for await (const batch of store.streamStored(organisation, { upTo: EVERYTHING, batchSize: 2000 })) {
      if (!verification.accept(batch)) break;
    }
    const verdict = verification.finish(head);
    const moved = head?.position !== (await store.head(organisation))?.position;
    // Events recorded between reading the head and the end of the stream are no finding.
    if (verdict.ok || verdict.problem !== 'HEAD' || !moved || tries === MAX_TRIES) return verdict;
  }
}
