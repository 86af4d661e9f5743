import type { Position } from '#temporal';

import { parseEnvelope } from './envelope.js';
import type { LedgerStore, OrganisationId, StoredEvent } from './ledger-store.js';
import { ChainVerification, type ChainVerdict, type Checkpoint } from './verify-chain.js';

const EVERYTHING = Number.MAX_SAFE_INTEGER as Position;
const MAX_TRIES = 5;

/**
 * Verifies all that is stored of an organisation: positions, hashes, columns, times, the head row, and the history
 * against checkpoints that were kept elsewhere; the organisation's row and the commands' records. Others may go on recording meanwhile.
 */
export async function verifyLedger(
  store: LedgerStore,
  organisation: OrganisationId,
  checkpoints: readonly Checkpoint[] = [],
): Promise<ChainVerdict> {
  for (let tries = 1; ; tries++) {
    const head = await store.head(organisation);
    const verification = new ChainVerification(organisation, checkpoints);
    for await (const batch of store.streamStored(organisation, { upTo: EVERYTHING, batchSize: 500 })) {
      if (!verification.accept(batch)) break;
    }
    const verdict = verification.finish(head);
    const moved = head?.position !== (await store.head(organisation))?.position;
    // Events recorded between reading the head and the end of the stream are no finding.
    if (verdict.ok) {
      return (
        (await registryFinding(store, organisation)) ?? (await commandFinding(store, organisation)) ?? verdict
      );
    }
    if (verdict.ok || verdict.problem !== 'HEAD' || !moved || tries === MAX_TRIES) return verdict;
  }
}

/** The organisation's row is outside the chain; its first event has the same inside it. */
async function registryFinding(store: LedgerStore, id: OrganisationId): Promise<ChainVerdict | undefined> {
  const organisation = await store.findOrganisation({ id });
  if (organisation === null && (await store.head(id)) === null) return undefined;
  const [first] = await readWhole(store.streamStored(id, { upTo: 1 as Position }));
  const { data } = parseEnvelope(first?.envelope ?? '{"data":{}}');
  if (organisation?.slug === data['slug'] && organisation?.name === data['name']) return undefined;
  return {
    ok: false,
    position: 1 as Position,
    problem: 'REGISTRY',
    message: {
      sv: 'Organisationens namn eller kortnamn är ett annat än det registrerade.',
      en: "The organisation's name or slug is another than the registered one.",
    },
  };
}

/** The records of commands are outside the chain; a lost one would let its command be recorded twice. */
async function commandFinding(store: LedgerStore, id: OrganisationId): Promise<ChainVerdict | undefined> {
  const position = await store.firstBrokenCommand(id);
  if (position === null) return undefined;
  return {
    ok: false,
    position,
    problem: 'COMMAND',
    message: {
      sv: `Posten över kommandot på position ${position} saknas eller stämmer inte med händelserna.`,
      en: `The record of the command at position ${position} is missing or does not agree with the events.`,
    },
  };
}

async function readWhole(batches: AsyncIterable<readonly StoredEvent[]>): Promise<readonly StoredEvent[]> {
  const events: StoredEvent[] = [];
  for await (const batch of batches) events.push(...batch);
  return events;
}
